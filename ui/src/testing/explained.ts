// One invented calculation for component tests.

import type { Explained, ExplainedLine, ExplainedSum, IsoDate, Money, SumAsk, SumPart } from '../backend';

const euros = (text: string) => text as Money;
const date = (text: string) => text as IsoDate;

export function explained(): Explained {
  return {
    date: date('2026-11-22'),
    total: euros('1212.40'),
    per_day: euros('0.34'),
    parts: [
      {
        title: 'Factuur 2026-17',
        amount: euros('1212.40'),
        note: null,
        lines: [
          {
            label: 'Hoofdsom',
            kind: 'principal',
            amount: euros('1200.00'),
            base: null,
            percent: null,
            from: null,
            through: null,
            days: null,
            article: null,
          },
          {
            label: 'Wettelijke handelsrente',
            kind: 'interest',
            amount: euros('12.40'),
            base: euros('1200.00'),
            percent: '10.15',
            from: date('2026-10-21'),
            through: date('2026-11-22'),
            days: 33,
            article: 'artikel 6:119a BW',
          },
        ],
      },
    ],
    warnings: ['Het percentage na 1 januari 2027 is nog niet bekend.'],
  };
}

const line = (label: string, amount: string): ExplainedLine => ({
  label,
  kind: 'principal',
  amount: euros(amount),
  base: null,
  percent: null,
  from: null,
  through: null,
  days: null,
  article: null,
});

function part(id: string, label: string, amount: string): SumPart {
  const lines = [line('Gefactureerd', '1500.00'), line('Betaald', '-300.00')];
  return {
    id,
    label,
    note: 'Uiterste betaaldag 20 oktober 2026.',
    parts: 0,
    amount: euros(amount),
    lines,
  };
}

/** A sum of three customers in two pages; of one customer, one invoice. */
export function explainedSum(ask: SumAsk): ExplainedSum {
  const whole = ask.customer === undefined && ask.invoice === undefined;
  const all = whole
    ? ['Anker', 'Bries', 'Dijk'].map((name, at) => ({
        ...part(`K-${at + 1}`, name, '1200.00'),
        parts: 1,
        lines: [],
      }))
    : [part('id:17', '2026-17', '1200.00')];
  const offset = ask.offset ?? 0;
  const page = all.slice(offset, offset + 2);
  const rest = all.length - offset - page.length;
  return {
    date: date('2026-11-22'),
    total: euros(whole ? '3600.00' : '1200.00'),
    rule: 'Te laat is wat nog open is vanaf de dag na de uiterste betaaldag.',
    by: whole ? 'customer' : 'invoice',
    count: all.length,
    parts: page,
    rest: euros(`${rest * 1200}.00`),
    notes: [],
  };
}
