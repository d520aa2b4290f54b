// One run: what is still to be done about it, its letters, and each of them exactly as it was made.

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useBackend } from '../../../backend';
import { Button } from '../../../components/Button';
import { RoomHead } from '../../../components/RoomHead';
import { ErrorState, Skeleton } from '../../../components/States';
import { notify } from '../../../components/Toast';
import { useNarrow } from '../../../components/useNarrow';
import { formatDate } from '../../../dates';
import { useNavigation } from '../../../frame/navigation';
import { useLanguage, useText } from '../../../i18n';
import { useAction } from '../../../keys/actions';
import { formatMoney } from '../../../money';
import { atPrinter, settlePrinted, useAtPrinter } from '../../session/atPrinter';
import { useDraft } from '../../session/drafts';
import { useAct } from '../../session/useAct';
import { canGoBack, useTakeBack } from '../useTakeBack';
import { KeptLetterPane } from './KeptLetterPane';
import { NextSteps } from './NextSteps';
import { PastLetters } from './PastLetters';
import './Past.css';
import '../run/Run.css';

export function RunPage({ run }: { run: string }) {
  const t = useText();
  const words = t.pastRuns;
  const backend = useBackend();
  const lang = useLanguage();
  const narrow = useNarrow();
  const { go } = useNavigation();
  const { act, busy } = useAct();
  const [selected, setSelected] = useDraft(`past.at.${run}`, 0);
  // Whoever was confirming a letter when the window locked, or was asked how it printed, comes back to it.
  const [confirms] = useDraft<string | null>('past.confirms', null);
  const [lies, setLies] = useState(
    () => confirms !== null || atPrinter().some((one) => one.alone && one.run === run),
  );
  const { data, error, refetch } = useQuery({
    queryKey: ['run_letters', lang, run],
    queryFn: () => backend.call('run_letters', { run }),
    staleTime: Infinity,
    placeholderData: (previous) => previous,
  });
  const { takeBack, busy: going } = useTakeBack();
  const back = canGoBack(data?.letters ?? []);
  const printed = useAtPrinter(run, data?.letters ?? []);
  const asked = printed.letters.size;
  useEffect(() => {
    if (data) printed.moot.forEach(settlePrinted);
  });
  useAction('takeBackAll', () => void takeBack({ run }), back.length > 0 && !going && asked === 0);
  const toAll = () => go({ room: 'dunning', tab: 'past' });
  const list = useRef<HTMLDivElement>(null);
  const leaveLetter = () => {
    setLies(false);
    list.current?.focus({ preventScroll: true });
  };
  // Beside the list there is nothing to leave.
  useAction('closePanel', () => (narrow && lies ? leaveLetter() : toAll()));

  if (error && !data)
    return <ErrorState title={words.one.failed} reason={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={['title', 'text', 'block', 'row', 'row']} />;
  const { run: row, letters } = data;
  const changed = new Map(data.changed.map(({ letter: id, message }) => [id, message]));
  const letter = letters[Math.min(selected, letters.length - 1)];

  const saveSheet = async () => {
    const out = await backend.saveFile({
      title: words.one.sheetTitle,
      start: words.one.sheetName(row.date, row.run),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    });
    if (out === null) return;
    const saved = await act('run_sheet_save', { run, out }, { quiet: true });
    if (saved) notify({ tone: 'good', message: words.one.sheetSaved });
  };

  return (
    <div className="run">
      <RoomHead
        title={words.one.title(formatDate(row.date, t))}
        lead={[
          words.one.summary(row.letters, formatMoney(row.amount, lang), row.run),
          row.withdrawn > 0 && words.withdrawnOf(row.withdrawn),
          asked > 0 && words.one.sayFirst(asked),
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        <Button weight="quiet" icon="back" onPress={toAll}>
          {words.one.back}
        </Button>
        {back.length > 0 && (
          <Button icon="undo" isPending={going} isDisabled={asked > 0} onPress={() => void takeBack({ run })}>
            {words.back.all(back.length)}
          </Button>
        )}
        {row.letters > row.waiting && (
          <Button icon="save" isPending={busy} onPress={() => void saveSheet()}>
            {words.one.sheet}
          </Button>
        )}
      </RoomHead>
      <NextSteps run={row} letters={letters} changed={changed} />
      <div className="run-split">
        <PastLetters
          letters={letters}
          changed={changed}
          selected={selected}
          onSelect={setSelected}
          onShow={() => setLies(true)}
          list={list}
        />
        {letter && (!narrow || lies) && (
          <div className="run-side">
            <KeptLetterPane
              letter={letter}
              printed={printed.ofLetter(letter.letter)}
              atPrinter={printed.letters.has(letter.letter)}
              changed={changed.get(letter.letter)}
              today={row.date}
              {...(narrow && { onClose: leaveLetter })}
            />
          </div>
        )}
      </div>
    </div>
  );
}
