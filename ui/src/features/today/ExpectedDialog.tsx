// How the expected cash was reckoned, with every week as a line.

import type { ExpectedCash } from '../../backend';
import { Dialog } from '../../components/Dialog';
import { Money } from '../../components/Figures';
import { formatDate, formatShortDate } from '../../dates';
import { useText } from '../../i18n';
import { toCents } from '../../money';
import { WhyMoney } from '../why/Why';
import { askedWeek } from './StateSentence';

/** `asks`: each amount can be asked; not where the table is only read out. */
export function ExpectedTable({ expected, asks = false }: { expected: ExpectedCash; asks?: boolean }) {
  const t = useText();
  const words = t.today.expected;
  return (
    <table className="expected-table">
      <caption className="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.week}</th>
          <th scope="col" className="expected-number">
            {words.invoices}
          </th>
          <th scope="col" className="expected-number">
            {words.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {expected.weeks.map((week) => {
          const { from, through, amount, invoices } = week;
          const asked = askedWeek(week, t);
          return (
            <tr key={from}>
              <th scope="row" className="amount">
                {words.period(formatShortDate(from, t), formatDate(through, t))}
              </th>
              <td className="expected-number amount">{t.number(invoices)}</td>
              <td className="expected-number">
                {asks && invoices > 0 ? (
                  <WhyMoney value={amount} asked={asked} what={asked.name} />
                ) : (
                  <Money value={amount} />
                )}
              </td>
            </tr>
          );
        })}
        {(['past', 'later', 'unknown'] as const).map((part) => (
          <tr key={part}>
            <th scope="row">{words[part]}</th>
            <td className="expected-number" colSpan={2}>
              {asks && toCents(expected[part]) !== 0 ? (
                <WhyMoney
                  value={expected[part]}
                  asked={{ name: words[part], sum: { of: part } }}
                  what={words[part]}
                />
              ) : (
                <Money value={expected[part]} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ExpectedDialog({ expected, onClose }: { expected: ExpectedCash; onClose: () => void }) {
  const t = useText();
  const words = t.today.expected;
  const { median_days_late: median, customers_with_own: own } = expected;
  return (
    <Dialog title={words.howTitle} isOpen onClose={onClose} wide>
      <ul className="expected-why">
        <li>{median === null ? words.byDue : words.byHabit}</li>
        {median !== null && <li>{words.habit(own, median)}</li>}
        <li>{words.pastWhy}</li>
        <li>{words.unknownWhy}</li>
        <li>{words.noPromise}</li>
      </ul>
      <ExpectedTable expected={expected} asks />
    </Dialog>
  );
}
