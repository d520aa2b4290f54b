// Words of the calculation behind an amount, in English.

import { common, count } from './common';

const { number } = common;

export const why = {
  ask: 'Why?',
  askWhat: (amount: string, what: string) => `${amount}, ${what}: why?`,
  title: (name: string) => `Calculation: ${name}`,
  on: (date: string) => `As it stands on ${date}`,
  line: 'For what',
  base: 'Over',
  percent: 'Rate',
  period: 'Period',
  days: 'Days',
  amount: 'Amount',
  sum: 'Together',
  total: 'In total',
  perDay: (amount: string) => `Each day adds ${amount} of interest.`,
  warnings: 'Good to know',
  from: (from: string, through: string) => `${from} to ${through}`,
  perYear: (percent: string) => `${percent}%`,
  nothing: 'There is nothing to claim.',
  sums: {
    open: 'Open',
    late: 'Late',
    moving: 'To set in motion',
    week: (period: string) => `Expected ${period}`,
  },
  parts: 'What it is made of',
  noParts: 'Nothing belongs to it.',
  items: (n: number) => count(n, 'item', 'items'),
  rest: (n: number, amount: string) => `${number(n)} more, together ${amount}`,
  more: (n: number) => `Show the next ${number(n)}`,
  grown: 'What it has grown to',
  grownHelp: 'This stands apart from what is open: the same invoice with interest and costs.',
  claim: 'What you can claim today',
  claimHelp: 'That is another amount: only what is late and was not handed over, with interest and costs.',
  showClaim: 'Show the claim',
};
