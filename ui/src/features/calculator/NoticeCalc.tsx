// The dates of a 14-day letter.

import type { IsoDate } from '../../backend';
import { useFirstField } from '../../components/arrival';
import { DateField } from '../../components/DateField';
import { NumberField } from '../../components/NumberField';
import { DateText } from '../../components/Figures';
import { formatDate, formatLongDate } from '../../dates';
import { useText } from '../../i18n';
import { useDraft } from '../session/drafts';
import { useSession } from '../session/session';
import type { NoticeAnswer } from './answers';
import { Calculation } from './Calculation';

const DELIVERY = { min: 2, max: 30 };
const PLAN = { min: 21, max: 365 };

type Form = { sent: IsoDate | null; delivery: number; plan: number };

export function NoticeCalc() {
  const first = useFirstField();
  const t = useText();
  const words = t.calculator.notice;
  const { info } = useSession();
  const empty: Form = { sent: info.today, delivery: 3, plan: 24 };
  const [form, setForm] = useDraft('calc.notice', empty);
  const change = (part: Partial<Form>) => setForm({ ...form, ...part });
  const within = (value: number, { min, max }: typeof PLAN) => value >= min && value <= max;
  const right = within(form.delivery, DELIVERY) && within(form.plan, PLAN);
  return (
    <Calculation<NoticeAnswer>
      what="notice"
      asked={
        form.sent === null || !right
          ? null
          : { sent: form.sent, delivery_days: form.delivery, plan_days: form.plan }
      }
      missing={form.sent === null ? [words.sent] : []}
      onClear={() => setForm(empty)}
      form={
        <>
          <DateField
            label={words.sent}
            value={form.sent}
            onChange={(sent) => change({ sent })}
            autoFocus={first}
          />
          <NumberField
            label={words.delivery}
            help={words.deliveryHelp}
            value={form.delivery}
            onChange={(delivery) => change({ delivery })}
            minValue={DELIVERY.min}
            maxValue={DELIVERY.max}
            problem={
              within(form.delivery, DELIVERY)
                ? undefined
                : t.calculator.problem.days(DELIVERY.min, DELIVERY.max)
            }
          />
          <NumberField
            label={words.plan}
            help={words.planHelp}
            value={form.plan}
            onChange={(plan) => change({ plan })}
            minValue={PLAN.min}
            maxValue={PLAN.max}
            problem={within(form.plan, PLAN) ? undefined : t.calculator.problem.days(PLAN.min, PLAN.max)}
          />
        </>
      }
      show={(answer) => {
        const rows = [
          [words.delivered, answer.delivered],
          [words.firstDay, answer.first_day],
          [words.lastDay, answer.last_day],
          [words.legal, answer.costs_claimable_from],
          [words.planned, answer.claimable_in_plan],
        ] as const;
        return {
          headline: { label: words.headline, value: formatLongDate(answer.claimable_in_plan, t) },
          body: (
            <table className="calc-table calc-dates">
              <caption>{t.calculator.lines}</caption>
              <tbody>
                {rows.map(([label, date]) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td className="end">
                      <DateText value={date} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          ),
          rules: answer.rules,
          warnings: [],
          text: rows.map(([label, date]) => `${label}: ${formatDate(date, t)}`),
        };
      }}
    />
  );
}
