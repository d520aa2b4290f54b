// A list that was read whole, as a table of pages wants it: ordered by the chosen column.

import { useMemo } from 'react';
import type { Sorting } from '../../components/PagedHead';
import type { Pages } from '../../components/usePages';

export type Orders<Row> = Record<string, (row: Row) => string | number>;

export function useRows<Row>(
  rows: readonly Row[],
  sorting: Sorting,
  orders: Orders<Row>,
): Pages<Row> & { rows: readonly Row[] } {
  const ordered = useMemo(() => {
    const of = orders[sorting.by];
    if (!of) return rows;
    const sign = sorting.descending ? -1 : 1;
    return rows.toSorted((one, other) => {
      const [left, right] = [of(one), of(other)];
      if (typeof left === 'string' && typeof right === 'string') return sign * left.localeCompare(right);
      return left < right ? -sign : left > right ? sign : 0;
    });
  }, [rows, sorting, orders]);
  return useMemo(
    () => ({
      rows: ordered,
      total: ordered.length,
      row: (index: number) => ordered[index],
      show: () => undefined,
      busy: false,
      error: null,
      again: () => undefined,
    }),
    [ordered],
  );
}
