// One invented calculation for component tests.

import type { Explained, IsoDate, Money } from '../backend';

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
