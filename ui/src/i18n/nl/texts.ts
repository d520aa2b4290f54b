// Words of the template editor: the letters' texts, trying them on customers, and their earlier versions.

import { common, count } from './common';

const { number } = common;

export const texts = {
  title: 'Teksten van de brieven',
  list: 'Brieven',
  failed: 'De teksten zijn niet te lezen',
  statement: 'Rekeningoverzicht',
  language: { nl: 'Nederlands', en: 'Engels' },
  changed: 'aangepast',
  intro: 'Deze woorden krijgt iedereen die deze brief krijgt. Wat de wet voorschrijft, ligt vast.',
  draft: 'Niet bewaard',

  preview: 'Voorbeeld',
  on: 'Op deze klant',
  invented: 'Voorbeeldklant (verzonnen)',
  of: {
    due: 'Zo gaat hij vandaag naar deze klant.',
    possible: 'Deze klant krijgt deze brief vandaag niet. Zo zou hij eruitzien.',
    invented: 'Een verzonnen klant, die niet in uw administratie staat. Alleen om de tekst te bekijken.',
    statement: 'Het overzicht van vandaag voor deze klant.',
  },
  looking: 'Een klant zoeken die deze brief krijgt…',

  check: 'Controleer bij alle klanten',
  checkHelp: 'Maakt de brief voor elke klant die hem ooit kan krijgen en zoekt wat niet past.',
  checked: (n: number) =>
    `Bij ${count(n, 'klant', 'klanten')} geprobeerd: overal past de tekst en is alles ingevuld.`,
  checkedWith: (n: number, problems: number) =>
    `Bij ${number(n)} klanten geprobeerd; bij ${number(problems)} past het niet.`,
  skipped: (n: number) => `${count(n, 'klant had', 'klanten hadden')} niets open om het mee te proberen.`,
  more: (n: number) => `en nog ${number(n)}`,
  problems: 'Waar het niet past',
  stale: 'De tekst is veranderd na deze controle.',
  save: 'Tekst bewaren',
  saveAnyway: 'Toch bewaren',
  restore: 'Terug naar de bewaarde tekst',
  shipped: 'Meegeleverde tekst',
  versions: 'Eerdere versies',
  versionsNone: 'Er is nog geen eerdere versie.',
  versionsText: 'Een versie terughalen zet haar in het tekstvak; er verandert niets voordat u bewaart.',
  version: (date: string, time: string) => `${date}, ${time}`,
  use: 'Terughalen',
  fields: 'Velden',
};
