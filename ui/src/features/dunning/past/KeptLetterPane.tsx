// A letter exactly as it was made and kept, where it stands, and what can still be done with it.

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useBackend, type IsoDate, type LetterRow } from '../../../backend';
import { Button, IconButton } from '../../../components/Button';
import { Chip } from '../../../components/Chip';
import { Icon } from '../../../components/Icon';
import { Kbd } from '../../../components/Kbd';
import { PdfView } from '../../../components/pdf/PdfView';
import { usePrint } from '../../../components/pdf/usePrint';
import { ErrorStrip } from '../../../components/States';
import { notify } from '../../../components/Toast';
import { formatDate } from '../../../dates';
import { useNavigation } from '../../../frame/navigation';
import { useText } from '../../../i18n';
import { useDraft } from '../../session/drafts';
import { askPrinted, settlePrinted, type Printed } from '../../session/atPrinter';
import { useAct } from '../../session/useAct';
import { useAction } from '../../../keys/actions';
import { keyTable } from '../../../keys/table';
import { useSettled } from '../useSettled';
import { keepFocus, useTakeBack } from '../useTakeBack';
import { stepWord } from '../words';
import { ConfirmDialog } from './ConfirmDialog';
import { stateTone } from './PastLetters';
import '../../../components/Menu.css';

type Props = {
  letter: LetterRow;
  /** What happened since it was approved, while it waited. */
  changed: string | undefined;
  today: IsoDate;
  /** It was printed by itself, and is asked about. */
  printed: Printed | undefined;
  /** It was printed, by itself or with others, and nobody said yet how it came out. */
  atPrinter: boolean;
  onClose?: () => void;
};

function useKept(letter: string) {
  const backend = useBackend();
  const settled = useSettled(letter, 70, true);
  return useQuery({
    queryKey: ['letter_pdf', settled],
    queryFn: () => backend.call('letter_pdf', { letter: settled }),
    staleTime: Infinity,
    gcTime: 60_000,
    placeholderData: (previous) => previous,
  });
}

export function KeptLetterPane(props: Props) {
  const { letter, changed, today, printed: asks, atPrinter, onClose } = props;
  const t = useText();
  const words = t.pastRuns.letter;
  const backend = useBackend();
  const { go } = useNavigation();
  const { act, busy } = useAct();
  const { print, progress, wipe } = usePrint();
  const { takeBack, busy: going } = useTakeBack();
  // The question comes back after a lock, with its letter.
  const [confirms, setConfirms] = useDraft<string | null>('past.confirms', null);
  const [just, setJust] = useState<string | null>(null);
  const asked = asks !== undefined && progress === null;
  useAction(
    'takeBack',
    () => void takeBack({ letters: [letter.letter] }),
    letter.withdraw && !going && !atPrinter,
  );
  const { data, error, isPlaceholderData } = useKept(letter.letter);
  const isThis = data?.letter.letter === letter.letter;

  const write = async (command: 'letter_save' | 'letter_copy') => {
    const copy = command === 'letter_copy';
    const out = await backend.saveFile({
      title: copy ? words.copyTitle : words.saveTitle,
      start: `${letter.date}-${letter.letter}${copy ? words.copySuffix : ''}.pdf`,
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    });
    if (out === null) return;
    const saved = await act(command, { letter: letter.letter, out }, { quiet: true });
    if (saved) notify({ tone: 'good', message: copy ? words.copied : words.saved, hint: saved.file });
  };
  const onPaper = letter.channels.includes('letter');
  const printIt = async () => {
    if (!isThis || !data) return;
    // What comes out of the printer may be posted: of a letter that waits, it is asked, also of one by e-mail.
    const sheets = { run: letter.run, letters: [letter.letter], alone: true };
    const waits = letter.state === 'approved';
    if (waits) askPrinted(sheets);
    if (await print(data.pdf)) setJust(letter.letter);
    else if (waits) settlePrinted(sheets);
  };
  const printed = async (well: boolean) => {
    wipe();
    if (!asks) return;
    // Also of one that was to go by e-mail: it leaves as what came out of the printer.
    if (well && !(await act('run_printed', { run: letter.run, letters: [letter.letter] }))) return;
    setJust(null);
    settlePrinted(asks);
    keepFocus();
  };
  const one = t.pastRuns.one;
  const gone = letter.state === 'withdrawn';
  const actions = [
    { id: 'save', icon: 'save', label: words.save, run: () => void write('letter_save') },
    { id: 'copy', icon: 'copy', label: words.copy, run: () => void write('letter_copy') },
    { id: 'print', icon: 'print', label: words.print, run: () => void printIt() },
    {
      id: 'confirm',
      icon: 'check',
      label: letter.state === 'confirmed' ? words.attach : words.confirm,
      run: () => setConfirms(letter.letter),
    },
    {
      id: 'customer',
      icon: 'customers',
      label: words.customer,
      run: () => go({ room: 'customers', open: letter.customer }),
    },
  ] as const;
  const long = t.pastRuns.stateLong;
  const stands =
    letter.state === 'confirmed'
      ? long.confirmed(formatDate(letter.left_on ?? letter.date, t))
      : letter.state === 'withdrawn'
        ? long.withdrawn(formatDate(letter.withdrawn?.date ?? letter.date, t), letter.withdrawn?.reason ?? '')
        : long[letter.state];

  return (
    <div className="run-letter">
      <PdfView
        pdf={data?.pdf ?? null}
        label={t.dunning.letter.of(letter.name)}
        busy={isPlaceholderData || !isThis}
        problem={error ? <ErrorStrip reason={error} /> : null}
        tools={
          <>
            {onClose && <IconButton icon="back" label={t.dunning.letter.close} onPress={onClose} />}
            <span className="kept-words">
              {stepWord(letter.step, t)} · {letter.letter}
            </span>
            {!gone && (
              <Button weight="quiet" icon="save" onPress={() => void write('letter_save')}>
                {words.save}
              </Button>
            )}
            <MenuTrigger>
              <AriaButton className="button button-quiet button-icon" aria-label={words.more}>
                <Icon name="more" />
              </AriaButton>
              <Popover className="menu" offset={4} placement="bottom end">
                <Menu className="menu-list" aria-label={words.more}>
                  {actions
                    .filter(({ id }) => !gone || id === 'customer')
                    .map(({ id, icon, label, run }) => (
                      <MenuItem key={id} id={id} className="menu-item" textValue={label} onAction={run}>
                        <Icon name={icon} size={16} />
                        {label}
                      </MenuItem>
                    ))}
                </Menu>
              </Popover>
            </MenuTrigger>
          </>
        }
        foot={
          <div className="run-gate">
            <div className="run-gate-row">
              <Chip tone={stateTone[letter.state]}>{t.pastRuns.state[letter.state]}</Chip>
              <div className="run-gate-words">
                <p>
                  {stands} {letter.proof && words.proof}
                </p>
                {asked && (
                  <>
                    <p className="leave-question">{onPaper ? one.printed : one.printedMail}</p>
                    {!onPaper && <p className="quiet">{one.printedMailText}</p>}
                    <div className="leave-buttons">
                      <Button onPress={() => void printed(false)} autoFocus={just === letter.letter}>
                        {onPaper ? one.printedNo : one.printedMailNo}
                      </Button>
                      <Button
                        weight="primary"
                        icon="check"
                        isPending={busy}
                        onPress={() => void printed(true)}
                      >
                        {onPaper ? one.printedYes : one.printedMailYes}
                      </Button>
                    </div>
                  </>
                )}
                {changed && <p className="kept-changed">{changed}</p>}
                {letter.gate === 'amber' && (
                  <p className="quiet">
                    {words.reasons}: {letter.reasons.map(({ message }) => message).join(' ')}
                  </p>
                )}
                {isThis && data && (
                  <p className="kept-hash" title={words.hash}>
                    {words.hash}: <code>{data.sha256}</code>
                  </p>
                )}
              </div>
              {letter.withdraw && !asked && (
                <Button
                  icon="undo"
                  isPending={going}
                  isDisabled={atPrinter}
                  onPress={() => void takeBack({ letters: [letter.letter] })}
                  trailing={<Kbd combo={keyTable.takeBack.combo} />}
                >
                  {t.pastRuns.back.one}
                </Button>
              )}
            </div>
          </div>
        }
      />
      {confirms === letter.letter && (
        <ConfirmDialog letter={letter} today={today} onClose={() => setConfirms(null)} />
      )}
    </div>
  );
}
