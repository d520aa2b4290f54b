// Words of setting a credit note off, in Dutch.

export const setOff = {
  help: 'Het bedrag gaat van de factuur af, alsof de creditnota er meteen bij hoorde. Daar loopt dan ook geen rente over.',
  about: (number: string, name: string) => `Creditnota ${number} van ${name}`,
  credit: 'Creditnota',
  before: 'Nu over van de creditnota',
  taken: 'Gaat van de factuur af',
  openAfter: 'Daarna nog open van de factuur',
  creditAfter: 'Daarna over van de creditnota',
  noCredit: 'Van de creditnota’s van deze klant is niets meer over.',
  noInvoice:
    'Deze klant heeft geen factuur openstaan. Het tegoed blijft staan tot er een is, of tot u het terugbetaalt.',
  submit: 'Verrekenen',
};
