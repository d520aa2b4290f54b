// Words of the plan editor: the steps as sentences, what they mean on real dates, and what a change would send.

import { common, count } from './common';

const { number } = common;

export const plan = {
  title: 'Het plan',
  intro:
    'Wanneer welke brief gaat. U ziet meteen wat een verandering vandaag zou doen; er verandert niets voordat u bewaart.',
  failed: 'Het plan is niet te lezen',
  kind: 'Voor wie',
  kinds: { consumer: 'Consumenten', business: 'Bedrijven', government: 'Overheid' },
  kindText: {
    consumer: 'Ook voor klanten van wie u nog niet weet wat ze zijn.',
    business: 'Bij bedrijven mogen kosten gevraagd worden zodra ze in verzuim zijn.',
    government: 'Voor gemeenten, scholen, waterschappen en andere overheid.',
  },
  steps: 'Stappen',
  days: (step: string) => `Dagen: ${step}`,
  channels: (step: string) => `Hoe: ${step}`,
  before: { email: 'per e-mail', letter: 'per post' },
  sentence: {
    first: 'dagen na de vervaldatum',
    next: (step: string) => `dagen na de ${step}`,
    afterNotice: 'dagen nadat de termijn van de veertiendagenbrief voorbij is',
    handover: (step: string) => `dagen na de ${step}: klaar om over te dragen`,
  },
  help: {
    noticeTerm: 'Die termijn staat vast: veertien dagen vanaf de dag na bezorging, met speling voor de post.',
  },
  add: 'Stap toevoegen',
  remove: (step: string) => `${step} weghalen`,
  interval: 'Tussen twee brieven aan dezelfde klant zitten ten minste',
  intervalDays: 'dagen',
  intervalLabel: 'Dagen tussen twee brieven',
  problems: 'Dit plan kan zo niet',

  means: {
    title: 'Wat dit betekent',
    cannot: 'Dit plan kan zo niet; bij de stap staat waarom.',
    counting: 'Wordt uitgerekend…',
    dates: 'Een factuur die vandaag vervalt',
    due: 'Vervaldatum',
    meets: (n: number) => `${count(n, 'klant', 'klanten')} op deze stap`,
    today: (n: number, amount: string) => `vandaag ${count(n, 'brief', 'brieven')}, ${amount}`,
    todayNone: 'vandaag geen brief',
    from: (date: string) => `eerste op ${date}`,
    same: (n: number) =>
      n === 0
        ? 'Vandaag is er volgens dit plan geen brief aan de beurt.'
        : `Vandaag ${n === 1 ? 'is' : 'zijn'} er volgens dit plan ${count(n, 'brief', 'brieven')} aan de beurt.`,
    change: (before: number, after: number) =>
      `Vandaag ${after === 1 ? 'zou' : 'zouden'} er ${count(after, 'brief', 'brieven')} aan de beurt zijn in plaats van ${number(before)}.`,
    noChange: (n: number) =>
      `Ook met deze verandering ${n === 1 ? 'is' : 'zijn'} er vandaag ${count(n, 'brief', 'brieven')} aan de beurt.`,
    added: (n: number) => `${count(n, 'klant zou', 'klanten zouden')} vandaag een brief krijgen`,
    removed: (n: number) => `${count(n, 'klant zou', 'klanten zouden')} vandaag geen brief meer krijgen`,
    addedMany: 'Deze klanten, en meer, zouden vandaag een brief krijgen',
    removedMany: 'Deze klanten, en meer, zouden vandaag geen brief meer krijgen',
    more: 'De eerste vijftig.',
  },
  save: 'Plan bewaren',
  restore: 'Terug naar het bewaarde plan',
  shipped: 'Zoals meegeleverd',
  changed: 'Niet bewaard',
};
