// What the lists of Klanten and Facturen share: title line, search, filters, totals and the table, which what is
// opened beside it follows.

import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../components/Button';
import { FilterChips } from '../../components/FilterChips';
import { PagedTable, type PagedHandle } from '../../components/PagedTable';
import type { Column } from '../../components/pagedColumns';
import { RoomHead } from '../../components/RoomHead';
import { SearchBox } from '../../components/SearchBox';
import { EmptyState, ErrorState, ErrorStrip, Skeleton } from '../../components/States';
import type { Pages } from '../../components/usePages';
import { useText } from '../../i18n';
import { useAction } from '../../keys/actions';
import { useActs } from '../acts/ActsProvider';
import { WhyRoom } from '../why/Why';
import type { ListView } from './useListView';

type Words<Filter extends string> = {
  title: string;
  failed: string;
  list: string;
  search: string;
  filters: string;
  filter: Record<Filter, string>;
  nothingFound: { title: string; text: string };
};

type Props<Row, Page, Filter extends string> = {
  words: Words<Filter>;
  filters: readonly Filter[];
  view: ListView<Filter>;
  pages: Pages<Row> & { head: Page | undefined };
  columns: readonly Column<Row>[];
  /** What is asked, to begin at the top when it changes. */
  question: object;
  /** How many and how much; of everything, the sums can be asked how they came. */
  totals: (head: Page, everything: boolean) => readonly ReactNode[];
  /** What stands there when there is nothing at all. */
  none: ReactNode;
  /** More ways on when nothing was found. */
  otherwise?: ReactNode;
  above?: ReactNode;
  marked?: ReadonlySet<string>;
  onMark?: (row: Row) => void;
  opened: string | null;
  onOpen: (id: string) => void;
};

const FOLLOW = 150;

export function PagedList<Row extends { id: string }, Page, Filter extends string>(
  props: Props<Row, Page, Filter>,
) {
  const { words, view, pages, opened, onOpen } = props;
  const t = useText();
  const { begin } = useActs();
  const table = useRef<PagedHandle>(null);
  const input = useRef<HTMLInputElement>(null);
  useAction('searchList', () => input.current?.focus());
  useAction('newInvoice', () => begin('invoice', null));

  // While something is open beside the list, it follows the arrows, once they rest.
  const follow = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(follow.current), []);
  const moved = (index: number, row: Row | undefined) => {
    view.setActive(index);
    clearTimeout(follow.current);
    if (opened && row) follow.current = setTimeout(() => onOpen(row.id), FOLLOW);
  };

  const { head, total } = pages;
  const all = view.search.trim() === '' && view.filters.length === 0;
  if (pages.error && !head) {
    return (
      <div className="list-middle">
        <ErrorState title={words.failed} reason={pages.error} onRetry={pages.again} />
      </div>
    );
  }
  if (head && total === 0 && all && !pages.busy) return <div className="list-middle">{props.none}</div>;
  return (
    <WhyRoom>
      <div className="list">
        <RoomHead
          title={words.title}
          status
          lead={
            head &&
            props.totals(head, all).map((part, place) => (
              // They stand where they stand.
              // oxlint-disable-next-line react/no-array-index-key
              <span key={place}>{part}</span>
            ))
          }
        >
          <Button icon="create" onPress={() => begin('invoice', null)}>
            {t.invoices.add}
          </Button>
        </RoomHead>
        <div className="list-tools">
          <SearchBox
            label={words.search}
            value={view.search}
            onChange={view.setSearch}
            onDown={() => table.current?.focus()}
            input={input}
          />
          <FilterChips
            label={words.filters}
            options={props.filters.map((value) => ({ value, label: words.filter[value] }))}
            value={view.filters}
            onChange={view.setFilters}
          />
        </div>
        {pages.error !== null && <ErrorStrip reason={pages.error} />}
        {props.above}
        {!head && <Skeleton lines={['row', 'row', 'row', 'row']} />}
        {head && total === 0 && (
          <EmptyState icon="search" title={words.nothingFound.title} text={words.nothingFound.text}>
            {props.otherwise}
            <Button onPress={() => view.clear()}>{t.customers.nothingFound.clear}</Button>
          </EmptyState>
        )}
        {head && total !== 0 && (
          <PagedTable
            label={words.list}
            handle={table}
            columns={props.columns}
            pages={pages}
            keyOf={({ id }) => id}
            sorting={view.sorting}
            onSort={view.setSorting}
            active={view.active}
            onActive={moved}
            opened={opened}
            onOpen={({ id }) => onOpen(id)}
            {...(props.marked && { marked: props.marked })}
            {...(props.onMark && { onMark: props.onMark })}
            // With something open, letters are acts.
            {...(opened === null && { onType: () => input.current?.focus() })}
            question={JSON.stringify(props.question)}
            startAt={view.offset}
            onLeave={view.leave}
          />
        )}
      </div>
    </WhyRoom>
  );
}
