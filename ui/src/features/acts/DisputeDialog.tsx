// A dispute: which invoice, all of it or a part, and what is wrong according to the customer.

import type { Money } from '../../backend';
import { Choice } from '../../components/Choice';
import { MoneyField } from '../../components/MoneyField';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';
import { parseMoney } from '../../money';
import { ActDialog } from './ActDialog';
import { aboutWords } from './acts';
import type { ActProps } from './ActShown';
import { amountProblem, reasonProblem } from './checks';
import { InvoiceSelect, owedItems } from './InvoiceSelect';
import { useActForm } from './useActForm';

type Form = { invoice: string; how: 'whole' | 'part'; amount: string; reason: string };

export function DisputeDialog({ subject, detail, onClose }: ActProps) {
  const t = useText();
  const items = owedItems(detail.items);
  const form = useActForm<'dispute', Form>({
    command: 'dispute',
    draft: `dispute ${subject.customer} ${subject.invoice ?? ''}`,
    initial: { invoice: subject.invoice ?? items[0]?.id ?? '', how: 'whole', amount: '', reason: '' },
    check: ({ invoice, how, amount, reason }) => ({
      ...(invoice === '' && { invoice: t.acts.problem.invoice }),
      ...(how === 'part' && amountProblem('amount', amount, t)),
      ...reasonProblem(reason, t),
    }),
    request: ({ invoice, how, amount, reason }) => ({
      invoice,
      reason: reason.trim(),
      ...(how === 'part' && { amount: parseMoney(amount) as Money }),
    }),
    codes: {
      amount_not_positive: 'amount',
      amount_too_large: 'amount',
      reason_needed: 'reason',
      unknown_invoice: 'invoice',
    },
    onDone: onClose,
  });
  const { how } = form.form;
  return (
    <ActDialog
      title={t.acts.name.dispute}
      about={aboutWords(subject, detail.row.name, t)}
      help={t.acts.dispute.help}
      form={form}
      submit={t.acts.dispute.submit}
      onClose={onClose}
    >
      {!subject.invoice && (
        <InvoiceSelect
          items={items}
          value={form.form.invoice}
          onChange={(invoice) => form.set({ invoice })}
          problem={form.problems.invoice}
        />
      )}
      <Choice
        label={t.acts.dispute.how}
        value={how}
        onChange={(chosen) => form.set({ how: chosen })}
        options={[
          { value: 'whole', title: t.acts.dispute.whole },
          { value: 'part', title: t.acts.dispute.part },
        ]}
      />
      {how === 'part' && (
        <MoneyField
          label={t.acts.amount}
          value={form.form.amount}
          onChange={(amount) => form.set({ amount })}
          problem={form.problems.amount}
        />
      )}
      <TextField
        label={t.acts.reason}
        help={t.acts.dispute.reasonHelp}
        value={form.form.reason}
        onChange={(reason) => form.set({ reason })}
        problem={form.problems.reason}
        lines={3}
        autoFocus
      />
    </ActDialog>
  );
}
