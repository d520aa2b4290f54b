// What else is known of an invoice.

import type { InvoiceDetail } from '../../backend';
import { formatDate } from '../../dates';
import { useLanguage, useText } from '../../i18n';
import { formatMoney } from '../../money';

export function InvoiceDetails({ detail }: { detail: InvoiceDetail }) {
  const t = useText();
  const lang = useLanguage();
  const words = t.invoices.one;
  const lines: [name: string, value: string | null][] = [
    [(detail.row.kind === 'credit_note' ? words.credit : words).date, formatDate(detail.row.date, t)],
    [words.description, detail.description],
    [words.vat, detail.vat && formatMoney(detail.vat, lang)],
    [words.reference, detail.payment_reference],
    [words.contract, detail.contract],
    [words.received, detail.received && formatDate(detail.received, t)],
    [words.credits, detail.credits],
  ];
  return (
    <section className="customer-part">
      <h2 className="part-title">{words.details}</h2>
      <dl className="details">
        {lines
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="amount-wrap">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
