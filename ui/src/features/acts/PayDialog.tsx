// A payment in cash or by card, by the order of the law or to the invoices that the customer named.

import type { IsoDate, Money } from '../../backend';
import { Choice } from '../../components/Choice';
import { DateField } from '../../components/DateField';
import { Money as Amount } from '../../components/Figures';
import { MoneyField } from '../../components/MoneyField';
import { Checkbox } from '../../components/Toggle';
import { useLanguage, useText } from '../../i18n';
import { formatMoney, parseMoney, toCents } from '../../money';
import { useSession } from '../session/session';
import { ActDialog } from './ActDialog';
import type { ActProps } from './ActShown';
import { amountProblem, dayProblem } from './checks';
import { useActForm } from './useActForm';

type Form = { amount: string; date: IsoDate | null; how: 'law' | 'chosen'; invoices: readonly string[] };

export function PayDialog({ subject, detail, onClose }: ActProps) {
  const t = useText();
  const lang = useLanguage();
  const { info } = useSession();
  const owed = detail.items.filter(({ open }) => toCents(open) > 0);
  const form = useActForm<'pay', Form>({
    command: 'pay',
    draft: `pay ${subject.customer} ${subject.invoice ?? ''}`,
    initial: {
      amount: '',
      date: info.today,
      how: subject.invoice ? 'chosen' : 'law',
      invoices: subject.invoice ? [subject.invoice] : [],
    },
    check: ({ amount, date, how, invoices }) => ({
      ...amountProblem('amount', amount, t),
      ...dayProblem('date', date, info.today, t),
      ...(how === 'chosen' && invoices.length === 0 && { invoices: t.acts.problem.invoice }),
    }),
    request: ({ amount, date, how, invoices }) => ({
      customer: subject.customer,
      amount: parseMoney(amount) as Money,
      ...(date && { date }),
      ...(how === 'chosen' && { invoices: [...invoices] }),
    }),
    codes: { amount_not_positive: 'amount', out_of_range: 'amount', future_date: 'date' },
    onDone: onClose,
  });
  const { how, invoices } = form.form;
  return (
    <ActDialog
      title={t.acts.name.pay}
      about={detail.row.name}
      help={`${t.acts.openNow(formatMoney(detail.row.open, lang))} ${t.acts.pay.help}`}
      form={form}
      submit={t.acts.pay.submit}
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
          label={t.acts.date}
          value={form.form.date}
          onChange={(date) => form.set({ date })}
          problem={form.problems.date}
        />
      </div>
      <Choice
        label={t.acts.pay.how}
        value={how}
        onChange={(chosen) => form.set({ how: chosen })}
        options={[
          { value: 'law', title: t.acts.pay.law, text: t.acts.pay.lawText },
          { value: 'chosen', title: t.acts.pay.chosen, text: t.acts.pay.chosenText },
        ]}
      />
      {how === 'chosen' && (
        <div
          className="field"
          role="group"
          aria-label={t.acts.pay.invoices}
          {...(form.problems.invoices ? { 'data-invalid': true } : {})}
        >
          <span className="field-label">{t.acts.pay.invoices}</span>
          <div className="act-list">
            {owed.map(({ id, number, open }) => (
              <Checkbox
                key={id}
                value={invoices.includes(id)}
                onChange={(on) =>
                  form.set({ invoices: on ? [...invoices, id] : invoices.filter((known) => known !== id) })
                }
              >
                <span className="act-item">
                  <span>{number}</span>
                  <Amount value={open} />
                </span>
              </Checkbox>
            ))}
          </div>
          {form.problems.invoices && <span className="field-problem">{form.problems.invoices}</span>}
        </div>
      )}
    </ActDialog>
  );
}
