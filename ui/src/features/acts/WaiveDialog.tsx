// Interest and costs that are given up, while the invoices remain.

import type { Money } from '../../backend';
import { MoneyField } from '../../components/MoneyField';
import { TextField } from '../../components/TextField';
import { useLanguage, useText } from '../../i18n';
import { formatCents, formatMoney, parseMoney, sumCents, toCents, typedMoney } from '../../money';
import type { Problems } from '../session/problems';
import { ActDialog } from './ActDialog';
import type { ActProps } from './ActShown';
import { amountUpTo, reasonProblem } from './checks';
import { useActForm } from './useActForm';

type Form = { interest: string; costs: string; reason: string };

export function WaiveDialog({ subject, detail, onClose }: ActProps) {
  const t = useText();
  const lang = useLanguage();
  const { interest, costs, principal, costs_announced: announced } = detail.claim;
  const typed = (money: Money) => (toCents(money) > 0 ? typedMoney(money, lang) : '');
  // Interest that a payment has covered can be given up too: the money then goes to the invoice (art. 6:44 BW puts
  // interest first), so no more of it than is open there. Without a payment it is what is asked.
  const paid = detail.payments.length > 0;
  const most = {
    interest: sumCents([toCents(interest), ...(paid ? [toCents(principal)] : [])]),
    costs: sumCents([toCents(costs), ...(announced ? [toCents(announced)] : [])]),
  };
  const words = {
    interest: t.acts.waive[paid ? 'mostInterestPaid' : 'mostInterest'],
    costs: t.acts.waive.mostCosts,
  };
  const upTo = (field: 'interest' | 'costs', text: string): Problems =>
    text.trim() === ''
      ? {}
      : amountUpTo(field, text, most[field], words[field](formatCents(most[field], lang)), t);
  const form = useActForm<'waive', Form>({
    command: 'waive',
    draft: `waive ${subject.customer}`,
    initial: { interest: typed(interest), costs: typed(costs), reason: '' },
    check: (values): Problems => ({
      ...upTo('interest', values.interest),
      ...upTo('costs', values.costs),
      ...(`${values.interest}${values.costs}`.trim() === '' && { interest: t.acts.waive.one }),
      ...reasonProblem(values.reason, t),
    }),
    request: (values) => {
      const asked = { interest: parseMoney(values.interest), costs: parseMoney(values.costs) };
      return {
        customer: subject.customer,
        reason: values.reason.trim(),
        ...(asked.interest && { interest: asked.interest }),
        ...(asked.costs && { costs: asked.costs }),
      };
    },
    codes: { amount_not_positive: 'interest', amount_too_large: 'interest', reason_needed: 'reason' },
    onDone: onClose,
  });
  return (
    <ActDialog
      title={t.acts.name.waive}
      about={detail.row.name}
      help={t.acts.waive.help}
      form={form}
      submit={t.acts.waive.submit}
      onClose={onClose}
    >
      <div className="act-pair">
        {(['interest', 'costs'] as const).map((field) => (
          <MoneyField
            key={field}
            label={t.acts.waive[field]}
            help={t.acts.waive.now(formatMoney(detail.claim[field], lang))}
            value={form.form[field]}
            onChange={(value) => form.set({ [field]: value })}
            problem={form.problems[field]}
            autoFocus={field === 'interest'}
          />
        ))}
      </div>
      <TextField
        label={t.acts.reason}
        value={form.form.reason}
        onChange={(reason) => form.set({ reason })}
        problem={form.problems.reason}
      />
    </ActDialog>
  );
}
