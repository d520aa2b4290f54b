// Words of the first steps: from an empty administration to the first letter.

import { count } from './common';

export const first = {
  title: 'Eerste stappen',
  progress: (done: number, all: number) => `${done} van ${all}`,
  skip: 'Overslaan',
  away: 'Deze stappen wegdoen',
  sampleText: 'Liever eerst kijken?',
  state: { now: 'nu', done: 'klaar', passed: 'overgeslagen', later: 'straks' },
  lacking: {
    kind_unknown: (n: number) => `${count(n, 'klant', 'klanten')}: consument of bedrijf?`,
    no_address: (n: number) => `${count(n, 'klant', 'klanten')} zonder adres`,
    no_email: (n: number) => `${count(n, 'klant', 'klanten')} zonder e-mail`,
  },
  steps: {
    invoices: {
      title: 'Facturen inlezen',
      text: 'Kies een lijst met open posten of uw e-facturen. U mag bestanden ook op dit venster slepen. U ziet eerst wat erin staat.',
      begin: 'Bestand kiezen',
    },
    customers: {
      title: 'Klanten nakijken',
      text: 'Voor een consument gelden andere regels dan voor een bedrijf. Wie nog onbekend is, behandelt Standvast als consument. Zonder adres of e-mail kan er niets weg.',
      begin: 'Naar Klanten',
    },
    bank: {
      title: 'Bank inlezen',
      text: 'Haal een afschrift op bij uw bank (camt.053) en lees het in. Zo krijgt niemand een brief die al betaald heeft.',
      begin: 'Afschrift kiezen',
    },
    match: {
      title: 'Betalingen koppelen',
      text: 'Standvast stelt bij elke ontvangst een factuur voor, met de reden. U zegt ja of kiest zelf.',
      begin: 'Naar de bankregels',
    },
    plan: {
      title: 'Plan bekijken',
      text: 'Wanneer gaat welke brief uit? Het plan voldoet zoals het is; u kunt het naar uw hand zetten.',
      begin: 'Plan bekijken',
    },
    letters: {
      title: 'Eerste brieven bekijken',
      text: 'U ziet elke brief zoals hij zou vertrekken. Niets gaat weg voordat u het goedkeurt.',
      begin: 'Naar de ronde',
    },
  },
};
