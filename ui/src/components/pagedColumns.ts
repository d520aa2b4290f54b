// A column of a paged table.

import type { ReactNode } from 'react';

export type Column<Row> = {
  id: string;
  title: string;
  /** `shows` tells which other columns fit beside it: what does not may find a place here. */
  cell: (row: Row, shows: (id: string) => boolean) => ReactNode;
  /** A track of the grid: "7rem", "minmax(12rem, 3fr)". */
  width: string;
  /** Right-aligned: amounts and counts. */
  end?: boolean;
  /** Whether one can sort by it, and which way first. */
  sort?: 'up' | 'down';
  /** Only shown when the table is at least so many rem wide. */
  from?: number;
};
