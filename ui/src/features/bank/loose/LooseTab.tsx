// Over: money that customers paid and that stands with no invoice yet.

import { useRef, useState } from 'react';
import { useBackend, type UnallocatedPage, type UnallocatedRow } from '../../../backend';
import { DateText, Money } from '../../../components/Figures';
import { PagedTable, type PagedHandle } from '../../../components/PagedTable';
import type { Column } from '../../../components/pagedColumns';
import { RoomHead } from '../../../components/RoomHead';
import { Split } from '../../../components/Split';
import { EmptyState, ErrorState, Skeleton } from '../../../components/States';
import { usePages } from '../../../components/usePages';
import { useLanguage, useText, type Text } from '../../../i18n';
import { useAction } from '../../../keys/actions';
import { formatMoney } from '../../../money';
import { LoosePanel } from './LoosePanel';
import './Loose.css';

function columnsOf(t: Text): Column<UnallocatedRow>[] {
  const words = t.bank.loose;
  return [
    {
      id: 'customer',
      title: words.customer,
      width: 'minmax(11rem, 3fr)',
      cell: (row) => <span className="cell-name">{row.name}</span>,
    },
    {
      id: 'received',
      title: words.received,
      width: 'minmax(8rem, 1fr)',
      cell: (row) => (
        <>
          <DateText value={row.date} />
          <span className="cell-text">{words.waits(row.days)}</span>
        </>
      ),
    },
    {
      id: 'amount',
      title: words.amount,
      width: '8rem',
      end: true,
      from: 44,
      cell: (row) => <Money value={row.amount} />,
    },
    {
      id: 'open',
      title: words.open,
      width: '8rem',
      end: true,
      from: 52,
      cell: (row) => <Money value={row.open} />,
    },
    {
      id: 'left',
      title: words.left,
      width: '8rem',
      end: true,
      cell: (row) => <Money value={row.left} strong />,
    },
  ];
}

export function LooseTab() {
  const t = useText();
  const lang = useLanguage();
  const backend = useBackend();
  const words = t.bank.loose;
  const [active, setActive] = useState(0);
  const [opened, setOpened] = useState<string | null>(null);
  const table = useRef<PagedHandle>(null);
  const pages = usePages<UnallocatedRow, UnallocatedPage>(['unallocated', lang], (offset, limit) =>
    backend.call('unallocated', { offset, limit }),
  );
  const close = () => {
    setOpened(null);
    setTimeout(() => table.current?.focus());
  };
  useAction('closePanel', close, opened !== null);
  const { head } = pages;
  if (!head) {
    return pages.error ? (
      <ErrorState title={t.bank.failed} reason={pages.error} onRetry={pages.again} />
    ) : (
      <Skeleton lines={['text', 'row', 'row', 'row']} />
    );
  }
  if (head.total === 0) {
    return (
      <div className="bank-middle">
        <EmptyState icon="done" title={words.emptyTitle} text={words.emptyText} />
      </div>
    );
  }
  const row = opened === null ? undefined : findRow(pages.row, head.total, opened);
  return (
    <Split
      onClose={close}
      main={
        <div className="bank-fill">
          <RoomHead title={words.lead(formatMoney(head.amount, lang), head.total)} lead={words.why} />
          <PagedTable
            label={words.list}
            columns={columnsOf(t)}
            pages={pages}
            keyOf={({ payment }) => payment}
            sorting={{ by: '', descending: false }}
            onSort={() => {}}
            active={Math.min(active, head.total - 1)}
            onActive={setActive}
            onOpen={({ payment }) => setOpened(payment)}
            opened={opened}
            question="loose"
            handle={table}
          />
        </div>
      }
      side={row ? <LoosePanel key={row.payment} row={row} onClose={close} /> : null}
    />
  );
}

function findRow(
  row: (index: number) => UnallocatedRow | undefined,
  total: number,
  payment: string,
): UnallocatedRow | undefined {
  for (let index = 0; index < total; index += 1) {
    const candidate = row(index);
    if (candidate?.payment === payment) return candidate;
  }
  return undefined;
}
