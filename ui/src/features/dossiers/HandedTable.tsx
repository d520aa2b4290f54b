// What was handed over: with whom it is, how it stands, what is still open of it.

import { useState, type Ref } from 'react';
import type { DossierState, DossierView } from '../../backend';
import { Chip, type Tone } from '../../components/Chip';
import { DateText, Money } from '../../components/Figures';
import type { Column } from '../../components/pagedColumns';
import type { Sorting } from '../../components/PagedHead';
import { PagedTable, type PagedHandle } from '../../components/PagedTable';
import { useText, type Text } from '../../i18n';
import { toCents } from '../../money';
import { useRows, type Orders } from './useRows';

type Props = {
  dossiers: readonly DossierView[];
  opened: string | null;
  onOpen: (row: DossierView) => void;
  handle: Ref<PagedHandle>;
};

const stateTone: Record<DossierState, Tone> = {
  with_them: 'accent',
  settled: 'good',
  withdrawn: 'plain',
  uncollectable: 'late',
};

export function StateChip({ state, t }: { state: DossierState; t: Text }) {
  return <Chip tone={stateTone[state]}>{t.dossiers.states[state]}</Chip>;
}

const orders: Orders<DossierView> = {
  name: (row) => row.name,
  party: (row) => row.to?.name ?? '',
  state: (row) => row.state,
  date: (row) => row.date,
  open: (row) => toCents(row.open),
};

function columnsOf(t: Text): Column<DossierView>[] {
  const words = t.dossiers.handed;
  return [
    {
      id: 'name',
      title: words.name,
      width: 'minmax(9rem, 3fr)',
      sort: 'up',
      cell: (row) => (
        <span className="paged-lines">
          <span title={row.name}>{row.name}</span>
          <small>{t.dossiers.ready.invoices(row.invoices)}</small>
        </span>
      ),
    },
    {
      id: 'party',
      title: words.party,
      width: 'minmax(8rem, 2fr)',
      sort: 'up',
      from: 46,
      cell: (row) =>
        row.to ? (
          <span className="paged-lines">
            <span title={row.to.name}>{row.to.name}</span>
            <small>
              {row.to.reference ? words.reference(row.to.reference) : t.dossiers.party[row.to.kind]}
            </small>
          </span>
        ) : (
          <span className="quiet">{words.nobody}</span>
        ),
    },
    {
      id: 'state',
      title: words.state,
      width: '8rem',
      sort: 'up',
      cell: (row) => <StateChip state={row.state} t={t} />,
    },
    {
      id: 'date',
      title: words.date,
      width: '7.5rem',
      end: true,
      sort: 'down',
      from: 36,
      cell: (row) => <DateText value={row.date} />,
    },
    {
      id: 'open',
      title: words.open,
      width: '8rem',
      end: true,
      sort: 'down',
      cell: (row) => <Money value={row.open} strong />,
    },
  ];
}

export function HandedTable({ dossiers, opened, onOpen, handle }: Props) {
  const t = useText();
  const [sorting, setSorting] = useState<Sorting>({ by: 'date', descending: true });
  const [active, setActive] = useState(0);
  const pages = useRows(dossiers, sorting, orders);
  return (
    <PagedTable
      label={t.dossiers.handed.table}
      columns={columnsOf(t)}
      pages={pages}
      keyOf={(row) => row.id}
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
