// What remains of an invoice, what it grew to, until when it could be paid and what comes next.

import type { InvoiceDetail } from '../../backend';
import { DateText, Money } from '../../components/Figures';
import { useLanguage, useText } from '../../i18n';
import { formatMoney, toCents } from '../../money';
import { nextWords } from '../customers/words';
import { useSession } from '../session/session';
import { WhyMoney } from '../why/Why';

export function InvoiceFigures({ detail, name }: { detail: InvoiceDetail; name: string }) {
  const t = useText();
  const lang = useLanguage();
  const { info } = useSession();
  const words = t.invoices.one;
  const { row, growth } = detail;
  // A credit note bears no interest, has no last day, and is set off rather than paid.
  const credit = row.kind === 'credit_note';
  const remains = credit ? words.toSetOff : words.remains;
  const asked = { customer: row.customer, invoice: row.id, name };
  const grown = !credit && toCents(growth.total) !== toCents(row.open);
  return (
    <>
      <dl className="figures">
        <div>
          <dt>{remains}</dt>
          <dd className="figure">
            <WhyMoney
              value={row.open}
              asked={{ name, sum: { of: 'open', customer: row.customer, invoice: row.id } }}
              what={remains}
            />
          </dd>
        </div>
        <div>
          <dt>{credit ? words.credited : words.original}</dt>
          <dd className="figure">
            <Money value={row.amount} />
          </dd>
        </div>
        {grown && (
          <div>
            <dt>{words.grown}</dt>
            <dd className="figure">
              <WhyMoney value={growth.total} asked={asked} what={words.grown} />
            </dd>
            {toCents(growth.per_day) > 0 && (
              <dd className="field-help">{words.perDay(formatMoney(growth.per_day, lang))}</dd>
            )}
          </div>
        )}
        {!credit && (
          <div>
            <dt>{words.due}</dt>
            <dd className="figure">{row.due ? <DateText value={row.due} /> : words.noDue}</dd>
            {detail.due_why && <dd className="field-help">{detail.due_why}</dd>}
          </div>
        )}
      </dl>
      {(row.next || detail.next_why) && (
        <section className="customer-part">
          <h2 className="part-title">{words.next}</h2>
          <div className="next">
            <div className="next-words">
              {row.next && <p className="next-title">{nextWords(row.next, info.today, t)}</p>}
              {detail.next_why && <p className="quiet">{detail.next_why}</p>}
            </div>
          </div>
        </section>
      )}
    </>
  );
}
