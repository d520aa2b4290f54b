// Dividing a line over what a customer has open: what was typed, what is left, what fits.

import type { Accept, CandidateRow, DeskLine, Lang, Money, OpenItemRow, Part } from '../../../backend';
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

/** The oldest first, until nothing is left. Of a line of which too much was given already, nothing is. */
export function oldestFirst(
  amount: Cents,
  items: readonly OpenItemRow[],
  lang: Lang,
  line: Cents = amount,
): Typed {
  const typed: Record<string, string> = {};
  if (Math.sign(amount) !== Math.sign(line)) return typed;
  let rest = amount;
  for (const { invoice, open } of items) {
    if (rest === 0) break;
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

/** What is not given to anybody yet. What an only customer does not use stays with it, so it has nothing loose. */
export const restOf = (amount: Cents, shares: readonly Share[]): Cents =>
  minus(
    amount,
    sumCents(shares.map((share) => (shares.length === 1 ? total(share.typed) : shareTotal(share)))),
  );

/** Without one customer. Whoever is left alone has nothing loose: that field is not there then. */
export function withoutShare(shares: readonly Share[], at: number): readonly Share[] {
  const left = shares.toSpliced(at, 1);
  return left.length === 1 ? left.map((share) => ({ ...share, loose: '' })) : left;
}

/** What each customer has open now, by customer; null: nothing is known of it any more. */
export type OpenNow = Readonly<Record<string, CandidateRow | null>>;

/** The shares over what is open now. An invoice on which something was typed stays in sight, open or not. */
export function overOpen(shares: readonly Share[], now: OpenNow, line: DeskLine): readonly Share[] {
  return shares.map((share) => {
    const known = now[share.customer.customer];
    if (known === undefined) return share;
    const named = new Set(share.customer.invoices.flatMap((item) => (item.named ? [item.invoice] : [])));
    const invoices = (known?.invoices ?? []).map((item) => ({ ...item, named: named.has(item.invoice) }));
    const open = new Set(invoices.map(({ invoice }) => invoice));
    const gone = Object.keys(share.typed).filter((invoice) => !open.has(invoice));
    const seen = [...share.customer.invoices, ...line.proposals.flatMap(({ parts }) => parts)];
    for (const invoice of gone) {
      const item = seen.find((one) => one.invoice === invoice);
      if (!item) continue;
      const { number, due } = item;
      const none = toMoney(NOTHING);
      invoices.push({ invoice, number, date: line.date, due, amount: none, open: none, named: false });
    }
    return { ...share, customer: { ...(known ?? share.customer), invoices } };
  });
}

/** How much of a line an item can take at most, where more was typed; null when it fits. */
export function tooMuch(line: DeskLine, { invoice, open }: OpenItemRow, text: string | undefined) {
  const typed = read(text) ?? NOTHING;
  const cents = toCents(open);
  if (typed < 0) {
    // Money that went out opens an invoice again; a credit note gives no more than it has.
    const reopens = toCents(line.amount) < 0 && cents >= 0;
    return !reopens && typed < Math.min(cents, 0) ? cents : null;
  }
  if (cents <= 0) return typed > 0 ? NOTHING : null;
  // Of an invoice that is open, the matcher may put money to interest and costs as well.
  const parts = line.proposals.flatMap((proposal) => proposal.parts);
  const beyond = parts.filter((part) => part.invoice === invoice).map((part) => toCents(part.beyond));
  const most = sumCents([cents, Math.max(0, ...beyond) as Cents]);
  return typed > most ? most : null;
}

/** Whether everything typed is still open. */
export const allFits = (line: DeskLine, shares: readonly Share[]): boolean =>
  shares.every(({ customer, typed }) =>
    customer.invoices.every((item) => tooMuch(line, item, typed[item.invoice]) === null),
  );

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
