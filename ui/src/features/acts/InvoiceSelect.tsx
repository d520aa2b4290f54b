// Which of a customer's open invoices an act is about.

import type { InvoiceRow } from '../../backend';
import { SelectField } from '../../components/SelectField';
import { useLanguage, useText } from '../../i18n';
import { formatMoney, toCents } from '../../money';

type Props = {
  items: readonly InvoiceRow[];
  value: string;
  onChange: (invoice: string) => void;
  problem: string | undefined;
};

/** Invoices that still ask for something. */
export function owedItems(items: readonly InvoiceRow[]): InvoiceRow[] {
  return items.filter(({ kind, open }) => kind === 'invoice' && toCents(open) > 0);
}

export function InvoiceSelect({ items, value, onChange, problem }: Props) {
  const t = useText();
  const lang = useLanguage();
  return (
    <SelectField
      label={t.acts.invoice}
      options={items.map(({ id, number, open }) => ({
        value: id,
        label: `${number} · ${formatMoney(open, lang)}`,
      }))}
      value={value}
      onChange={onChange}
      problem={problem}
    />
  );
}
