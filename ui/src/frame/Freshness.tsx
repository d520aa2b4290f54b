// How fresh the bank data and the backup are. The gate has the last word on what may be sent; these two
// lines only draw the eye in time.

import type { Today } from '../backend';
import { Dot } from '../components/Chip';
import { dateOf, daysBetween, formatAgo, formatDate, timeOf } from '../dates';
import { useText } from '../i18n';

const BANK_OLD_AFTER = 4;
const BACKUP_OLD_AFTER = 3;

export function Freshness({ today }: { today: Today }) {
  const t = useText();
  const bankAge = today.bank_through ? daysBetween(today.bank_through, today.date) : null;
  const bankOld = bankAge === null || bankAge > BANK_OLD_AFTER;
  const backupDate = today.backup_at ? dateOf(today.backup_at) : null;
  const backupOld = backupDate === null || daysBetween(backupDate, today.date) > BACKUP_OLD_AFTER;

  const backupWhen = () => {
    if (!today.backup_at || !backupDate) return t.frame.backupNever;
    const age = daysBetween(backupDate, today.date);
    if (age === 0) return t.frame.backup(t.date.todayAt(timeOf(today.backup_at)));
    if (age === 1) return t.frame.backup(t.date.yesterdayAt(timeOf(today.backup_at)));
    return t.frame.backup(formatAgo(backupDate, today.date, t));
  };
  const state = (old: boolean) => (
    <span className="visually-hidden">({old ? t.frame.attention : t.frame.upToDate})</span>
  );

  return (
    <ul className="rail-foot" aria-label={t.frame.known}>
      <li>
        <Dot tone={bankOld ? 'held' : 'good'} />
        <span>
          {today.bank_through ? t.frame.bankThrough(formatDate(today.bank_through, t)) : t.frame.bankNever}
          {bankOld && bankAge !== null && `, ${t.frame.bankOld(bankAge)}`} {state(bankOld)}
        </span>
      </li>
      <li>
        <Dot tone={backupOld ? 'held' : 'good'} />
        <span>
          {backupWhen()} {state(backupOld)}
        </span>
      </li>
    </ul>
  );
}
