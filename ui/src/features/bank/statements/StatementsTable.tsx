// Every statement, the latest first, with what is wrong in its sums or missing before it.

import { useState } from 'react';
import { useBackend, type StatementRow, type StatementsPage } from '../../../backend';
import { Chip, type Tone } from '../../../components/Chip';
import { Money } from '../../../components/Figures';
import { PagedTable } from '../../../components/PagedTable';
import type { Column } from '../../../components/pagedColumns';
import { usePages } from '../../../components/usePages';
import { formatDate } from '../../../dates';
import { writtenIban } from '../../../written';
import { useLanguage, useText, type Text } from '../../../i18n';

const tones: Record<StatementRow['balance'], Tone> = { ok: 'good', fails: 'late', unavailable: 'plain' };

function periodOf({ from, through }: StatementRow, t: Text): string {
  const days = [from, through].flatMap((day) => (day ? [formatDate(day, t)] : []));
  return [...new Set(days)].join(' – ');
}

function columnsOf(t: Text): Column<StatementRow>[] {
  const words = t.bank.statements;
  return [
    {
      id: 'period',
      title: words.period,
      width: 'minmax(9.5rem, 2fr)',
      cell: (row) => (
        <>
          <span className="cell-name">{periodOf(row, t)}</span>
          <span className="cell-text amount">{writtenIban(row.account)}</span>
        </>
      ),
    },
    {
      id: 'lines',
      from: 40,
      title: words.lines,
      width: 'minmax(4.5rem, 0.5fr)',
      end: true,
      cell: (row) => t.number(row.lines),
    },
    {
      id: 'opening',
      title: words.opening,
      width: 'minmax(8.5rem, 1fr)',
      end: true,
      from: 46,
      cell: (row) => row.opening && <Money value={row.opening} />,
    },
    {
      id: 'closing',
      title: words.closing,
      width: 'minmax(8.5rem, 1fr)',
      end: true,
      cell: (row) => row.closing && <Money value={row.closing} />,
    },
    {
      id: 'check',
      title: words.check,
      width: 'minmax(6.5rem, 1fr)',
      cell: (row) => (
        <span className="statement-check">
          <span>
            <Chip tone={tones[row.balance]}>{words.balance[row.balance]}</Chip>{' '}
            {row.gap && <Chip tone="late">{words.gap}</Chip>}
          </span>
          {row.gap && <span className="statement-gap">{row.gap}</span>}
        </span>
      ),
    },
  ];
}

export function StatementsTable() {
  const t = useText();
  const lang = useLanguage();
  const backend = useBackend();
  const [active, setActive] = useState(0);
  const pages = usePages<StatementRow, StatementsPage>(['statements', lang], (offset, limit) =>
    backend.call('statements', { offset, limit }),
  );
  return (
    <PagedTable
      label={t.bank.statements.list}
      columns={columnsOf(t)}
      pages={pages}
      keyOf={({ id }) => String(id)}
      rowRem={4}
      sorting={{ by: '', descending: false }}
      onSort={() => {}}
      active={active}
      onActive={setActive}
      onOpen={() => {}}
      question="statements"
    />
  );
}
