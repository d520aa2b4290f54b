// Uitgaand: every letter that goes by e-mail, how it stands, and the way out for what waits.

import { useState } from 'react';
import type { MailRow, MailState } from '../../backend';
import { Button } from '../../components/Button';
import { FilterChips } from '../../components/FilterChips';
import { PagedTable } from '../../components/PagedTable';
import { RoomHead } from '../../components/RoomHead';
import { focusList, Split } from '../../components/Split';
import { EmptyState, ErrorState, ErrorStrip, Skeleton } from '../../components/States';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';
import { useAction } from '../../keys/actions';
import { useMailColumns } from './columns';
import { MailPane } from './MailPane';
import { SendBar } from './SendBar';
import { states } from './standing';
import { useOutbox } from './useOutbox';
import '../customers/CustomersRoom.css';
import './mail.css';

export function OutboxView() {
  const t = useText();
  const words = t.mail;
  const { place, go, replace } = useNavigation();
  const [filter, setFilter] = useState<MailState | null>(null);
  const [active, setActive] = useState(0);
  const pages = useOutbox(filter);
  const columns = useMailColumns();
  const opened = place.open ?? null;
  const rowOf = (letter: string | null): MailRow | null => {
    if (letter === null) return null;
    for (let at = 0; at < (pages.total ?? 0); at += 1) {
      const row = pages.row(at);
      if (row?.letter === letter) return row;
    }
    return null;
  };
  const row = rowOf(opened);
  const open = (to: MailRow) => (opened ? replace : go)({ room: 'dunning', tab: 'outbox', open: to.letter });
  const close = () => {
    replace({ room: 'dunning', tab: 'outbox' });
    focusList();
  };
  useAction('closePanel', close, opened !== null);

  const { head } = pages;
  if (pages.error && !head) {
    return (
      <div className="list-middle">
        <ErrorState title={words.failed} reason={pages.error} onRetry={pages.again} />
      </div>
    );
  }
  if (!head) {
    return (
      <div className="list">
        <Skeleton lines={['title', 'text', 'row', 'row', 'row']} />
      </div>
    );
  }
  const some = head.counts.some(({ letters }) => letters > 0);
  const list = (
    <div className="list">
      <RoomHead title={words.title} lead={words.intro} />
      <SendBar outbox={head} />
      {some ? (
        <>
          <FilterChips
            label={words.filters}
            single
            options={states
              .map((state) => ({
                state,
                letters: head.counts.find((count) => count.state === state)?.letters ?? 0,
              }))
              .filter(({ state, letters }) => letters > 0 || state === filter)
              .map(({ state, letters }) => ({
                value: state,
                label: words.counted(words.state[state], letters),
              }))}
            value={filter ? [filter] : []}
            onChange={([chosen]) => {
              setFilter(chosen ?? null);
              setActive(0);
            }}
          />
          {pages.error !== null && <ErrorStrip reason={pages.error} />}
          {pages.total === 0 ? (
            <EmptyState icon="done" title={words.noneSo} text={words.noneSoText}>
              <Button onPress={() => setFilter(null)}>{words.showAll}</Button>
            </EmptyState>
          ) : (
            <PagedTable
              label={words.list}
              columns={columns}
              pages={pages}
              keyOf={({ letter }) => letter}
              sorting={{ by: 'state', descending: false }}
              onSort={() => undefined}
              active={active}
              onActive={setActive}
              onOpen={open}
              opened={opened}
              question={filter ?? ''}
            />
          )}
        </>
      ) : (
        <EmptyState icon="letters" title={words.emptyTitle} text={words.emptyText}>
          <Button onPress={() => go({ room: 'dunning', tab: 'run' })}>{words.toRun}</Button>
        </EmptyState>
      )}
    </div>
  );
  return (
    <Split
      onClose={close}
      main={list}
      side={row && <MailPane key={row.letter} row={row} account={head.account} onClose={close} />}
    />
  );
}
