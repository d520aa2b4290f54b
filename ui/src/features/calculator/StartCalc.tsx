// From which day interest runs: an agreed day, thirty days, or a notice of default.

import type { IsoDate } from '../../backend';
import { Choice } from '../../components/Choice';
import { DateField } from '../../components/DateField';
import { NumberField } from '../../components/NumberField';
import { Checkbox } from '../../components/Toggle';
import { formatLongDate } from '../../dates';
import { useText } from '../../i18n';
import { useDraft } from '../session/drafts';
import type { StartAnswer } from './answers';
import { Calculation } from './Calculation';

const debtors = ['business', 'consumer', 'government'] as const;
const MOST_DAYS = 365;

type Form = {
  debtor: (typeof debtors)[number];
  due: IsoDate | null;
  agreed: boolean;
  invoice: IsoDate | null;
  performance: IsoDate | null;
  notice: IsoDate | null;
  noticeDays: number;
  large: boolean;
};

const empty: Form = {
  debtor: 'business',
  due: null,
  agreed: true,
  invoice: null,
  performance: null,
  notice: null,
  noticeDays: 14,
  large: false,
};

export function StartCalc() {
  const t = useText();
  const words = t.calculator.start;
  const [form, setForm] = useDraft('calc.start', empty);
  const change = (part: Partial<Form>) => setForm({ ...form, ...part });
  const date = (field: 'due' | 'invoice' | 'performance' | 'notice', label: string) => (
    <DateField label={label} optional value={form[field]} onChange={(value) => change({ [field]: value })} />
  );
  return (
    <Calculation<StartAnswer>
      what="interest_start"
      asked={{
        debtor: form.debtor,
        ...(form.due && { due: form.due, due_not_agreed: !form.agreed }),
        ...(form.invoice && { invoice_received: form.invoice }),
        ...(form.performance && { performance_received: form.performance }),
        ...(form.notice && { notice_received: form.notice, notice_days: form.noticeDays }),
        ...(form.debtor === 'business' && { large_debtor: form.large }),
      }}
      missing={[]}
      onClear={() => setForm(empty)}
      form={
        <>
          <Choice
            label={words.debtor}
            value={form.debtor}
            onChange={(debtor) => change({ debtor })}
            options={debtors.map((value) => ({ value, ...words.debtors[value] }))}
          />
          {date('due', words.due)}
          {form.due && (
            <Checkbox value={form.agreed} onChange={(agreed) => change({ agreed })} help={words.agreedHelp}>
              {words.agreed}
            </Checkbox>
          )}
          <div className="calc-pair">
            {date('invoice', words.invoice)}
            {date('performance', words.performance)}
          </div>
          <div className="calc-pair">
            {date('notice', words.notice)}
            {form.notice && (
              <NumberField
                label={words.noticeDays}
                value={form.noticeDays}
                onChange={(noticeDays) =>
                  change({ noticeDays: Number.isFinite(noticeDays) ? noticeDays : 0 })
                }
                minValue={0}
                maxValue={MOST_DAYS}
              />
            )}
          </div>
          {form.debtor === 'business' && (
            <Checkbox value={form.large} onChange={(large) => change({ large })} help={words.largeHelp}>
              {words.large}
            </Checkbox>
          )}
        </>
      }
      show={(answer) => {
        const from = answer.interest_from ? formatLongDate(answer.interest_from, t) : words.unknown;
        return {
          headline: { label: words.headline, value: from },
          rules: [answer.basis],
          warnings: answer.warnings,
          text: [
            `${words.headline}: ${from}`,
            answer.basis,
            ...answer.warnings.map(({ message }) => message),
          ],
        };
      }}
    />
  );
}
