// Dividing a line over what a customer has open: what was typed, what is left, what fits.

import type { Accept, CandidateRow, Lang, Money, OpenItemRow, Part } from '../../../backend';
import { formatCents, parseMoney, sumCents, toCents, toMoney, type Cents } from '../../../money';

/** What was typed for each invoice. */
export type Typed = Readonly<Record<string, string>>;

/** An amount as one would type it. */
export function typedOf(cents: Cents, lang: Lang): string {
  return formatCents(cents, lang)
    .replace('\u2212', '-')
    .replaceAll(/[€\s\u00a0]/g, '');
}

export const NOTHING = 0 as Cents;

/** Null: what was typed is no amount. */
export function read(text: string | undefined): Cents | null {
  if (text === undefined || text.trim() === '') return NOTHING;
  const money = parseMoney(text);
  return money === null ? null : toCents(money);
}

export function total(typed: Typed): Cents {
  return sumCents(Object.values(typed).map((text) => read(text) ?? NOTHING));
}

export const minus = (one: Cents, other: Cents) => (one - other) as Cents;

/** As much of `rest` as an item with this much open can take; a credit note gives what it has. */
export function fits(open: Cents, rest: Cents): Cents {
  if (open < 0) return (rest < 0 ? Math.max(open, rest) : open) as Cents;
  return Math.max(0, Math.min(open, rest)) as Cents;
}

/** The oldest first, until nothing is left. */
export function oldestFirst(amount: Cents, items: readonly OpenItemRow[], lang: Lang): Typed {
  const typed: Record<string, string> = {};
  let rest = amount;
  for (const { invoice, open } of items) {
    const cents = toCents(open);
    if (cents < 0 && amount > 0) continue;
    const put = fits(cents, rest);
    if (put === 0) continue;
    typed[invoice] = typedOf(put, lang);
    rest = minus(rest, put);
  }
  return typed;
}

/** What to book; null when something is not right yet. */
export function partsOf(amount: Cents, typed: Typed): Part[] | null {
  const parts: Part[] = [];
  for (const [invoice, text] of Object.entries(typed)) {
    const cents = read(text);
    if (cents === null) return null;
    if (cents !== 0) parts.push({ invoice, amount: toMoney(cents) });
  }
  return Math.abs(total(typed)) > Math.abs(amount) ? null : parts;
}

export function fromParts(parts: readonly { invoice: string; amount: Money }[], lang: Lang): Typed {
  return Object.fromEntries(parts.map(({ invoice, amount }) => [invoice, typedOf(toCents(amount), lang)]));
}

/** One customer's part of a line: what was typed per invoice, and what is only put to its name. */
export type Share = Readonly<{ customer: CandidateRow; typed: Typed; loose: string }>;

/** A line that is being divided, over one customer or several. */
export type Division = Readonly<{ line: string; shares: readonly Share[] }>;

export const shareTotal = ({ typed, loose }: Share): Cents =>
  sumCents([total(typed), read(loose) ?? NOTHING]);

/** What is not given to anybody yet. */
export const restOf = (amount: Cents, shares: readonly Share[]): Cents =>
  minus(amount, sumCents(shares.map(shareTotal)));

/** What to book; null when something is not right yet. What one customer does not use stays with it; between
 *  several nothing is left, because nobody can say whose it would be. */
export function acceptOf(line: string, amount: Cents, shares: readonly Share[]): Accept | null {
  const [first] = shares;
  if (!first) return null;
  if (shares.length === 1) {
    const parts = partsOf(amount, first.typed);
    return parts && { line, customer: first.customer.customer, parts };
  }
  if (restOf(amount, shares) !== 0) return null;
  const sign = Math.sign(amount);
  const booked = shares.map((share) => {
    const own = shareTotal(share);
    const loose = read(share.loose);
    const parts = partsOf(own, share.typed);
    const right = loose !== null && loose * sign >= 0 && own * sign > 0 && total(share.typed) * sign >= 0;
    return right && parts ? { customer: share.customer.customer, amount: toMoney(own), parts } : null;
  });
  return booked.includes(null) ? null : { line, shares: booked.filter((share) => share !== null) };
}
