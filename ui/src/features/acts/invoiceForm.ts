// An invoice typed by hand: what the form holds, what is wrong with it, and what the core is asked.

import type { CustomerKind, InvoiceAdd, IsoDate, Language, Money } from '../../backend';
import type { Text } from '../../i18n';
import { parseMoney, toCents } from '../../money';
import type { Problems } from '../session/problems';
import type { Picked } from './CustomerPick';

export type InvoiceForm = {
  whose: 'known' | 'fresh';
  customer: Picked | null;
  name: string;
  kind: CustomerKind;
  email: string;
  street: string;
  postcode: string;
  city: string;
  number: string;
  date: IsoDate | null;
  due: IsoDate | null;
  amount: string;
  vat: string;
  payment_reference: string;
  description: string;
  credits: string;
  contract: string;
  received: IsoDate | null;
};

export function emptyInvoice(today: IsoDate, customer: Picked | null): InvoiceForm {
  return {
    whose: 'known',
    customer,
    name: '',
    kind: 'unknown',
    email: '',
    street: '',
    postcode: '',
    city: '',
    number: '',
    date: today,
    due: null,
    amount: '',
    vat: '',
    payment_reference: '',
    description: '',
    credits: '',
    contract: '',
    received: null,
  };
}

export function checkInvoice(form: InvoiceForm, t: Text): Problems {
  const amount = parseMoney(form.amount);
  const needed = (field: 'name' | 'number') =>
    form[field].trim() === '' ? { [field]: t.acts.problem.required } : {};
  return {
    ...(form.whose === 'known' && form.customer === null && { customer: t.acts.problem.customer }),
    ...(form.whose === 'fresh' && needed('name')),
    ...needed('number'),
    ...(form.date === null && { date: t.acts.problem.date }),
    ...(amount === null && { amount: t.acts.problem.amount }),
    ...(amount !== null && toCents(amount) === 0 && { amount: t.acts.invoiceForm.zero }),
    ...(form.vat.trim() !== '' && parseMoney(form.vat) === null && { vat: t.acts.problem.amount }),
  };
}

/** Only what was filled in; empty fields are left out. */
function filled<Key extends string>(values: Record<Key, string>): Partial<Record<Key, string>> {
  return Object.fromEntries(
    Object.entries<string>(values)
      .map(([key, text]) => [key, text.trim()])
      .filter(([, text]) => text !== ''),
  ) as Partial<Record<Key, string>>;
}

export function invoiceRequest(form: InvoiceForm, language: Language): InvoiceAdd {
  const { email, street, postcode, city, payment_reference, description, credits, contract } = form;
  const vat = parseMoney(form.vat);
  return {
    number: form.number.trim(),
    customer:
      form.whose === 'known'
        ? (form.customer?.id ?? '')
        : {
            name: form.name.trim(),
            kind: form.kind,
            language,
            ...filled({ email, street, postcode, city }),
          },
    date: form.date as IsoDate,
    amount: parseMoney(form.amount) as Money,
    ...(form.due && { due: form.due }),
    ...(form.received && { received: form.received }),
    ...(vat && { vat }),
    ...filled({ payment_reference, description, credits, contract }),
  };
}
