// The one place where amounts on the wire become whole cents, and cents become text. No fractions of a cent,
// no floating point: sums stay exact up to the wire's limit.

import type { Lang, Money } from './backend/wire';

export type Cents = number & { readonly cents: unique symbol };

const LIMIT = 2 ** 51;
const SHAPE = /^(-?)(\d+)\.(\d{2})(0*)$/;

/** Reads "1234.56" into cents; throws when it is no amount of whole cents. */
export function toCents(money: Money): Cents {
  const match = SHAPE.exec(money);
  if (!match) throw new RangeError(`not an amount in whole cents: ${money}`);
  const cents = Number(match[2]) * 100 + Number(match[3]);
  if (cents >= LIMIT) throw new RangeError(`amount too large: ${money}`);
  return (match[1] && cents !== 0 ? -cents : cents) as Cents;
}

/** Writes cents as the wire wants them. */
export function toMoney(cents: Cents): Money {
  const size = Math.abs(cents);
  const text = `${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
  return (cents < 0 ? `-${text}` : text) as Money;
}

export function sumCents(amounts: readonly Cents[]): Cents {
  return amounts.reduce<number>((sum, amount) => sum + amount, 0) as Cents;
}

const marks = {
  nl: { thousands: '.', decimal: ',', gap: '\u00a0' },
  en: { thousands: ',', decimal: '.', gap: '' },
};

/** "€ 1.234,56", in English "€1,234.56"; a minus stands before the euro sign. */
export function formatMoney(money: Money, lang: Lang): string {
  return formatCents(toCents(money), lang);
}

export function formatCents(cents: Cents, lang: Lang): string {
  const { thousands, decimal, gap } = marks[lang];
  const size = Math.abs(cents);
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, thousands);
  const text = `€${gap}${whole}${decimal}${String(size % 100).padStart(2, '0')}`;
  return cents < 0 ? `\u2212${text}` : text;
}
