// Words of the calculation behind an amount, in English.

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
  article: 'Ground',
  amount: 'Amount',
  sum: 'Together',
  total: 'In total',
  perDay: (amount: string) => `Each day adds ${amount} of interest.`,
  warnings: 'Good to know',
  from: (from: string, through: string) => `${from} to ${through}`,
  perYear: (percent: string) => `${percent}%`,
  nothing: 'There is nothing to claim.',
};
