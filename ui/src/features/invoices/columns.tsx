// The columns of Facturen. In a narrow list the less needed ones go first.

import { useMemo } from 'react';
import type { InvoiceRow, IsoDate } from '../../backend';
import { Chip } from '../../components/Chip';
import { DateText, Money } from '../../components/Figures';
import type { Column } from '../../components/pagedColumns';
import { formatDate } from '../../dates';
import { useText, type Text } from '../../i18n';
import { toCents } from '../../money';
import { flagTone, nextWords, stepName } from '../customers/words';

const flags = ['disputed', 'held', 'handed_over'] as const;

/** How it stands with an invoice, in words. */
export function standing(row: InvoiceRow, today: IsoDate, t: Text): string {
  if (toCents(row.open) === 0) return row.kind === 'credit_note' ? t.invoices.settled : t.invoices.paid;
  if (row.kind === 'credit_note') return t.invoices.notSettled;
  if (row.days_late !== null && row.days_late > 0) return t.customers.late(row.days_late);
  if (row.due === null) return t.customers.one.noDue;
  return row.due === today ? t.customers.dueToday : t.customers.notLate(formatDate(row.due, t));
}

function Customer({ row, t }: { row: InvoiceRow; t: Text }) {
  const shown = flags.filter((flag) => row.flags.includes(flag));
  return (
    <span className="customer-name">
      <span className="paged-cut" title={row.name}>
        {row.name}
      </span>
      {shown.length > 0 && (
        <span className="customer-flags">
          {shown.map((flag) => (
            <Chip key={flag} tone={flagTone[flag]}>
              {t.customers.flag[flag]}
            </Chip>
          ))}
        </span>
      )}
    </span>
  );
}

export function useInvoiceColumns(today: IsoDate): readonly Column<InvoiceRow>[] {
  const t = useText();
  return useMemo<readonly Column<InvoiceRow>[]>(() => {
    const words = t.invoices.column;
    const late = (row: InvoiceRow) => row.days_late !== null && row.days_late > 0 && toCents(row.open) !== 0;
    return [
      {
        id: 'number',
        title: words.number,
        width: 'minmax(8.5rem, 0.6fr)',
        sort: 'up',
        cell: (row, shows) => (
          <span className="paged-lines">
            <span title={row.number}>{row.number}</span>
            <small>
              {!shows('customer')
                ? row.name
                : row.kind === 'credit_note'
                  ? t.customers.one.credit
                  : row.stage && stepName(row.stage, 'letter', t)}
            </small>
          </span>
        ),
      },
      {
        id: 'customer',
        title: words.customer,
        width: 'minmax(8rem, 2.2fr)',
        sort: 'up',
        from: 30,
        cell: (row) => <Customer row={row} t={t} />,
      },
      {
        id: 'date',
        title: words.date,
        width: '6.5rem',
        sort: 'down',
        from: 60,
        cell: (row) => <DateText value={row.date} />,
      },
      {
        id: 'due',
        title: words.due,
        width: '6.5rem',
        sort: 'up',
        from: 48,
        cell: (row) => (row.due ? <DateText value={row.due} /> : null),
      },
      {
        id: 'days_late',
        title: words.days_late,
        width: '10rem',
        sort: 'down',
        from: 40,
        cell: (row) => (
          <span className={late(row) ? 'paged-cut customer-late' : 'paged-cut quiet'}>
            {standing(row, today, t)}
          </span>
        ),
      },
      {
        id: 'next',
        title: words.next,
        width: 'minmax(9rem, 1fr)',
        from: 76,
        cell: (row) => <span className="paged-cut quiet">{row.next && nextWords(row.next, today, t)}</span>,
      },
      {
        id: 'amount',
        title: words.amount,
        width: '7rem',
        end: true,
        sort: 'down',
        from: 54,
        cell: (row) => <Money value={row.amount} />,
      },
      {
        id: 'open',
        title: words.open,
        width: '7.5rem',
        end: true,
        sort: 'down',
        cell: (row) => <Money value={row.open} strong={toCents(row.open) !== 0} />,
      },
    ];
  }, [t, today]);
}
