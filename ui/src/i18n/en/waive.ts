// Words of giving up interest or costs.

export const waive = {
  help: 'What you waive is no longer asked for. The invoices themselves remain.',
  interest: 'Interest',
  costs: 'Collection costs',
  now: (amount: string) => `Now ${amount}.`,
  one: 'Enter interest, costs or both.',
  mostInterest: (amount: string) =>
    `No more than ${amount} of interest can be waived: that is all that is asked now.`,
  mostInterestPaid: (amount: string) =>
    `No more than ${amount} of interest can be waived, even if a payment has covered some of it.`,
  mostCosts: (amount: string) =>
    `No more than ${amount} of collection costs can be waived: that is all that was asked or announced.`,
  submit: 'Waive',
};
