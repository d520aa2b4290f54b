// The columns of Klanten. In a narrow list the less needed ones go first.

import { useMemo } from 'react';
import type { CustomerRow, IsoDate } from '../../backend';
import { Chip, Dot } from '../../components/Chip';
import { Money } from '../../components/Figures';
import type { Column } from '../../components/pagedColumns';
import { Sparkline } from '../../components/Sparkline';
import { formatDate } from '../../dates';
import { useLanguage, useText, type Text } from '../../i18n';
import { formatMoney, toCents } from '../../money';
import { gateTone } from '../today/words';
import { flagTone, shownFlags, stepName } from './words';

function Name({ row, t }: { row: CustomerRow; t: Text }) {
  const flags = shownFlags.filter((flag) => row.flags.includes(flag));
  return (
    <span className="customer-name">
      <span className="paged-lines">
        <span title={row.name}>{row.name}</span>
        <small>{[row.number ?? row.id, row.city].filter(Boolean).join(' · ')}</small>
      </span>
      {flags.length > 0 && (
        <span className="customer-flags">
          {flags.slice(0, 2).map((flag) => (
            <Chip key={flag} tone={flagTone[flag]}>
              {t.customers.flag[flag]}
            </Chip>
          ))}
        </span>
      )}
    </span>
  );
}

function Oldest({ row, today, t }: { row: CustomerRow; today: IsoDate; t: Text }) {
  const { days_late: days, oldest_due: due } = row;
  if (days !== null && days > 0) return <span className="paged-cut">{t.customers.late(days)}</span>;
  if (due === null) return null;
  return (
    <span className="paged-cut quiet">
      {due === today ? t.customers.dueToday : t.customers.notLate(formatDate(due, t))}
    </span>
  );
}

function Next({ row, today, t }: { row: CustomerRow; today: IsoDate; t: Text }) {
  const { next } = row;
  if (!next) return <span className="quiet">{t.customers.nothingNext}</span>;
  const due = next.on === null || next.on <= today;
  return (
    <span className="customer-next">
      {due && next.gate ? <Dot tone={gateTone[next.gate]} /> : <Dot tone="plain" />}
      <span className="paged-lines">
        <span>{stepName(next.step, next.kind, t)}</span>
        <small>
          {due && next.gate
            ? t.today.gate[next.gate]
            : due
              ? t.customers.now
              : next.on && t.customers.onDay(formatDate(next.on, t))}
        </small>
      </span>
    </span>
  );
}

/** What a row of little bars says, for who does not see it. */
export function behaviourWords(row: CustomerRow, t: Text): string {
  const { behaviour } = row;
  const onTime = behaviour.filter((days) => days <= 0).length;
  return t.customers.behaviour(behaviour.length, onTime, behaviour.at(-1) ?? 0);
}

export function useCustomerColumns(today: IsoDate): readonly Column<CustomerRow>[] {
  const t = useText();
  const lang = useLanguage();
  return useMemo<readonly Column<CustomerRow>[]>(() => {
    const words = t.customers.column;
    return [
      {
        id: 'name',
        title: words.name,
        width: 'minmax(8rem, 2.4fr)',
        sort: 'up',
        cell: (row) => <Name row={row} t={t} />,
      },
      {
        id: 'next',
        title: words.next,
        width: 'minmax(10.75rem, 1.4fr)',
        sort: 'up',
        from: 42,
        cell: (row) => <Next row={row} today={today} t={t} />,
      },
      {
        id: 'oldest',
        title: words.oldest,
        width: 'minmax(8.5rem, 1fr)',
        sort: 'down',
        from: 54,
        cell: (row) => <Oldest row={row} today={today} t={t} />,
      },
      {
        id: 'behaviour',
        title: words.behaviour,
        width: 'minmax(6rem, 0.6fr)',
        from: 66,
        cell: (row) =>
          row.behaviour.length > 0 ? (
            <Sparkline days={row.behaviour} label={behaviourWords(row, t)} />
          ) : (
            <span className="visually-hidden">{t.customers.noPayments}</span>
          ),
      },
      {
        id: 'on_time',
        title: words.on_time,
        width: 'minmax(4.5rem, 0.5fr)',
        end: true,
        sort: 'up',
        from: 60,
        cell: (row) =>
          row.on_time === null ? null : <span className="amount">{t.customers.onTime(row.on_time)}</span>,
      },
      {
        id: 'late',
        title: words.late,
        width: 'minmax(7rem, 0.7fr)',
        end: true,
        sort: 'down',
        from: 34,
        cell: (row) =>
          toCents(row.late) > 0 ? (
            <span className="customer-late">
              <Money value={row.late} />
            </span>
          ) : null,
      },
      {
        id: 'open',
        title: words.open,
        width: 'minmax(8.5rem, 0.7fr)',
        end: true,
        sort: 'down',
        cell: (row, shows) => (
          <span className="paged-lines">
            <Money value={row.open} strong />
            {!shows('late') && toCents(row.late) > 0 && (
              <small className="customer-late">{t.customers.lateTotal(formatMoney(row.late, lang))}</small>
            )}
          </span>
        ),
      },
    ];
  }, [t, lang, today]);
}
