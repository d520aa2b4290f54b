// Interest, period by period: which days, which rate, over what, by which article. The lines sum to the total.

import type { Money as Amount } from '../../backend';
import { DateText, Money } from '../../components/Figures';
import { formatDate } from '../../dates';
import type { Lang } from '../../backend';
import { useText, type Text } from '../../i18n';
import { formatMoney } from '../../money';
import type { Period } from './answers';
import { articleOf, formatPercent } from './read';

function rateOf({ percent, per }: Period, t: Text): string {
  const text = formatPercent(percent, t);
  return per === 'month' ? t.calculator.interest.perMonth(text) : text;
}

export function Periods(props: { lines: readonly Period[]; total: Amount; caption: string }) {
  const t = useText();
  const words = t.calculator.interest.columns;
  return (
    <div className="calc-scroll">
      <table className="calc-table">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.through}</th>
            <th scope="col" className="end">
              {words.days}
            </th>
            <th scope="col" className="end">
              {words.percent}
            </th>
            <th scope="col" className="end">
              {words.over}
            </th>
            <th scope="col" className="end">
              {words.amount}
            </th>
            <th scope="col">{words.basis}</th>
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line) => (
            <tr key={`${line.from} ${line.base}`}>
              <td>
                <DateText value={line.from} />
              </td>
              <td>
                <DateText value={line.through} />
              </td>
              <td className="end amount">{t.number(line.days)}</td>
              <td className="end amount">{rateOf(line, t)}</td>
              <td className="end">
                <Money value={line.base} />
              </td>
              <td className="end">
                <Money value={line.interest} />
              </td>
              <td title={line.basis}>{articleOf(line.basis)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={5}>
              {t.calculator.total}
            </th>
            <td className="end calc-keep">
              <Money value={props.total} strong />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

export function periodText(line: Period, t: Text, lang: Lang): string {
  const words = t.calculator.interest;
  const parts = [
    words.span(formatDate(line.from, t), formatDate(line.through, t)),
    t.calculator.days(line.days),
    words.rate(rateOf(line, t), formatMoney(line.base, lang)),
  ];
  return `${parts.join(', ')}: ${formatMoney(line.interest, lang)}`;
}
