// Words of the calculation behind an amount.

import { common, count } from './common';

const { number } = common;

export const why = {
  ask: 'Waarom?',
  askWhat: (amount: string, what: string) => `${amount}, ${what}: waarom?`,
  title: (name: string) => `Berekening: ${name}`,
  on: (date: string) => `Stand op ${date}`,
  line: 'Waarvoor',
  base: 'Over',
  percent: 'Rente',
  period: 'Periode',
  days: 'Dagen',
  amount: 'Bedrag',
  sum: 'Samen',
  total: 'In totaal',
  perDay: (amount: string) => `Elke dag komt er ${amount} rente bij.`,
  warnings: 'Goed om te weten',
  from: (from: string, through: string) => `${from} t/m ${through}`,
  perYear: (percent: string) => `${percent}%`,
  nothing: 'Er is niets te vorderen.',
  sums: {
    open: 'Openstaand',
    late: 'Te laat',
    moving: 'In beweging te zetten',
    week: (period: string) => `Verwacht ${period}`,
  },
  parts: 'Waaruit het bestaat',
  noParts: 'Er hoort niets bij.',
  items: (n: number) => count(n, 'post', 'posten'),
  rest: (n: number, amount: string) => `Nog ${number(n)}, samen ${amount}`,
  more: (n: number) => `Toon de volgende ${number(n)}`,
  grown: 'Wat het inmiddels is geworden',
  grownHelp: 'Dit staat los van wat er open is: dezelfde factuur met rente en kosten erbij.',
  claim: 'Wat u vandaag kunt vorderen',
  claimHelp:
    'Dat is een ander bedrag: alleen wat te laat is en niet is overgedragen, met rente en kosten erbij.',
  showClaim: 'Toon de vordering',
};
