// What a new creditor starts with.

import type { CreditorForm } from '../../../backend';

export const emptyCreditor: CreditorForm = {
  name: '',
  legal_form: 'private_limited',
  street: '',
  address_extra: '',
  postcode: '',
  city: '',
  country: 'NL',
  kvk: '',
  vat: '',
  iban: '',
  email: '',
  phone: '',
  term_days: 14,
  term_agreed: false,
  collection_vat: false,
  collects_for_others: false,
  register_number: null,
  window: 'left',
};

export const legalForms = [
  'sole_trader',
  'private_limited',
  'general_partnership',
  'limited_partnership',
  'professional_partnership',
  'public_limited',
  'foundation',
  'association',
  'cooperative',
  'other',
] as const;

export type LegalForm = (typeof legalForms)[number];

/** What an e-invoice can say of its sender. */
const said = [
  'name',
  'street',
  'address_extra',
  'postcode',
  'city',
  'country',
  'kvk',
  'vat',
  'iban',
  'email',
  'phone',
] as const satisfies readonly (keyof CreditorForm)[];

/** Takes over what an own e-invoice says, and nothing else: what it is silent on stays as it was typed. */
export function withInvoice(creditor: CreditorForm, invoice: CreditorForm): CreditorForm {
  const taken: CreditorForm = { ...creditor };
  for (const field of said) if (invoice[field].trim() !== '') taken[field] = invoice[field];
  // Its term too, unless another one was chosen already.
  if (creditor.term_days === emptyCreditor.term_days) taken.term_days = invoice.term_days;
  return taken;
}

/** The form as the list has it; any other words stand under "other". */
export function listedForm(form: string): LegalForm {
  return legalForms.find((known) => known === form) ?? 'other';
}
