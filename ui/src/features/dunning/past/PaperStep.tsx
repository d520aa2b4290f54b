// Letters on paper: printed from the window, or saved as one PDF. That they were printed well only the user
// knows: until that is said, they have not left.

import { useState } from 'react';
import { useBackend, type LetterRow, type RunRow } from '../../../backend';
import { Button } from '../../../components/Button';
import { Kbd } from '../../../components/Kbd';
import { PrintProgress } from '../../../components/pdf/PrintProgress';
import { usePrint } from '../../../components/pdf/usePrint';
import { Checkbox } from '../../../components/Toggle';
import { notify } from '../../../components/Toast';
import { useText } from '../../../i18n';
import { useAction } from '../../../keys/actions';
import { keyTable } from '../../../keys/table';
import { askPrinted, settlePrinted, type Printed } from '../../session/atPrinter';
import { useAct } from '../../session/useAct';
import { keepFocus } from '../useTakeBack';

type Props = {
  run: RunRow;
  letters: readonly LetterRow[];
  /** What was printed, and is asked about. */
  asks: Printed | undefined;
};

type Made = { pdf: string; pages: number; letters: readonly string[] };

/** More pages than this are better saved and printed by a program made for it. */
const MANY_PAGES = 300;

export function PaperStep({ run, letters, asks }: Props) {
  const t = useText();
  const words = t.pastRuns.one;
  const backend = useBackend();
  const { act, busy } = useAct();
  const { print, progress, stop, wipe } = usePrint();
  const [duplex, setDuplex] = useState(false);
  const [many, setMany] = useState<Made | null>(null);
  // Whoever comes back to the question does not answer it by the next Enter.
  const [just, setJust] = useState(false);
  const which = { run: run.run, letters: letters.map(({ letter }) => letter) };

  const send = async (made: Made) => {
    setMany(null);
    // From the first sheet on, whatever happens to this part of the window.
    const sheets = { run: run.run, letters: made.letters, alone: false };
    askPrinted(sheets);
    if (await print(made.pdf)) setJust(true);
    else settlePrinted(sheets);
  };
  const prepare = async () => {
    const made = await act('run_pdf', { ...which, duplex }, { quiet: true });
    if (!made) return;
    if (made.pages > MANY_PAGES) setMany(made);
    else await send(made);
  };
  useAction('printLetters', () => void (many ? send(many) : prepare()), !progress && !asks && !busy);
  const printed = async (well: boolean) => {
    wipe();
    if (!asks) return;
    const { letters: those } = asks;
    if (well && !(await act('run_printed', { run: run.run, letters: [...those] }))) return;
    setJust(false);
    settlePrinted(asks);
    keepFocus();
  };
  const save = async () => {
    const out = await backend.saveFile({
      title: words.saveTitle,
      start: words.saveName(run.date, run.run),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    });
    if (out === null) return;
    const saved = await act('run_save', { ...which, out, duplex }, { quiet: true });
    if (!saved) return;
    setMany(null);
    notify({ tone: 'good', message: words.savedLetters, hint: saved.file });
  };

  return (
    <div className="leave-step">
      <h2>{words.paper(asks ? asks.letters.length : letters.length)}</h2>
      {progress ? (
        <PrintProgress progress={progress} onStop={stop} />
      ) : asks ? (
        <>
          <p className="leave-question">{words.printed}</p>
          <p className="quiet">{words.printedText}</p>
          <div className="leave-buttons">
            {/* A yes cannot be taken back: nobody gives it with the Enter of the print dialog. */}
            <Button onPress={() => void printed(false)} autoFocus={just}>
              {words.printedNo}
            </Button>
            <Button weight="primary" icon="check" isPending={busy} onPress={() => void printed(true)}>
              {words.printedYes}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="quiet">{many ? words.large(many.pages) : words.paperText}</p>
          <div className="leave-buttons">
            <Button
              weight={many ? 'plain' : 'primary'}
              icon="print"
              isPending={busy}
              onPress={() => void (many ? send(many) : prepare())}
              trailing={<Kbd combo={keyTable.printLetters.combo} />}
            >
              {many ? words.printAnyway : words.print}
            </Button>
            <Button weight={many ? 'primary' : 'plain'} icon="save" onPress={() => void save()}>
              {words.save}
            </Button>
          </div>
          <Checkbox value={duplex} onChange={setDuplex}>
            {words.duplex}
          </Checkbox>
        </>
      )}
    </div>
  );
}
