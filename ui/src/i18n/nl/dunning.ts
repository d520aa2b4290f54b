// Words of Aanmanen: the run and its letters. Past runs, plan and texts have words of their own beside this.

import { common, count } from './common';

const { number } = common;

export const dunning = {
  title: 'Aanmanen',
  tabs: {
    run: 'Ronde',
    past: 'Eerdere rondes',
    plan: 'Plan',
    texts: 'Teksten',
    outbox: 'Uitgaand',
  },
  tabsLabel: 'Onderdelen van Aanmanen',
  failed: 'De ronde is niet te lezen',

  run: {
    title: 'De ronde van vandaag',
    ready: (n: number) => (n === 1 ? '1 kan weg' : `${number(n)} kunnen weg`),
    decide: (n: number) => (n === 1 ? '1 vraagt een besluit' : `${number(n)} vragen een besluit`),
    held: (n: number) => (n === 1 ? '1 is tegengehouden' : `${number(n)} zijn tegengehouden`),
    promise: 'Niets vertrekt voordat u het goedkeurt.',
    list: 'Brieven van deze ronde',
    search: 'Klant of factuurnummer',
    nothingFound: 'Geen brief met deze naam of dit nummer.',
    group: { green: 'Kan weg', amber: 'Vraagt een besluit', red: 'Tegengehouden' },
    approved: 'u keurt deze goed',
    edited: 'eigen tekst',
    approve: (n: number) => `Keur ${number(n)} goed`,
    approveNone: 'Niets goed te keuren',
    bankOld: (date: string) =>
      `De bank is bijgewerkt t/m ${date}. Misschien is er intussen betaald: lees eerst het nieuwste afschrift in.`,
    bankNever: 'Er is nog geen bankafschrift ingelezen. Wie al betaald heeft, is hier dus niet bekend.',
    importBank: 'Bank inlezen',
    waiting: (n: number) =>
      n === 1
        ? '1 goedgekeurde brief wacht nog op de printer of de mail.'
        : `${number(n)} goedgekeurde brieven wachten nog op de printer of de mail.`,
    toWaiting: 'Naar die ronde',
    emptyTitle: 'Er is vandaag geen brief te sturen',
    emptyText:
      'Zodra een factuur aan de beurt is volgens uw plan, staat de brief hier klaar om na te kijken.',
    toPast: 'Eerdere rondes bekijken',
    toPlan: 'Het plan bekijken',
  },

  letter: {
    of: (name: string) => `Brief aan ${name}`,
    none: 'Kies een brief om hem hier te zien.',
    paper: 'Brief',
    mail: 'E-mail',
    show: 'Laat zien',
    edit: 'Tekst aanpassen',
    hold: 'Pauzeren',
    skip: 'Vandaag overslaan',
    customer: 'Naar de klant',
    close: 'Terug naar de lijst',
    mailTo: 'Aan',
    mailSubject: 'Onderwerp',
    mailAttached: 'Bijlage',
    why: 'Waarom?',
    whyLess: 'Minder',
    noReasons: 'Niets staat in de weg.',
    costsFrom: (amount: string, date: string) => `Kosten van ${amount} zijn pas verschuldigd vanaf ${date}.`,
    decide: 'Toch versturen',
    decided: 'Toch niet versturen',
    ask: 'Weet u het zeker? Dat u dit zag en toch verstuurt, wordt bij de brief vastgelegd.',
    sure: 'Ja, deze mag weg',
    not: 'Nee, laat staan',
    remedy: {
      bank: 'Bekijk het bij de bank',
      past: 'Bevestig de eerdere brief',
      credit: 'Verreken de creditnota',
      customer: 'Bekijk het bij de klant',
    },
  },

  hold: {
    title: (name: string) => `${name} pauzeren`,
    intro: 'Tot en met die dag gaat er geen brief naar deze klant. Daarna staat hij hier weer.',
    reason: 'Waarom',
    reasonHelp: 'U leest dit later terug bij de klant.',
    submit: 'Pauzeren',
    skipTitle: (name: string) => `${name} vandaag overslaan`,
    skipIntro: 'Vandaag gaat er geen brief naar deze klant. Morgen staat hij hier weer.',
    skipSubmit: 'Overslaan',
  },

  approve: {
    title: 'Dit gaat er gebeuren',
    letters: (n: number, amount: string) =>
      `${count(n, 'brief wordt', 'brieven worden')} gemaakt, samen voor ${amount}`,
    post: (n: number) => `${number(n)} per post`,
    mail: (n: number) => count(n, 'e-mail', 'e-mails'),
    both: (n: number) => `${number(n)} per post én e-mail`,
    decided: (n: number) =>
      n === 1
        ? '1 daarvan vroeg een besluit; dat u die goedkeurt, wordt vastgelegd.'
        : `${number(n)} daarvan vroegen een besluit; dat u die goedkeurt, wordt vastgelegd.`,
    edited: (n: number) => (n === 1 ? '1 heeft een eigen tekst.' : `${number(n)} hebben een eigen tekst.`),
    stays: (amber: number, red: number) =>
      [
        amber > 0 ? (amber === 1 ? '1 wacht op een besluit' : `${number(amber)} wachten op een besluit`) : '',
        red > 0 ? (red === 1 ? '1 is tegengehouden' : `${number(red)} zijn tegengehouden`) : '',
      ]
        .filter(Boolean)
        .join(' en ') + ': die blijven staan.',
    after: 'Er vertrekt nog niets. Hierna drukt u af, slaat u op of verstuurt u.',
    submit: (n: number) => `Keur ${number(n)} goed`,
    back: 'Nog niet',
    counting: 'Brieven tellen…',
    nothing: 'Er ging niets mee. De redenen staan bij de brieven.',
    left: (n: number) =>
      n === 1
        ? '1 brief ging niet mee; de reden staat erbij.'
        : `${number(n)} brieven gingen niet mee; de redenen staan erbij.`,
  },

  edit: {
    title: (name: string) => `Tekst voor ${name}`,
    only: 'Dit geldt alleen voor deze brief.',
    forAll: 'Voor iedereen aanpassen',
    subject: 'Onderwerp',
    body: 'Tekst',
    part: (n: number) => `Tekst, deel ${number(n)}`,
    insert: 'Veld invoegen',
    conditions:
      'Wat tussen {% if … %} en {% endif %} staat, komt niet in elke brief. Onder de tekst leest u wanneer wel.',
    whenTitle: 'Wanneer deze woorden in de brief staan',
    when: {
      one_invoice: { holds: 'Bij één factuur:', fails: 'Bij meer facturen:' },
      earlier_letters: { holds: 'Als er eerder brieven gingen:', fails: 'Bij de eerste brief:' },
      sender_phone: { holds: 'Als uw telefoonnummer bekend is:', fails: 'Zonder telefoonnummer:' },
      sender_email: { holds: 'Als uw e-mailadres bekend is:', fails: 'Zonder e-mailadres:' },
      term_days: { holds: 'Als er een betaaltermijn is:', fails: 'Zonder betaaltermijn:' },
      customer_number: { holds: 'Als de klant een klantnummer heeft:', fails: 'Zonder klantnummer:' },
    },
    whenFilled: (what: string) => `Alleen met ${what}:`,
    whenEmpty: (what: string) => `Alleen zonder ${what}:`,
    quoted: (words: string) => `‘${words}’`,
    addHere: 'Hier mag tekst tussen',
    whole: 'Als één tekst bewerken',
    parts: 'In delen bewerken',
    wholeHelp:
      'Een lege regel begint een nieuwe alinea. {{ naam }} is een veld of vast blok; **woorden** worden vet.',
    up: 'Blok naar boven',
    down: 'Blok naar beneden',
    locked: 'Vast',
    lockedWhy: {
      legal_notice: 'De wet schrijft deze zinnen voor. Zonder dat zou de brief niet gelden.',
      invoices_table: 'De facturen horen erbij: zonder tabel weet niemand wat er betaald moet worden.',
      claim_table: 'De opbouw van het bedrag hoort erbij: hoofdsom, rente en kosten.',
      payment_block: 'Hoe er betaald moet worden, hoort in deze brief.',
      other: 'Dit blok hoort in deze brief.',
    },
    keep: 'Gebruiken voor deze brief',
    restore: 'Terug naar de gewone tekst',
    cancel: 'Sluiten',
    draft: 'Niet bewaard; uw woorden blijven hier staan.',
  },

  fields: {
    salutation: 'Aanhef',
    customer_name: 'Naam van de klant',
    customer_number: 'Klantnummer',
    reference: 'Kenmerk van de brief',
    payment_reference: 'Betalingskenmerk',
    amount: 'Het te betalen bedrag',
    invoice_count: 'Aantal facturen',
    sender_name: 'Naam van de afzender',
    sender_phone: 'Telefoon van de afzender',
    sender_email: 'E-mail van de afzender',
    creditor_name: 'Uw bedrijfsnaam',
    signatory: 'Wie ondertekent',
    date: 'Datum van de brief',
    earlier_letters: 'Data van eerdere brieven',
    term_days: 'Dagen om te betalen',
    principal: 'Hoofdsom',
    interest: 'Rente tot en met vandaag',
    costs: 'Incassokosten',
    interest_per_day: 'Rente per verdere dag',
  } as Record<string, string>,
};
