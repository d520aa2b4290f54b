// A table of up to a hundred thousand rows: it draws what is in sight and reads it in pages. The table keeps the
// focus; arrows, Home, End and the page keys move through it, Enter opens, the space bar marks.

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, type Ref } from 'react';
import { useText } from '../i18n';
import { PagedHead, type Sorting } from './PagedHead';
import { PagedRow } from './PagedRow';
import { usePagedKeys } from './usePagedKeys';
import type { Pages } from './usePages';
import type { Column } from './pagedColumns';
import { useArrival } from './arrival';
import { useSize } from './useSize';
import './PagedTable.css';

export type PagedHandle = { focus: () => void };

type Props<Row> = {
  label: string;
  columns: readonly Column<Row>[];
  pages: Pages<Row>;
  keyOf: (row: Row) => string;
  rowRem?: number;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  /** The row that the keys are at. */
  active: number;
  onActive: (index: number, row: Row | undefined) => void;
  onOpen: (row: Row) => void;
  opened?: string | null;
  marked?: ReadonlySet<string>;
  onMark?: (row: Row) => void;
  /** A letter or figure was typed on the table: the search wants it. */
  onType?: () => void;
  /** Another question: the table starts at its top again. */
  question: string;
  /** Where the table was scrolled when it was last seen, and the place to keep that. */
  startAt?: number;
  onLeave?: (offset: number) => void;
  handle?: Ref<PagedHandle>;
};

const ROW_REM = 3.25;
const OVERSCAN = 12;

export function PagedTable<Row>(props: Props<Row>) {
  const { pages, columns, active, onActive, marked, onMark, question, startAt = 0, onLeave } = props;
  const t = useText();
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const { rem, width } = useSize(grid);
  useArrival(grid);
  const shown = columns.filter(({ from }) => from === undefined || width >= from);
  const tracks = [onMark && '2.25rem', ...shown.map((column) => column.width)].filter(Boolean).join(' ');
  const total = pages.total ?? 0;
  const rowHeight = Math.round((props.rowRem ?? ROW_REM) * rem);

  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    // The head stays in sight: it takes its height from the list.
    paddingStart: Math.round(2.25 * rem),
    scrollPaddingStart: Math.round(2.25 * rem),
    initialOffset: startAt,
  });
  useEffect(() => rows.measure(), [rows, rowHeight]);

  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { show } = pages;
  useEffect(() => show(first, last), [show, first, last]);

  const asked = useRef(question);
  useEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    grid.current?.scrollTo({ top: 0 });
  }, [question]);

  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  });
  useLayoutEffect(() => {
    const scrolled = grid.current;
    return () => leave.current?.(scrolled?.scrollTop ?? 0);
  }, []);

  useImperativeHandle(props.handle, () => ({ focus: () => grid.current?.focus() }), []);

  const open = (index: number) => {
    const row = pages.row(index);
    if (row) props.onOpen(row);
  };
  const onKeyDown = usePagedKeys({
    total,
    active,
    perPage: Math.max(1, Math.floor(((grid.current?.clientHeight ?? 600) - 2.25 * rem) / rowHeight) - 1),
    move: (index) => {
      onActive(index, pages.row(index));
      rows.scrollToIndex(index, { align: 'auto' });
    },
    open: () => open(active),
    mark: () => {
      const row = pages.row(active);
      if (row) onMark?.(row);
    },
    type: props.onType,
  });
  const drawn = active >= first && active <= last && total > 0;

  return (
    <div
      ref={grid}
      className="paged"
      role="grid"
      aria-label={props.label}
      aria-rowcount={pages.total === undefined ? -1 : total + 1}
      aria-colcount={shown.length + (onMark ? 1 : 0)}
      aria-multiselectable={onMark ? true : undefined}
      aria-busy={pages.busy || undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      // No higher than its rows: a list of one is no empty sheet of paper.
      {...(pages.total !== undefined && { style: { maxHeight: rows.getTotalSize() + 2 } })}
      {...(drawn ? { 'aria-activedescendant': `${id}-${active}` } : {})}
    >
      <PagedHead
        columns={shown}
        tracks={tracks}
        marks={onMark !== undefined}
        sorting={props.sorting}
        onSort={props.onSort}
      />
      <div
        className="paged-all"
        role="rowgroup"
        style={{ height: rows.getTotalSize() - Math.round(2.25 * rem) }}
      >
        {items.map(({ index, start, size }) => {
          const row = pages.row(index);
          const key = row && props.keyOf(row);
          return (
            <PagedRow
              key={index}
              id={`${id}-${index}`}
              index={index}
              row={row}
              columns={shown}
              tracks={tracks}
              top={start - Math.round(2.25 * rem)}
              height={size}
              active={index === active}
              opened={key !== undefined && key === props.opened}
              marked={onMark ? key !== undefined && (marked?.has(key) ?? false) : undefined}
              waiting={t.common.loading}
              onPress={(toMark) => {
                onActive(index, row);
                if (!row) return;
                if (toMark) onMark?.(row);
                else props.onOpen(row);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
