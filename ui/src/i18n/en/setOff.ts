// Words of setting a credit note off, in English.

export const setOff = {
  help: 'The amount goes off the invoice, as if the credit note had belonged to it from the start. It bears no interest then either.',
  about: (number: string, name: string) => `Credit note ${number} of ${name}`,
  credit: 'Credit note',
  before: 'Left of the credit note now',
  taken: 'Goes off the invoice',
  openAfter: 'Open of the invoice after it',
  creditAfter: 'Left of the credit note after it',
  noCredit: 'Nothing is left of this customer’s credit notes.',
  noInvoice:
    'This customer has no open invoice. The credit stays until there is one, or until you pay it back.',
  submit: 'Set off',
};
