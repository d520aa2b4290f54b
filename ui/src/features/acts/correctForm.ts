// A customer's details as the form holds them, and what of them changed: only that is told to the core.

import type { CustomerDetail, CustomerKind, Language, SetCustomer } from '../../backend';
import type { Text } from '../../i18n';
import type { Problems } from '../session/problems';
import { lineProblem, postcodeProblem } from './checks';

export const texts = [
  'name',
  'number',
  'attention',
  'kvk',
  'vat',
  'email',
  'phone',
  'street',
  'address_extra',
  'postcode',
  'city',
  'country',
] as const;

export type TextField = (typeof texts)[number];
export type Agreed = 'keep' | 'law' | 'year' | 'month';
export type Told = 'yes' | 'no' | 'unknown';

export type CorrectForm = Record<TextField, string> & {
  kind: CustomerKind;
  reason: string;
  language: Language;
  iban: string;
  term: Told;
  buys_goods: boolean;
  recurring: boolean;
  interest: Agreed;
  percent: string;
};

const told = (known: boolean | null): Told => (known === null ? 'unknown' : known ? 'yes' : 'no');

export function asKnown(detail: CustomerDetail): CorrectForm {
  const { row } = detail;
  const text = (value: string | null) => value ?? '';
  return {
    name: row.name,
    number: text(row.number),
    attention: text(detail.attention),
    kvk: text(detail.kvk),
    vat: text(detail.vat),
    email: text(detail.email),
    phone: text(detail.phone),
    street: text(detail.street),
    address_extra: text(detail.address_extra),
    postcode: text(detail.postcode),
    city: text(detail.postal_city ?? row.city),
    country: text(detail.country),
    kind: row.kind,
    reason: '',
    language: detail.language,
    iban: '',
    term: told(detail.term_agreed),
    buys_goods: detail.buys_goods,
    recurring: detail.recurring,
    interest: 'keep',
    percent: '',
  };
}

export function checkCorrection(form: CorrectForm, before: CorrectForm, t: Text): Problems {
  const agreed = form.interest === 'year' || form.interest === 'month';
  const changed = texts.filter((field) => form[field].trim() !== before[field]);
  const moved = changed.includes('postcode') || changed.includes('country');
  return {
    ...Object.assign({}, ...changed.map((field) => lineProblem(field, form[field], t))),
    ...(moved && postcodeProblem(form.postcode, form.country, t)),
    ...(form.name.trim() === '' && { name: t.acts.problem.required }),
    ...(form.kind !== before.kind && form.reason.trim() === ''
      ? { reason: t.acts.problem.reason }
      : lineProblem('reason', form.reason, t)),
    ...(agreed &&
      !/^\d{1,2}([.,]\d{1,4})?$|^100$/.test(form.percent.trim()) && { percent: t.acts.problem.percent }),
  };
}

export function correction(customer: string, form: CorrectForm, before: CorrectForm): SetCustomer {
  const changed: Partial<Record<TextField, string>> = {};
  for (const field of texts) if (form[field].trim() !== before[field]) changed[field] = form[field].trim();
  const percent = form.percent.trim().replace(',', '.');
  return {
    customer,
    ...changed,
    // The kind may stay as it is and get a better reason.
    ...((form.kind !== before.kind || form.reason.trim() !== '') && {
      kind: form.kind,
      reason: form.reason.trim(),
    }),
    ...(form.language !== before.language && { language: form.language }),
    ...(form.iban.trim() !== '' && { iban: form.iban.trim() }),
    ...(form.term !== before.term && form.term !== 'unknown' && { term_agreed: form.term === 'yes' }),
    ...(form.buys_goods !== before.buys_goods && { buys_goods: form.buys_goods }),
    ...(form.recurring !== before.recurring && { recurring: form.recurring }),
    ...(form.interest === 'year' && { interest_per_year: percent }),
    ...(form.interest === 'month' && { interest_per_month: percent }),
    ...(form.interest === 'law' && { interest_per_year: '' }),
  };
}
