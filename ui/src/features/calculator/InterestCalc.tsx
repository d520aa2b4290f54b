// Interest over one amount: statutory, commercial, for governments, or agreed.

import type { IsoDate, Money } from '../../backend';
import { useFirstField } from '../../components/arrival';
import { Choice } from '../../components/Choice';
import { DateField } from '../../components/DateField';
import { MoneyField } from '../../components/MoneyField';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
import { useLanguage, useText } from '../../i18n';
import { formatCents, formatMoney, sumCents, toCents } from '../../money';
import { useDraft } from '../session/drafts';
import { useSession } from '../session/session';
import type { InterestAnswer } from './answers';
import { Calculation } from './Calculation';
import { Periods, periodText } from './Periods';
import { once, readMoney, readPercent } from './read';

export const regimes = ['commercial', 'consumer', 'government', 'contract'] as const;
export type Regime = (typeof regimes)[number];

type Form = {
  regime: Regime;
  principal: string;
  from: IsoDate | null;
  through: IsoDate | null;
  surcharge: string;
  percent: string;
  per: 'year' | 'month';
  compound: 'none' | 'year' | 'month';
  day_count: 'year' | '365';
};

function useForm() {
  const { info } = useSession();
  const empty: Form = {
    regime: 'commercial',
    principal: '',
    from: null,
    through: info.today,
    surcharge: '',
    percent: '',
    per: 'year',
    compound: 'none',
    day_count: 'year',
  };
  const [form, setForm] = useDraft('calc.interest', empty);
  return {
    form,
    change: (part: Partial<Form>) => setForm({ ...form, ...part }),
    clear: () => setForm(empty),
  };
}

export function InterestCalc() {
  const first = useFirstField();
  const t = useText();
  const words = t.calculator.interest;
  const lang = useLanguage();
  const { form, change, clear } = useForm();
  const principal = readMoney(form.principal, t);
  const percent = readPercent(form.percent, t);
  const surcharge = readPercent(form.surcharge, t);
  const agreed = form.regime === 'contract';
  const backwards = form.from !== null && form.through !== null && form.through < form.from;
  const missing = [
    principal.value === null && words.principal,
    form.from === null && words.from,
    form.through === null && words.through,
    agreed && percent.value === null && words.percent,
  ].filter((word) => word !== false);
  const wrong = backwards || (!agreed && surcharge.problem !== undefined);
  const asked =
    missing.length > 0 || wrong
      ? null
      : {
          regime: form.regime,
          principal: principal.value,
          from: form.from,
          through: form.through,
          day_count: form.day_count,
          ...(agreed
            ? { percent: percent.value, per: form.per, compound: form.compound }
            : surcharge.value !== null && { surcharge: surcharge.value }),
        };

  return (
    <Calculation<InterestAnswer>
      what="interest"
      asked={asked}
      missing={missing}
      onClear={clear}
      form={
        <>
          <Choice
            label={words.regime}
            value={form.regime}
            onChange={(regime) => change({ regime })}
            options={regimes.map((value) => ({ value, ...words.regimes[value] }))}
          />
          <MoneyField
            label={words.principal}
            value={form.principal}
            onChange={(text) => change({ principal: text })}
            problem={principal.problem}
            autoFocus={first}
          />
          <div className="calc-pair">
            <DateField label={words.from} value={form.from} onChange={(from) => change({ from })} />
            <DateField
              label={words.through}
              value={form.through}
              onChange={(through) => change({ through })}
              problem={backwards ? t.calculator.problem.order : undefined}
            />
          </div>
          <p className="field-help">{words.fromHelp}</p>
          {agreed ? (
            <div className="calc-pair">
              <TextField
                label={words.percent}
                value={form.percent}
                onChange={(text) => change({ percent: text })}
                problem={percent.problem}
                inputMode="decimal"
              />
              <SelectField
                label={words.per}
                value={form.per}
                onChange={(per) => change({ per })}
                options={(['year', 'month'] as const).map((value) => ({ value, label: words.pers[value] }))}
              />
              <SelectField
                label={words.compound}
                value={form.compound}
                onChange={(compound) => change({ compound })}
                options={(['none', 'year', 'month'] as const).map((value) => ({
                  value,
                  label: words.compounds[value],
                }))}
              />
            </div>
          ) : (
            <TextField
              label={words.surcharge}
              help={words.surchargeHelp}
              optional
              value={form.surcharge}
              onChange={(text) => change({ surcharge: text })}
              problem={surcharge.problem}
              inputMode="decimal"
            />
          )}
          <SelectField
            label={words.dayCount}
            value={form.day_count}
            onChange={(day_count) => change({ day_count })}
            options={(['year', '365'] as const).map((value) => ({ value, label: words.dayCounts[value] }))}
          />
        </>
      }
      show={(answer) => {
        const sum = formatCents(
          sumCents([toCents((principal.value ?? '0.00') as Money), toCents(answer.interest)]),
          lang,
        );
        const interest = formatMoney(answer.interest, lang);
        return {
          headline: { label: words.headline, value: interest },
          second: { label: words.together, value: sum },
          body: <Periods lines={answer.periods} total={answer.interest} caption={t.calculator.lines} />,
          rules: once(answer.periods.map((line) => line.basis)),
          warnings: answer.warnings,
          text: [
            ...answer.periods.map((line) => periodText(line, t, lang)),
            `${words.headline}: ${interest}`,
            `${words.together}: ${sum}`,
            ...answer.warnings.map(({ message }) => message),
          ],
        };
      }}
    />
  );
}
