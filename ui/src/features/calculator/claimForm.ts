// The form of a whole claim, and the request it makes once it is complete.

import type { IsoDate } from '../../backend';
import type { Text } from '../../i18n';
import type { Regime } from './InterestCalc';
import { readMoney, readPercent } from './read';
import type { Asked } from './useCalculation';

export type ClaimRow = {
  id: string;
  regime: Regime;
  principal: string;
  from: IsoDate | null;
  percent: string;
};
export type CostsRow = { amount: string; from: IsoDate | null };
export type PaymentRow = { amount: string; date: IsoDate | null };

export type ClaimForm = {
  date: IsoDate | null;
  included: boolean;
  claims: ClaimRow[];
  costs: CostsRow[];
  payments: PaymentRow[];
};

export const emptyClaim: ClaimRow = { id: '', regime: 'commercial', principal: '', from: null, percent: '' };

/** What a row is called: as typed, else by its number. */
export function nameOf(row: ClaimRow, index: number, t: Text): string {
  return row.id.trim() === '' ? t.calculator.claim.claim(index + 1) : row.id.trim();
}

export function twice(form: ClaimForm, t: Text): string | null {
  const names = form.claims.map((row, index) => nameOf(row, index, t));
  return names.find((name, index) => names.indexOf(name) !== index) ?? null;
}

/** What is missing, by row; empty when the core can be asked. */
export function missingIn(form: ClaimForm, t: Text): string[] {
  const words = t.calculator.claim;
  const of = (row: string, what: string) => `${row}: ${what.toLowerCase()}`;
  return [
    ...(form.date === null ? [words.date] : []),
    ...form.claims.flatMap((row, index) => [
      ...(readMoney(row.principal, t).value === null ? [of(words.claim(index + 1), words.principal)] : []),
      ...(row.from === null ? [of(words.claim(index + 1), words.from)] : []),
      ...(row.regime === 'contract' && readPercent(row.percent, t).value === null
        ? [of(words.claim(index + 1), words.percent)]
        : []),
    ]),
    ...form.costs.flatMap((row, index) => [
      ...(readMoney(row.amount, t).value === null ? [of(words.cost(index + 1), words.amount)] : []),
      ...(row.from === null ? [of(words.cost(index + 1), words.dueFrom)] : []),
    ]),
    ...form.payments.flatMap((row, index) => [
      ...(readMoney(row.amount, t).value === null ? [of(words.payment(index + 1), words.amount)] : []),
      ...(row.date === null ? [of(words.payment(index + 1), words.paidOn)] : []),
    ]),
  ];
}

export function requestOf(form: ClaimForm, t: Text): Asked | null {
  if (missingIn(form, t).length > 0 || twice(form, t) !== null) return null;
  return {
    date: form.date,
    payment_day: form.included ? 'included' : 'excluded',
    claims: form.claims.map((row, index) => ({
      id: nameOf(row, index, t),
      regime: row.regime,
      principal: readMoney(row.principal, t).value,
      interest_from: row.from,
      ...(row.regime === 'contract' && {
        contract: { percent: readPercent(row.percent, t).value, per: 'year', compound: 'none' },
      }),
    })),
    costs: form.costs.map((row) => ({
      claim: null,
      amount: readMoney(row.amount, t).value,
      due_from: row.from,
    })),
    payments: form.payments.map((row) => ({ date: row.date, amount: readMoney(row.amount, t).value })),
  };
}
