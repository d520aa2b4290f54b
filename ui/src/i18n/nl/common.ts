// Words that belong to no room: dates, buttons, errors, progress.

import { counted, grouped } from '../count';

export const number = (n: number) => grouped(n, 'nl-NL');
export const count = (n: number, one: string, many: string) => counted(n, one, many, 'nl-NL');

export const common = {
  appName: 'Standvast',
  languageName: { nl: 'Nederlands', en: 'English' },

  date: {
    months: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
    longMonths: [
      'januari',
      'februari',
      'maart',
      'april',
      'mei',
      'juni',
      'juli',
      'augustus',
      'september',
      'oktober',
      'november',
      'december',
    ],
    weekdays: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
    dayOfMonth: (day: number, month: string) => `${day} ${month}`,
    day: (day: number, month: string, year: number) => `${day} ${month} ${year}`,
    today: 'vandaag',
    yesterday: 'gisteren',
    daysAgo: (n: number) => `${n} dagen geleden`,
    todayAt: (time: string) => `vandaag ${time}`,
    yesterdayAt: (time: string) => `gisteren ${time}`,
  },

  dateField: {
    day: (date: string, month: string, last: number) =>
      `${date} bestaat niet: ${month} telt dan ${last} dagen.`,
    year: 'Schrijf het jaar met vier cijfers.',
    part: 'Deze datum is niet af: dag, maand en jaar horen erin.',
  },

  number,

  common: {
    cancel: 'Annuleren',
    close: 'Sluiten',
    readOn: 'Verder lezen',
    less: 'Minder',
    back: 'Terug',
    next: 'Verder',
    choose: 'Kiezen…',
    again: 'Opnieuw proberen',
    undo: 'Ongedaan maken',
    optional: 'mag leeg blijven',
    loading: 'Bezig met laden',
    notifications: 'Meldingen',
    lower: 'Lager',
    higher: 'Hoger',
  },

  table: { all: 'Alles', marked: 'Gekozen' },

  copy: {
    copy: 'Kopiëren',
    what: (label: string) => `Kopiëren: ${label}`,
    copied: 'Gekopieerd.',
    selected: 'Kopiëren mag hier niet. De tekst is geselecteerd; kopieer haar met uw toetsen.',
  },

  error: {
    title: 'Dit is niet gelukt',
    nothingLost: 'Er is niets verloren gegaan.',
    code: (code: string) => `Foutcode ${code}`,
    details: 'Wat er precies gebeurde',
    checkFields: (n: number) => `Kijk nog naar ${count(n, 'veld', 'velden')}.`,
    /** Of a place that was chosen to save something in. */
    place: {
      read_only: {
        message: 'Op deze plek mag Standvast niet schrijven.',
        hint: 'Kies een andere plek, zoals uw documenten of een USB-stick.',
      },
      io: {
        message: 'Op deze plek is het niet gelukt.',
        hint: 'Kijk of de schijf is aangesloten en of de plek bestaat, of kies een andere.',
      },
      disk_full: {
        message: 'Op deze plek is geen ruimte meer.',
        hint: 'Maak er ruimte, of kies een andere schijf.',
      },
    },
    /** Of a file that was chosen to be read. */
    reading: {
      read_only: {
        message: 'Dit bestand mag Standvast niet openen.',
        hint: 'Kopieer het naar uw documenten en kies het daar, of vraag wie de computer beheert om toegang.',
      },
    },
    local: {
      core_unreachable: {
        message: 'Het rekenhart van Standvast geeft geen antwoord.',
        hint: 'Probeer het opnieuw. Blijft het stil, sluit dan het venster en open het weer.',
      },
      answer_not_understood: {
        message: 'Het antwoord van het rekenhart is niet te lezen.',
        hint: 'Sluit Standvast en open het opnieuw.',
      },
      unexpected: {
        message: 'Er ging iets mis in dit venster.',
        hint: 'Probeer het opnieuw. Gebeurt het weer, sluit het venster dan en open het opnieuw.',
      },
    },
  },

  job: {
    progress: (done: number, total: number) => `${number(done)} van ${number(total)}`,
    done: (done: number) => `${number(done)} gedaan`,
    preparing: 'Voorbereiden',
    cancel: 'Stoppen',
    cancelling: 'Stopt…',
    working: 'Bezig',
    labels: {
      import: 'Bestanden inlezen',
      import_bank: 'Bankafschriften inlezen',
      import_open_items: 'Open posten inlezen',
      import_rows: 'Rijen inlezen',
      bank_desk: 'Bankregels nazoeken',
      undo: 'Ongedaan maken',
      match: 'Betalingen koppelen',
      run: 'Brieven maken',
      export: 'Gegevens wegschrijven',
      backup: 'Back-up maken',
      restore: 'Back-up terugzetten',
      sample: 'Voorbeeld maken',
      plan_preview: 'Debiteurenplan doorrekenen',
      template_check: 'Brieftekst proberen',
      mails: 'Mails wegschrijven',
      print: 'Brieven samenvoegen',
      verify: 'Administratie controleren',
      read: 'Bestanden bekijken',
      mail_send: 'E-mails versturen',
    },
  },

  path: {
    title: { folder: 'Map kiezen', file: 'Bestand kiezen', save: 'Opslaan als' },
    label: 'Volledig pad',
    confirm: 'Gebruiken',
  },
};
