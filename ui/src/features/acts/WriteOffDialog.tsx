// A part of an invoice that is given up.

import type { Money } from '../../backend';
import { MoneyField } from '../../components/MoneyField';
import { TextField } from '../../components/TextField';
import { useLanguage, useText } from '../../i18n';
import { formatMoney, parseMoney, typedMoney } from '../../money';
import { ActDialog } from './ActDialog';
import { aboutWords } from './acts';
import type { ActProps } from './ActShown';
import { amountProblem, reasonProblem } from './checks';
import { InvoiceSelect, owedItems } from './InvoiceSelect';
import { useActForm } from './useActForm';

type Form = { invoice: string; amount: string; reason: string };

export function WriteOffDialog({ subject, detail, onClose }: ActProps) {
  const t = useText();
  const lang = useLanguage();
  const items = owedItems(detail.items);
  const first = items.find(({ id }) => id === subject.invoice) ?? items[0];
  const form = useActForm<'write_off', Form>({
    command: 'write_off',
    draft: `writeOff ${subject.customer} ${subject.invoice ?? ''}`,
    initial: {
      invoice: subject.invoice ?? first?.id ?? '',
      amount: first ? typedMoney(first.open, lang) : '',
      reason: '',
    },
    check: ({ invoice, amount, reason }) => ({
      ...(invoice === '' && { invoice: t.acts.problem.invoice }),
      ...amountProblem('amount', amount, t),
      ...reasonProblem(reason, t),
    }),
    request: ({ invoice, amount, reason }) => ({
      invoice,
      amount: parseMoney(amount) as Money,
      reason: reason.trim(),
    }),
    codes: {
      amount_not_positive: 'amount',
      amount_too_large: 'amount',
      out_of_range: 'amount',
      reason_needed: 'reason',
      unknown_invoice: 'invoice',
    },
    onDone: onClose,
  });
  const chosen = items.find(({ id }) => id === form.form.invoice);
  return (
    <ActDialog
      title={t.acts.name.writeOff}
      about={aboutWords(subject, detail.row.name, t)}
      help={t.acts.writeOff.help}
      form={form}
      submit={t.acts.writeOff.submit}
      onClose={onClose}
    >
      {!subject.invoice && (
        <InvoiceSelect
          items={items}
          value={form.form.invoice}
          onChange={(invoice) => {
            const open = items.find(({ id }) => id === invoice)?.open;
            form.set({ invoice, ...(open && { amount: typedMoney(open, lang) }) });
          }}
          problem={form.problems.invoice}
        />
      )}
      <MoneyField
        label={t.acts.amount}
        help={chosen && t.acts.openNow(formatMoney(chosen.open, lang))}
        value={form.form.amount}
        onChange={(amount) => form.set({ amount })}
        problem={form.problems.amount}
        autoFocus
      />
      <TextField
        label={t.acts.reason}
        value={form.form.reason}
        onChange={(reason) => form.set({ reason })}
        problem={form.problems.reason}
      />
    </ActDialog>
  );
}
