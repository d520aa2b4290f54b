// The customers that the plan proposes to hand over, and how complete their dossiers are.

import { useState, type Ref } from 'react';
import type { IsoDate, ReadyDossier } from '../../backend';
import { Chip } from '../../components/Chip';
import { Money } from '../../components/Figures';
import type { Column } from '../../components/pagedColumns';
import type { Sorting } from '../../components/PagedHead';
import { PagedTable, type PagedHandle } from '../../components/PagedTable';
import { daysBetween } from '../../dates';
import { useText, type Text } from '../../i18n';
import { toCents } from '../../money';
import { comesFirst, firstWords } from './first';
import { useRows, type Orders } from './useRows';

type Props = {
  ready: readonly ReadyDossier[];
  today: IsoDate;
  opened: string | null;
  onOpen: (row: ReadyDossier) => void;
  handle: Ref<PagedHandle>;
};

/** Who can go first, and most euros within. */
const AS_GIVEN: Sorting = { by: 'able', descending: false };
const BEHIND_ALL = 1e15;

const orders: Orders<ReadyDossier> = {
  able: (row) => (comesFirst(row) === null ? 0 : BEHIND_ALL) - toCents(row.claim.total),
  name: (row) => row.name,
  complete: (row) => row.serious * 100 + row.other,
  oldest: (row) => row.oldest_due ?? '',
  amount: (row) => toCents(row.claim.total),
};

export function Completeness({ serious, other, t }: { serious: number; other: number; t: Text }) {
  const words = t.dossiers.ready;
  if (serious > 0) return <Chip tone="late">{words.serious(serious)}</Chip>;
  if (other > 0) return <Chip tone="held">{words.other(other)}</Chip>;
  return <Chip tone="good">{words.whole}</Chip>;
}

function columnsOf(today: IsoDate, t: Text): Column<ReadyDossier>[] {
  const words = t.dossiers.ready;
  return [
    {
      id: 'name',
      title: words.name,
      width: 'minmax(9rem, 3fr)',
      sort: 'up',
      cell: (row) => (
        <span className="paged-lines">
          <span title={row.name}>{row.name}</span>
          <small>
            {[
              row.number,
              words.invoices(row.invoices),
              row.behind > 0 && words.behind(row.behind),
              firstWords(comesFirst(row), words.first),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </span>
      ),
    },
    {
      id: 'complete',
      title: words.complete,
      width: 'minmax(8rem, 1.4fr)',
      sort: 'down',
      cell: (row) => <Completeness serious={row.serious} other={row.other} t={t} />,
    },
    {
      id: 'oldest',
      title: words.oldest,
      width: '6rem',
      end: true,
      sort: 'up',
      from: 34,
      cell: (row) =>
        row.oldest_due && <span className="amount">{words.days(daysBetween(row.oldest_due, today))}</span>,
    },
    {
      id: 'amount',
      title: words.amount,
      width: '8rem',
      end: true,
      sort: 'down',
      cell: (row) => <Money value={row.claim.total} strong />,
    },
  ];
}

export function ReadyTable({ ready, today, opened, onOpen, handle }: Props) {
  const t = useText();
  const [sorting, setSorting] = useState<Sorting>(AS_GIVEN);
  const [active, setActive] = useState(0);
  const pages = useRows(ready, sorting, orders);
  return (
    <PagedTable
      label={t.dossiers.ready.table}
      columns={columnsOf(today, t)}
      pages={pages}
      keyOf={(row) => row.customer}
      sorting={sorting}
      onSort={setSorting}
      active={active}
      onActive={setActive}
      onOpen={onOpen}
      opened={opened}
      question={`${sorting.by} ${sorting.descending}`}
      handle={handle}
    />
  );
}
