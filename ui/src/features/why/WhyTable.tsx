// A calculation in full: part by part, line by line, each with its ground in law; the lines sum to the total.

import type { Explained, ExplainedLine, ExplainedPart } from '../../backend';
import { Money } from '../../components/Figures';
import { Icon } from '../../components/Icon';
import { formatDate } from '../../dates';
import { useLanguage, useText } from '../../i18n';
import { formatMoney, toCents } from '../../money';
import './why.css';

/** What a line was counted from: over how much, at which rate, from when, how many days. */
function Counted({ line }: { line: ExplainedLine }) {
  const t = useText();
  const lang = useLanguage();
  const { base, percent, from, through, days, article } = line;
  const parts = [
    base && `${t.why.base.toLowerCase()} ${formatMoney(base, lang)}`,
    percent && t.why.perYear(lang === 'nl' ? percent.replace('.', ',') : percent),
    from && through && t.why.from(formatDate(from, t), formatDate(through, t)),
    days !== null && `${t.number(days)} ${t.why.days.toLowerCase()}`,
  ].filter(Boolean);
  if (parts.length === 0 && !article) return null;
  return (
    <span className="why-counted">
      {parts.length > 0 && <span>{parts.join(' · ')}</span>}
      {article && <span className="why-article">{article}</span>}
    </span>
  );
}

function Part({ part }: { part: ExplainedPart }) {
  const t = useText();
  return (
    <table className="why-part">
      <caption>
        {part.title}
        {part.note && <small>{part.note}</small>}
      </caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t.why.line}</th>
          <th scope="col">{t.why.amount}</th>
        </tr>
      </thead>
      <tbody>
        {part.lines.map((line, at) => (
          // Lines may say the same twice; their order is their name.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={at}>
            <th scope="row">
              {line.label}
              <Counted line={line} />
            </th>
            <td>
              <Money value={line.amount} />
            </td>
          </tr>
        ))}
      </tbody>
      {part.lines.length !== 1 && (
        <tfoot>
          <tr>
            <th scope="row">{t.why.sum}</th>
            <td>
              <Money value={part.amount} strong />
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** More parts than this fill a screen: what they come to, and what to know of it, goes before them. */
const SCREEN = 8;

/** `within`: it stands in another explanation, which says on which day it stands so. */
export function WhyTable({ explained, within = false }: { explained: Explained; within?: boolean }) {
  const t = useText();
  const lang = useLanguage();
  const { parts, total, per_day: perDay, warnings, date } = explained;
  const long = parts.length > SCREEN;
  const sum = (
    <>
      <p className="why-total">
        <span>{t.why.total}</span>
        <Money value={total} strong />
      </p>
      {toCents(perDay) > 0 && <p className="quiet">{t.why.perDay(formatMoney(perDay, lang))}</p>}
      {warnings.length > 0 && (
        <section className="why-warnings">
          <h3>
            <Icon name="warning" size={16} /> {t.why.warnings}
          </h3>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
  return (
    <div className="why">
      {!within && <p className="quiet">{t.why.on(formatDate(date, t))}</p>}
      {parts.length === 0 && <p>{t.why.nothing}</p>}
      {long && sum}
      {parts.map((part, at) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Part key={at} part={part} />
      ))}
      {!long && sum}
    </div>
  );
}
