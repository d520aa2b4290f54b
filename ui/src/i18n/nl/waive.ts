// Words of giving up interest or costs.

export const waive = {
  help: 'Wat u kwijtscheldt, wordt niet meer gevraagd. De facturen zelf blijven staan.',
  interest: 'Rente',
  costs: 'Incassokosten',
  now: (amount: string) => `Nu ${amount}.`,
  one: 'Vul rente, kosten of allebei in.',
  mostInterest: (amount: string) =>
    `Er is hooguit ${amount} rente kwijt te schelden: meer wordt er nu niet gevraagd.`,
  mostInterestPaid: (amount: string) =>
    `Er is hooguit ${amount} rente kwijt te schelden, ook als een betaling al rente heeft gedekt.`,
  mostCosts: (amount: string) =>
    `Er is hooguit ${amount} aan incassokosten kwijt te schelden: meer is er niet gevraagd of aangekondigd.`,
  submit: 'Kwijtschelden',
};
