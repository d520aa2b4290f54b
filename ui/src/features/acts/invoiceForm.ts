// An invoice typed by hand: what the form holds, what is wrong with it, and what the core is asked.

import type { CustomerKind, InvoiceAdd, IsoDate, Language, Money } from '../../backend';
import type { Text } from '../../i18n';
import { addMonths } from '../../dates';
import { parseMoney, toCents } from '../../money';
import type { Problems } from '../session/problems';
import type { Picked } from './CustomerPick';
import { dayProblem, lineProblem, noAmount, postcodeProblem } from './checks';

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

/** Nothing is due years from now: the year was mistyped. */
const YEARS_AHEAD = 2;

function checkDays({ date, due, received }: InvoiceForm, today: IsoDate, t: Text): Problems {
  const words = t.acts.invoiceForm;
  const far = addMonths(today, YEARS_AHEAD * 12);
  return {
    ...dayProblem('date', date, today, t),
    ...(date !== null && date > far && { date: words.farDate }),
    ...(date !== null && due !== null && due < date && { due: words.dueBefore }),
    ...(due !== null && due > far && { due: words.farDate }),
    ...(received !== null && date !== null && received < date && { received: words.receivedBefore }),
    ...(received !== null && received > today && { received: words.receivedLater }),
  };
}

/** What is wrong with the part of the amount that is VAT: it is less than the amount, and has its sign. */
function checkVat({ vat, amount }: InvoiceForm, t: Text): Problems {
  if (vat.trim() === '') return {};
  const typed = parseMoney(vat);
  if (typed === null) return { vat: noAmount(vat, t) };
  const whole = parseMoney(amount);
  if (whole === null || toCents(typed) === 0) return {};
  const [part, all] = [toCents(typed), toCents(whole)];
  const fits = part > 0 === all > 0 && Math.abs(part) < Math.abs(all);
  return fits ? {} : { vat: t.acts.invoiceForm.vatTooLarge };
}

export function checkInvoice(form: InvoiceForm, today: IsoDate, t: Text): Problems {
  const amount = parseMoney(form.amount);
  const needed = (field: 'name' | 'number') =>
    form[field].trim() === '' ? { [field]: t.acts.problem.required } : {};
  return {
    ...Object.assign({}, ...linesOf(form).map((field) => lineProblem(field, form[field], t))),
    ...(form.whose === 'known' && form.customer === null && { customer: t.acts.problem.customer }),
    ...(form.whose === 'fresh' && needed('name')),
    ...needed('number'),
    ...(form.whose === 'fresh' && postcodeProblem(form.postcode, '', t)),
    ...checkDays(form, today, t),
    ...(amount === null && { amount: noAmount(form.amount, t) }),
    ...(amount !== null && toCents(amount) === 0 && { amount: t.acts.invoiceForm.zero }),
    ...checkVat(form, t),
  };
}

const ofFresh = ['name', 'email', 'street', 'postcode', 'city'] as const;
const ofInvoice = ['number', 'description', 'payment_reference', 'credits', 'contract'] as const;

/** The lines on screen: what is wrong with another could neither be seen nor mended. */
function linesOf({ whose }: InvoiceForm): readonly (typeof ofFresh | typeof ofInvoice)[number][] {
  return whose === 'fresh' ? [...ofFresh, ...ofInvoice] : ofInvoice;
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
