// What is still to be done about a run: paper out of the printer, e-mails out, and a date for what left. Letters
// for which something changed while they waited stay behind, unless one says otherwise.

import { useState } from 'react';
import type { LetterRow, RunRow } from '../../../backend';
import { Button } from '../../../components/Button';
import { Icon } from '../../../components/Icon';
import { Checkbox } from '../../../components/Toggle';
import { useNavigation } from '../../../frame/navigation';
import { useText } from '../../../i18n';
import { useAtPrinter } from '../../session/atPrinter';
import { canGoBack, useTakeBack } from '../useTakeBack';
import { ConfirmStep } from './ConfirmStep';
import { MailStep } from './MailStep';
import { PaperStep } from './PaperStep';

/** What changed since a letter was approved, by letter. */
export type Changed = ReadonlyMap<string, string>;

type Props = { run: RunRow; letters: readonly LetterRow[]; changed: Changed };

const NAMED = 5;

export function NextSteps({ run, letters, changed }: Props) {
  const t = useText();
  const words = t.pastRuns.one;
  const { go } = useNavigation();
  const { takeBack, busy } = useTakeBack();
  const [without, setWithout] = useState(true);
  const printed = useAtPrinter(run.run, letters);
  const all = letters.filter(({ state }) => state === 'approved');
  const other = all.filter(({ letter }) => changed.has(letter));
  const waiting = without ? all.filter(({ letter }) => !changed.has(letter)) : all;
  const paper = waiting.filter(({ channels }) => channels.includes('letter'));
  const mails = waiting.filter(({ channels }) => channels.includes('email'));
  const unconfirmed = letters.filter(({ state }) => state === 'handed_over');
  if (all.length === 0 && unconfirmed.length === 0) {
    return (
      <p className="leave-done">
        <Icon name="done" />
        {run.letters === 0 && run.withdrawn > 0 ? (
          <>
            {t.pastRuns.back.none}
            <Button weight="link" onPress={() => go({ room: 'dunning', tab: 'run' })}>
              {t.pastRuns.toRun}
            </Button>
          </>
        ) : (
          words.allDone
        )}
      </p>
    );
  }
  return (
    <section className="leave" aria-label={words.next}>
      {other.length > 0 && (
        <div className="leave-changed">
          <Icon name="warning" />
          <div>
            <p className="leave-question">{words.changed(other.length)}</p>
            <ul>
              {other.slice(0, NAMED).map(({ letter, name }) => (
                <li key={letter}>
                  <strong>{name}</strong>: {changed.get(letter)}
                </li>
              ))}
            </ul>
            <div className="leave-buttons">
              <Checkbox value={without} onChange={setWithout}>
                {words.without}
              </Checkbox>
              {canGoBack(other).length > 0 && (
                <Button
                  icon="undo"
                  isPending={busy}
                  isDisabled={printed.letters.size > 0}
                  onPress={() => void takeBack({ letters: canGoBack(other).map(({ letter }) => letter) })}
                >
                  {t.pastRuns.back.these(canGoBack(other).length)}
                </Button>
              )}
            </div>
          </div>
        </div>
      )}
      <div className="leave-steps">
        {(paper.length > 0 || printed.ofRun) && <PaperStep run={run} letters={paper} asks={printed.ofRun} />}
        {mails.length > 0 && <MailStep run={run} letters={mails} />}
        {unconfirmed.length > 0 && <ConfirmStep run={run} letters={unconfirmed} />}
      </div>
    </section>
  );
}
