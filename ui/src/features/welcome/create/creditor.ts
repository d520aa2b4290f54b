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

/** The form as the list has it; any other words stand under "other". */
export function listedForm(form: string): LegalForm {
  return legalForms.find((known) => known === form) ?? 'other';
}
