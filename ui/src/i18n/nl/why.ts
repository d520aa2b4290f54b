// Words of the calculation behind an amount.

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
  article: 'Grond',
  amount: 'Bedrag',
  sum: 'Samen',
  total: 'In totaal',
  perDay: (amount: string) => `Elke dag komt er ${amount} rente bij.`,
  warnings: 'Goed om te weten',
  from: (from: string, through: string) => `${from} t/m ${through}`,
  perYear: (percent: string) => `${percent}%`,
  nothing: 'Er is niets te vorderen.',
};
