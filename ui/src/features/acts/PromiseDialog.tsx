// A promise to pay: how much, and by which day.

import type { IsoDate, Money } from '../../backend';
import { DateField } from '../../components/DateField';
import { MoneyField } from '../../components/MoneyField';
import { addDays } from '../../dates';
import { useLanguage, useText } from '../../i18n';
import { formatCents, formatMoney, parseMoney, sumCents, toCents, typedMoney, type Cents } from '../../money';
import { useSession } from '../session/session';
import { ActDialog } from './ActDialog';
import type { ActProps } from './ActShown';
import { amountUpTo } from './checks';
import { useActForm } from './useActForm';

type Form = { amount: string; by: IsoDate | null };

const USUAL_DAYS = 7;

export function PromiseDialog({ subject, detail, onClose }: ActProps) {
  const t = useText();
  const lang = useLanguage();
  const { info } = useSession();
  const invoice = detail.items.find(({ id }) => id === subject.invoice);
  const owed = invoice?.open ?? (toCents(detail.row.late) > 0 ? detail.row.late : detail.row.open);
  // With interest up to the promised day, or costs that are due by then, more may be promised than is asked now. What
  // is beyond twice as much is a slip of the keys.
  const asked = sumCents([
    ...detail.items.map(({ open }) => Math.max(toCents(open), 0) as Cents),
    toCents(detail.claim.interest),
    toCents(detail.claim.costs),
  ]);
  const form = useActForm<'promise', Form>({
    command: 'promise',
    draft: `promise ${subject.customer} ${subject.invoice ?? ''}`,
    initial: { amount: toCents(owed) > 0 ? typedMoney(owed, lang) : '', by: addDays(info.today, USUAL_DAYS) },
    check: ({ amount, by }) => ({
      ...amountUpTo('amount', amount, (2 * asked) as Cents, t.acts.promise.most(formatCents(asked, lang)), t),
      ...(by === null && { by: t.acts.problem.date }),
    }),
    request: ({ amount, by }) => ({
      customer: subject.customer,
      amount: parseMoney(amount) as Money,
      by: by as IsoDate,
    }),
    codes: {
      amount_not_positive: 'amount',
      promise_too_large: 'amount',
      out_of_range: 'amount',
      past_date: 'by',
      far_promise: 'by',
    },
    onDone: onClose,
  });
  return (
    <ActDialog
      title={t.acts.name.promise}
      about={detail.row.name}
      help={`${t.acts.openNow(formatMoney(detail.row.open, lang))} ${t.acts.promise.help}`}
      form={form}
      submit={t.acts.promise.submit}
      onClose={onClose}
    >
      <div className="act-pair">
        <MoneyField
          label={t.acts.amount}
          value={form.form.amount}
          onChange={(amount) => form.set({ amount })}
          problem={form.problems.amount}
          autoFocus
        />
        <DateField
          label={t.acts.promise.by}
          value={form.form.by}
          onChange={(by) => form.set({ by })}
          problem={form.problems.by}
        />
      </div>
    </ActDialog>
  );
}
