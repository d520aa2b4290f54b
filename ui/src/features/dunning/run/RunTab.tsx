// Today's run: the letters at the left, the chosen one as it will leave at the right, and one button that
// approves what may go.

import { useRef, useState } from 'react';
import { useArrival } from '../../../components/arrival';
import { useNarrow } from '../../../components/useNarrow';
import { EmptyState, ErrorState, Skeleton } from '../../../components/States';
import { Button } from '../../../components/Button';
import { SearchBox } from '../../../components/SearchBox';
import { useNavigation } from '../../../frame/navigation';
import { useText } from '../../../i18n';
import { useAction } from '../../../keys/actions';
import { useDraft } from '../../session/drafts';
import { useSession } from '../../session/session';
import { useOverview } from '../../today/useOverview';
import { letterKey } from '../words';
import { ApproveStep } from './ApproveStep';
import { EditPane } from './EditPane';
import { HoldDialog } from './HoldDialog';
import { LetterPane } from './LetterPane';
import { RunHead } from './RunHead';
import { RunList } from './RunList';
import { useApprove } from './useApprove';
import { useLetter } from './useLetter';
import { beginAt, useDecisions, useLetThrough, useRun, type Letter, type RunCounts } from './useRun';
import './Run.css';

/** A pause, or only today, of this letter's customer. */
type Asked = { skip: boolean; letter: Letter };

const NONE: RunCounts = { green: 0, amber: 0, red: 0 };

function NothingToSend() {
  const t = useText();
  const { go } = useNavigation();
  return (
    <EmptyState icon="done" title={t.dunning.run.emptyTitle} text={t.dunning.run.emptyText}>
      <Button onPress={() => go({ room: 'dunning', tab: 'past' })}>{t.dunning.run.toPast}</Button>
      <Button onPress={() => go({ room: 'dunning', tab: 'plan' })}>{t.dunning.run.toPlan}</Button>
    </EmptyState>
  );
}

export function RunTab() {
  const { place } = useNavigation();
  return <TodaysRun key={place.open ?? ''} opened={place.open} />;
}

function TodaysRun({ opened }: { opened: string | undefined }) {
  const t = useText();
  const narrow = useNarrow();
  const { info } = useSession();
  const today = useOverview().data?.date ?? info.today;
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  // Where one is and what one is at are kept: a lock, or a look elsewhere, comes back to them.
  const [search, setSearch] = useDraft('dunning.search', '');
  const [wanted, setWanted] = useDraft<number | null>(`dunning.at.${opened ?? ''}`, null);
  const [asking, setAsking] = useState(false);
  // About the letter that it was opened for, also when the list goes on to the next one.
  const [asked, setAsked] = useDraft<Asked | null>('dunning.over', null);
  const [approving, setApproving] = useState(false);
  const [editing, setEditing] = useDraft('dunning.editing', false);
  const [lies, setLies] = useState(editing);

  const run = useRun(search);
  const decisions = useDecisions();
  const { approve, busy, failure } = useApprove(decisions);
  // The button is about all of it, also while something is searched.
  const whole = useRun('').head?.counts ?? NONE;
  const counts = run.head?.counts ?? NONE;
  const total = counts.green + counts.amber + counts.red;
  const selected = Math.max(0, Math.min(wanted ?? beginAt(opened, run.head), total - 1));
  const found = run.row(selected);
  const letter = found?.step ? (found as Letter) : null;
  const key = letter && letterKey(letter);
  const own = key === null ? undefined : decisions.textOf.get(key);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const after = run.row(selected + 1);
  const next = after?.step
    ? { letter: after as Letter, text: decisions.textOf.get(letterKey(after as Letter)) }
    : null;
  const drawn = useLetter(letter, editing ? (typed ?? own) : own, editing ? null : next);
  const approved = key !== null && decisions.decidedKeys.has(key);
  const through = useLetThrough(decisions);
  const ready = whole.green + through.length;

  const focusList = () => list.current?.focus({ preventScroll: true });
  const select = (index: number) => {
    setWanted(index);
    setAsking(false);
    setEditing(false);
    setTyped(undefined);
  };
  const showLetter = () => setLies(true);
  const leaveLetter = () => {
    setLies(false);
    setAsking(false);
    focusList();
  };
  const decide = () => {
    // What is decided about lies in sight first.
    if (narrow && !lies) {
      showLetter();
      return;
    }
    if (!letter || letter.gate !== 'amber') return;
    if (!approved && !asking) {
      setAsking(true);
      return;
    }
    decisions.toggle(letter);
    setAsking(false);
    focusList();
  };
  const closeOver = () => {
    setAsked(null);
    setApproving(false);
    focusList();
  };
  const hold = (skip: boolean) => letter && setAsked({ skip, letter });
  const edit = () => {
    showLetter();
    setEditing(true);
  };
  const free = asked === null && !approving && !editing;
  useAction('runSearch', () => input.current?.focus());
  useAction('runApprove', () => setApproving(true), free && ready > 0);
  useAction('runEdit', edit, free && letter !== null);
  useAction('runHold', () => hold(false), free && letter !== null);
  useAction('runSkip', () => hold(true), free && letter !== null);
  useAction('closePanel', () => (asking ? setAsking(false) : leaveLetter()), free && (asking || lies));
  const first = run.total !== undefined;
  useArrival(list, first);

  if (run.error && !run.head)
    return <ErrorState title={t.dunning.failed} reason={run.error} onRetry={run.again} />;
  if (!run.head) return <Skeleton lines={['title', 'text', 'row', 'row', 'row', 'row']} />;

  const pane = letter && (!narrow || lies) && (
    <div className="run-side">
      {editing && key !== null ? (
        <EditPane
          key={key}
          letter={letter}
          drawn={drawn}
          own={own}
          onType={setTyped}
          onUse={(text) => decisions.setText(letter, text)}
          onClose={() => {
            setEditing(false);
            setTyped(undefined);
            focusList();
          }}
        />
      ) : (
        <LetterPane
          letter={letter}
          drawn={drawn}
          approved={approved}
          asking={asking}
          onAsk={setAsking}
          onDecide={decide}
          onEdit={edit}
          onHold={() => hold(false)}
          onSkip={() => hold(true)}
          {...(narrow && { onClose: leaveLetter })}
        />
      )}
    </div>
  );

  return (
    <div className="run">
      <RunHead counts={whole} ready={ready} onApprove={() => setApproving(true)} quiet={approving} />
      {approving && (
        <ApproveStep
          counts={whole}
          decisions={decisions}
          through={through}
          busy={busy}
          failure={failure}
          onApprove={(going) => void approve(going)}
          onClose={closeOver}
        />
      )}
      {total === 0 && search === '' ? (
        <NothingToSend />
      ) : (
        <div className="run-split">
          <div className="run-left">
            <SearchBox
              label={t.dunning.run.search}
              value={search}
              onChange={(text) => {
                setSearch(text);
                select(0);
              }}
              onDown={focusList}
              input={input}
            />
            {total === 0 ? (
              <EmptyState icon="search" title={t.dunning.run.search} text={t.dunning.run.nothingFound} />
            ) : (
              <RunList
                run={run}
                counts={counts}
                today={today}
                decisions={decisions}
                selected={selected}
                onSelect={select}
                onDecide={decide}
                onShow={showLetter}
                list={list}
              />
            )}
          </div>
          {pane}
        </div>
      )}
      {asked && <HoldDialog letter={asked.letter} today={today} skip={asked.skip} onClose={closeOver} />}
    </div>
  );
}
