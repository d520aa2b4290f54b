// A long list that is read in pages: only what is near the eye is asked for, and what was read stays at hand.

import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

export type Page<Row> = { total: number; rows: readonly Row[] };

export type Pages<Row> = {
  /** Undefined until the first page is there. */
  total: number | undefined;
  row: (index: number) => Row | undefined;
  /** Says which rows are in sight; what is missing there is read. */
  show: (first: number, last: number) => void;
  /** Another question is being answered; the rows are still those of the last one. */
  busy: boolean;
  error: unknown;
  again: () => void;
};

export const PAGE_SIZE = 150;
/** Rows read ahead on either side. */
const AHEAD = 60;
const PAUSE = 60;
const KEEP = 30 * 60_000;

/** The numbers of the pages, apart from the first, that hold these rows. */
export function pagesAround(first: number, last: number): number[] {
  const from = Math.max(1, Math.floor((first - AHEAD) / PAGE_SIZE));
  const through = Math.floor((last + AHEAD) / PAGE_SIZE);
  return Array.from({ length: Math.max(0, through - from + 1) }, (_, step) => from + step);
}

/** Passes the newest value on, at once and then at most every `pause`: a fast scroll asks for few pages. */
function useThrottled<Value>(apply: (value: Value) => void): (value: Value) => void {
  const waiting = useRef<{ value: Value } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return useCallback(
    (value: Value) => {
      if (timer.current) {
        waiting.current = { value };
        return;
      }
      apply(value);
      const next = () => {
        timer.current = null;
        const held = waiting.current;
        waiting.current = null;
        if (!held) return;
        apply(held.value);
        timer.current = setTimeout(next, PAUSE);
      };
      timer.current = setTimeout(next, PAUSE);
    },
    [apply],
  );
}

export function usePages<Row, Answer extends Page<Row>>(
  key: readonly unknown[],
  ask: (offset: number, limit: number) => Promise<Answer>,
): Pages<Row> & { head: Answer | undefined } {
  const [wanted, setWanted] = useState<readonly number[]>([]);
  const usual = { staleTime: Infinity, gcTime: KEEP };
  const head = useQuery({
    queryKey: [...key, 0],
    queryFn: () => ask(0, PAGE_SIZE),
    placeholderData: keepPreviousData,
    ...usual,
  });
  const total = head.data?.total;
  const rest = useQueries({
    queries: wanted
      .filter((page) => total !== undefined && page * PAGE_SIZE < total)
      .map((page) => ({
        queryKey: [...key, page],
        queryFn: () => ask(page * PAGE_SIZE, PAGE_SIZE),
        ...usual,
      })),
    combine: (results) => ({
      pages: new Map(results.map(({ data }, at) => [wanted[at], data?.rows] as const)),
      error: results.find(({ error }) => error)?.error ?? null,
      again: () => results.forEach((result) => result.error && void result.refetch()),
    }),
  });

  const apply = useCallback(([first, last]: readonly [number, number]) => {
    const next = pagesAround(first, last);
    setWanted((before) => (before.join() === next.join() ? before : next));
  }, []);
  const pass = useThrottled(apply);
  const show = useCallback((first: number, last: number) => pass([first, last]), [pass]);

  const { data, refetch } = head;
  return useMemo(
    () => ({
      head: data,
      total,
      row: (index: number) => {
        const page = Math.floor(index / PAGE_SIZE);
        const rows = page === 0 ? data?.rows : rest.pages.get(page);
        return rows?.[index - page * PAGE_SIZE];
      },
      show,
      busy: head.isPlaceholderData,
      error: head.error ?? rest.error,
      again: () => {
        if (head.error) void refetch();
        rest.again();
      },
    }),
    [data, total, rest, show, head.isPlaceholderData, head.error, refetch],
  );
}
