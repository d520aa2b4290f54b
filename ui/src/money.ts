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

const TYPED = /^(-?)((?:\d{1,3}(?:[.,]\d{3})+|\d+))(?:[.,](\d{1,2}))?$/;

/**
 * Reads what somebody typed: "12,50", "1.250,00", "12.50", "1 250", "€ 12". A point with three figures behind it
 * separates thousands; any mark with one or two separates cents. Anything else is null, never a guess: "12,345" is
 * twelve euros to one and twelve thousand to another.
 */
export function parseMoney(text: string): Money | null {
  const bare = text
    .trim()
    .replace('\u2212', '-')
    .replaceAll(/[€\s\u00a0\u202f]/g, '');
  const match = TYPED.exec(bare.replace(/,-$/, ''));
  if (!match) return null;
  const [, sign = '', whole = '', rest = ''] = match;
  const marksUsed = new Set(whole.replaceAll(/\d/g, ''));
  const decimalMark = rest === '' ? '' : bare.at(-rest.length - 1);
  if (marksUsed.size > 1 || (decimalMark && marksUsed.has(decimalMark))) return null;
  const euros = whole.replaceAll(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  if (/^\d+,\d{3}$/.test(whole) && rest === '') return null;
  // An amount that starts with a nought has no thousands: "0.125" is no amount of whole cents.
  if (marksUsed.size > 0 && whole.startsWith('0')) return null;
  if (euros.length > 11) return null;
  const size = `${euros}.${rest.padEnd(2, '0')}`;
  return (sign && size !== '0.00' ? `-${size}` : size) as Money;
}

/** An amount as one would type it: "1.250,00", in English "1,250.00". */
export function typedMoney(money: Money, lang: Lang): string {
  return formatMoney(money, lang)
    .replaceAll(/[€\u00a0]/g, '')
    .replace('\u2212', '-');
}
