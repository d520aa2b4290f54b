// A customer's details corrected: the user's own corrections outlive every import.

import type { ReactNode } from 'react';
import type { CustomerKind } from '../../backend';
import { Choice } from '../../components/Choice';
import { SelectField } from '../../components/SelectField';
import { TextField as Line } from '../../components/TextField';
import { Checkbox } from '../../components/Toggle';
import { writtenIban } from '../../written';
import { useText } from '../../i18n';
import { ActDialog } from './ActDialog';
import type { ActProps } from './ActShown';
import {
  asKnown,
  checkCorrection,
  correction,
  type Agreed,
  type CorrectForm,
  type TextField,
  type Told,
} from './correctForm';
import { useActForm, type ActForm } from './useActForm';

type Part = { form: ActForm<CorrectForm> };

const kinds: readonly CustomerKind[] = ['unknown', 'consumer', 'business', 'government'];

function Words({ form, name, label, help }: Part & { name: TextField; label: string; help?: string }) {
  return (
    <Line
      label={label}
      help={help}
      value={form.form[name]}
      onChange={(value) => form.set({ [name]: value })}
      problem={form.problems[name]}
    />
  );
}

function Group(props: { title: string; children: ReactNode }) {
  return (
    <fieldset className="act-part">
      <legend>{props.title}</legend>
      {props.children}
    </fieldset>
  );
}

function ForTheLaw({ form, before, agreed }: Part & { before: CorrectForm; agreed: string | null }) {
  const t = useText();
  const words = t.acts.correct;
  const { kind, term, interest } = form.form;
  const rates: readonly Agreed[] = ['keep', 'law', 'year', 'month'];
  const rateWords = {
    keep: words.interestKeep,
    law: words.interestLaw,
    year: words.interestYear,
    month: words.interestMonth,
  };
  // What was once told cannot become unknown again.
  const answers: readonly Told[] = before.term === 'unknown' ? ['yes', 'no', 'unknown'] : ['yes', 'no'];
  return (
    <Group title={words.law}>
      <div className="act-pair">
        <SelectField
          label={words.kind}
          options={kinds.map((value) => ({ value, label: t.customers.kind[value] }))}
          value={kind}
          onChange={(chosen) => form.set({ kind: chosen })}
        />
        <Line
          label={words.kindReason}
          help={words.kindReasonHelp}
          optional={kind === before.kind}
          value={form.form.reason}
          onChange={(reason) => form.set({ reason })}
          problem={form.problems.reason}
        />
      </div>
      <Choice
        label={words.term}
        value={term}
        onChange={(chosen) => form.set({ term: chosen })}
        options={answers.map((value) => ({ value, title: words[value] }))}
      />
      <Checkbox value={form.form.buys_goods} onChange={(on) => form.set({ buys_goods: on })}>
        {words.goods}
      </Checkbox>
      <Checkbox value={form.form.recurring} onChange={(on) => form.set({ recurring: on })}>
        {words.recurring}
      </Checkbox>
      <div className="act-pair">
        <SelectField
          label={words.interest}
          help={agreed === null ? words.interestNone : words.interestNow(agreed)}
          options={rates.map((value) => ({ value, label: rateWords[value] }))}
          value={interest}
          onChange={(chosen) => form.set({ interest: chosen })}
        />
        {(interest === 'year' || interest === 'month') && (
          <Line
            label={words.percent}
            inputMode="decimal"
            value={form.form.percent}
            onChange={(percent) => form.set({ percent })}
            problem={
              form.problems.percent ?? form.problems.interest_per_year ?? form.problems.interest_per_month
            }
          />
        )}
      </div>
    </Group>
  );
}

export function CorrectDialog({ subject, detail, onClose }: ActProps) {
  const t = useText();
  const words = t.acts.correct;
  const before = asKnown(detail);
  const form = useActForm<'set_customer', CorrectForm>({
    command: 'set_customer',
    draft: `correct ${subject.customer}`,
    initial: before,
    check: (typed) => checkCorrection(typed, before, t),
    request: (typed) => correction(subject.customer, typed, before),
    codes: { reason_needed: 'reason', duplicate: 'number' },
    words: { duplicate: words.numberTaken, customer: words.nothing },
    also: ['interest_per_year', 'interest_per_month'],
    onDone: onClose,
  });
  const nothing = Object.keys(correction(subject.customer, form.form, before)).length === 1;
  return (
    <ActDialog
      title={t.acts.name.correct}
      form={form}
      submit={words.submit}
      isDisabled={nothing}
      wide
      onClose={onClose}
    >
      <Group title={words.who}>
        <Words form={form} name="name" label={words.name} />
        <div className="act-pair">
          <Words form={form} name="number" label={words.number} />
          <Words form={form} name="attention" label={words.attention} />
        </div>
        <div className="act-pair">
          <Words form={form} name="kvk" label={words.kvk} />
          <Words form={form} name="vat" label={words.vat} />
        </div>
        <Line
          label={words.iban}
          help={words.ibanHelp(detail.ibans.map(writtenIban).join(', '))}
          value={form.form.iban}
          onChange={(iban) => form.set({ iban })}
          problem={form.problems.iban}
        />
      </Group>
      <Group title={words.reach}>
        <div className="act-pair">
          <Words form={form} name="email" label={words.email} />
          <Words form={form} name="phone" label={words.phone} />
        </div>
        <Choice
          label={words.language}
          value={form.form.language}
          onChange={(language) => form.set({ language })}
          options={[
            { value: 'nl', title: t.languageName.nl },
            { value: 'en', title: t.languageName.en },
          ]}
        />
      </Group>
      <Group title={words.address}>
        <div className="act-pair">
          <Words form={form} name="street" label={words.street} />
          <Words form={form} name="address_extra" label={words.extra} />
        </div>
        <div className="act-pair">
          <Words form={form} name="postcode" label={words.postcode} />
          <Words form={form} name="city" label={words.city} />
          <Words form={form} name="country" label={words.country} help={words.countryHelp} />
        </div>
      </Group>
      <ForTheLaw form={form} before={before} agreed={detail.agreed_interest} />
    </ActDialog>
  );
}
