// Koppelen: left the lines of the bank, right where each belongs and why. Everything goes by keys alone.

import { useRef, useState } from 'react';
import type { DeskCounts, DeskSort, LineClass } from '../../../backend';
import { useArrival } from '../../../components/arrival';
import { Button } from '../../../components/Button';
import { FilterChips } from '../../../components/FilterChips';
import { Kbd } from '../../../components/Kbd';
import { ProgressJob } from '../../../components/ProgressJob';
import { RoomHead } from '../../../components/RoomHead';
import { SelectField } from '../../../components/SelectField';
import { EmptyState, ErrorState } from '../../../components/States';
import { useNavigation } from '../../../frame/navigation';
import { useText } from '../../../i18n';
import { useAction } from '../../../keys/actions';
import { keyTable } from '../../../keys/table';
import { useDraft } from '../../session/drafts';
import { DeskList } from './DeskList';
import { LinePane } from './LinePane';
import { useDesk, type Desk } from './useDesk';
import './Desk.css';

const classes: readonly LineClass[] = ['certain', 'choice', 'unknown', 'out'];
const sorts: readonly DeskSort[] = ['oldest', 'largest'];

function NothingWaits({ counts }: { counts: DeskCounts }) {
  const t = useText();
  const { go } = useNavigation();
  const words = t.bank.desk;
  const done = counts.done_today > 0;
  return (
    <div className="bank-middle">
      <EmptyState
        icon={done ? 'done' : 'bank'}
        title={done ? words.doneTitle : words.emptyTitle}
        text={done ? words.doneText(counts.done_today) : words.emptyText}
      >
        {done && (
          <Button weight="primary" icon="today" onPress={() => go({ room: 'today' })}>
            {words.toToday}
          </Button>
        )}
        <Button icon="import" onPress={() => go({ room: 'bank', tab: 'import' })}>
          {words.toImport}
        </Button>
      </EmptyState>
    </div>
  );
}

function DeskHead({ desk, counts }: { desk: Desk; counts: DeskCounts }) {
  const t = useText();
  const words = t.bank.desk;
  useAction('bankCertain', () => void desk.acceptCertain(), counts.certain > 0 && !desk.busy);
  return (
    <>
      <RoomHead
        title={
          counts.waiting === 0
            ? words.onlyOut(counts.out)
            : words.progress(counts.waiting, counts.waiting + counts.done_today)
        }
        lead={desk.said ? (desk.canUndo ? words.last(desk.said) : desk.said) : words.lead}
        status
      >
        {counts.certain > 0 && (
          <Button
            isPending={desk.busy}
            onPress={() => void desk.acceptCertain()}
            trailing={<Kbd combo={keyTable.bankCertain.combo} />}
          >
            {words.acceptCertain(counts.certain)}
          </Button>
        )}
      </RoomHead>
      <div className="desk-tools">
        <FilterChips
          single
          label={words.filter}
          value={desk.filter ? [desk.filter] : []}
          onChange={([filter]) => desk.setFilter(filter ?? null)}
          options={classes.map((value) => ({
            value,
            label: `${words.filters[value]} ${t.number(counts[value])}`,
          }))}
        />
        <SelectField
          label={words.sort}
          value={desk.sort}
          onChange={desk.setSort}
          options={sorts.map((value) => ({ value, label: words.sorts[value] }))}
        />
      </div>
    </>
  );
}

function placeOf(line: string, pages: Desk['pages']): number {
  for (let place = 0; place < (pages.total ?? 0); place += 1) {
    if (pages.row(place)?.id === line) return place;
  }
  return -1;
}

export function DeskTab() {
  const t = useText();
  const desk = useDesk();
  const { pages, counts, wanted, found } = desk;
  const [active, setActive] = useDraft('bank.at', 0);
  const [chosen, setChosen] = useState({ line: '', at: 0 });
  const list = useRef<HTMLDivElement>(null);
  const total = pages.total ?? 0;
  const index = Math.min(active, Math.max(0, total - 1));
  const line = pages.row(index);
  const at = line && chosen.line === line.id ? chosen.at : 0;
  const choose = (to: number) => {
    if (line && line.proposals[to]) setChosen({ line: line.id, at: to });
  };
  const focusList = () => setTimeout(() => list.current?.focus({ preventScroll: true }));

  // What was undone stands where it stood; the list goes back to it once it is read again.
  const place = wanted === null ? -1 : placeOf(wanted, pages);
  if (place >= 0) {
    setActive(place);
    found();
  }

  // Not from the parts of the room: whoever walks along those by the arrows goes on to the next.
  useArrival(list, total > 0);

  useAction('bankUndo', desk.undoLast, desk.canUndo && !desk.busy);
  // The same here, also while it works: what is said above the list must stay true of it.
  useAction('undo', desk.undoLast, desk.canUndo);
  const count = line?.proposals.length ?? 0;
  useAction('bankNext', () => choose(at + 1), at + 1 < count);
  useAction('bankPrevious', () => choose(at - 1), at > 0);

  if (pages.error && !counts) {
    return <ErrorState title={t.bank.failed} reason={pages.error} onRetry={pages.again} />;
  }
  if (!counts) {
    return (
      <div className="bank-middle">
        <ProgressJob onlyKnown />
      </div>
    );
  }
  if (counts.waiting + counts.out === 0) return <NothingWaits counts={counts} />;
  return (
    <div className="bank-fill">
      <DeskHead desk={desk} counts={counts} />
      <div className="desk">
        {total === 0 ? (
          <section className="card desk-none">
            <EmptyState icon="done" title={t.bank.desk.noneHere} text={t.bank.desk.noneHereText} />
          </section>
        ) : (
          <>
            <DeskList pages={pages} active={index} onActive={setActive} onChoose={choose} list={list} />
            {line && (
              <LinePane key={line.id} line={line} at={at} onChoose={choose} desk={desk} onDone={focusList} />
            )}
          </>
        )}
      </div>
    </div>
  );
}
