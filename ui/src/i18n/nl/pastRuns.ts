// Words of past runs: what was made, how it left, and what is still to be done about it.

import { common, count } from './common';

const { number } = common;

export const pastRuns = {
  title: 'Eerdere rondes',
  intro: 'Elke ronde zoals die de deur uit ging. Wat verstuurd is, verandert niet meer.',
  failed: 'De rondes zijn niet te lezen',
  emptyTitle: 'Er is nog geen ronde geweest',
  emptyText: 'Zodra u een ronde goedkeurt, staat ze hier, met elke brief precies zoals die gemaakt is.',
  toRun: 'Naar de ronde van vandaag',
  columns: {
    date: 'Ronde',
    letters: 'Brieven',
    ways: 'Post en e-mail',
    state: 'Stand',
    amount: 'Bedrag',
  },
  ways: (paper: number, mails: number) =>
    [paper > 0 ? `${number(paper)} per post` : '', mails > 0 ? count(mails, 'e-mail', 'e-mails') : '']
      .filter(Boolean)
      .join(', '),
  waiting: (n: number) => (n === 1 ? '1 wacht' : `${number(n)} wachten`),
  unconfirmed: (n: number) => `${number(n)} te bevestigen`,
  done: 'afgerond',
  withdrawn: 'ingetrokken',
  withdrawnOf: (n: number) => `${number(n)} ingetrokken`,

  one: {
    title: (date: string) => `Ronde van ${date}`,
    summary: (letters: number, amount: string, run: string) =>
      `${count(letters, 'brief', 'brieven')} voor ${amount} · ${run}`,
    back: 'Alle rondes',
    list: 'Brieven van deze ronde',
    failed: 'Deze ronde is niet te lezen',
    next: 'Wat er nog te doen is',
    changed: (n: number) =>
      n === 1
        ? 'Bij 1 brief is er iets veranderd sinds u hem goedkeurde:'
        : `Bij ${number(n)} brieven is er iets veranderd sinds u ze goedkeurde:`,
    without: 'Laat deze liggen',
    allDone: 'Alles is de deur uit en bevestigd.',
    paper: (n: number) => (n === 1 ? '1 brief op papier' : `${number(n)} brieven op papier`),
    paperText: 'Druk ze af, of sla ze op als één PDF.',
    print: 'Afdrukken',
    duplex: 'Dubbelzijdig: elke brief begint op een voorkant',
    save: 'Opslaan als één PDF',
    saveTitle: 'De brieven opslaan',
    saveName: (date: string, run: string) => `${date}-brieven-${run}.pdf`,
    large: (pages: number) =>
      `Dit zijn ${number(pages)} bladen. Als één PDF opslaan en die afdrukken gaat sneller.`,
    printAnyway: 'Toch nu afdrukken',
    printed: 'Zijn ze goed afgedrukt?',
    printedText: 'Pas als u ja zegt, geldt het als uit het programma vertrokken.',
    printedYes: 'Ja, alles is goed',
    printedNo: 'Nee, nog niet',
    sayFirst: (n: number) =>
      n === 1
        ? 'Zeg eerst of de afgedrukte brief goed is; tot dan gaat er niets terug'
        : `Zeg eerst of de ${number(n)} afgedrukte brieven goed zijn; tot dan gaat er niets terug`,
    printedMail: 'Gaat deze afdruk op de post?',
    printedMailText:
      'Deze brief zou per e-mail gaan. Als u ja zegt, geldt hij als uit het programma vertrokken en wacht de e-mail niet meer.',
    printedMailYes: 'Ja, hij gaat op de post',
    printedMailNo: 'Nee, hij blijft hier',
    mails: (n: number) => (n === 1 ? '1 e-mail' : `${number(n)} e-mails`),
    mailsText: 'Sla ze op om ze met uw eigen mailprogramma te versturen.',
    mailsSendText: 'Verstuur ze nu met uw mailaccount, of sla ze op voor uw eigen mailprogramma.',
    send: 'Versturen',
    toAccount: 'Mailaccount instellen',
    saveMails: 'Opslaan als e-mails',
    saveMailsTitle: 'Map voor de e-mails',
    savedMails: (n: number) => `${count(n, 'e-mail', 'e-mails')} opgeslagen.`,
    savedLetters: 'De brieven zijn opgeslagen.',
    confirm: (n: number) => (n === 1 ? '1 brief bevestigen' : `${number(n)} brieven bevestigen`),
    confirmText: 'Op welke dag is alles gepost of verstuurd? Daarmee begint de termijn van de volgende stap.',
    confirmDate: 'Gepost of verstuurd op',
    confirmSubmit: 'Bevestigen',
    again: 'Ging er bij het afdrukken toch iets mis?',
    printAgain: (n: number) =>
      n === 1 ? 'Druk de brief nogmaals af' : `Druk de ${number(n)} brieven nogmaals af`,
    sheet: 'Verzendlijst opslaan',
    sheetTitle: 'De verzendlijst opslaan',
    sheetName: (date: string, run: string) => `${date}-verzendlijst-${run}.pdf`,
    sheetSaved: 'De verzendlijst is opgeslagen.',
    skipped: (n: number) => `${count(n, 'brief ging', 'brieven gingen')} niet mee`,
  },

  changed: 'veranderd',
  state: {
    approved: 'wacht',
    handed_over: 'uit het programma',
    confirmed: 'bevestigd',
    withdrawn: 'ingetrokken',
  },
  stateLong: {
    approved: 'Goedgekeurd, nog niet afgedrukt of verstuurd.',
    handed_over: 'Afgedrukt, opgeslagen of verstuurd; nog te bevestigen.',
    confirmed: (date: string) => `Gepost of verstuurd op ${date}.`,
    withdrawn: (date: string, reason: string) =>
      `Teruggenomen op ${date}, voordat hij de deur uit ging.${reason === '' ? '' : ` ${reason}`} Hij telt niet mee en gaat nooit meer weg.`,
  },

  back: {
    one: 'Terugnemen',
    oneOf: (name: string) => `Brief aan ${name} terugnemen`,
    all: (n: number) => (n === 1 ? '1 brief terugnemen' : `Alle ${number(n)} terugnemen`),
    these: (n: number) => (n === 1 ? 'Deze terugnemen' : `Deze ${number(n)} terugnemen`),
    sayFirst: {
      message: 'Er is nog niet gezegd of de afgedrukte brieven goed zijn. Er is niets teruggenomen.',
      hint: 'Die vraag staat bij Aanmanen, onder Eerdere rondes, bij de ronde waaruit u afdrukte.',
    },
    after: 'Bij Aanmanen keurt u opnieuw goed wat toch weg mag.',
    stays: (name: string, why: string, n: number) =>
      n === 1
        ? `De brief aan ${name} blijft: ${why}.`
        : `De brief aan ${name} blijft, en nog ${number(n - 1)}: ${why}.`,
    none: 'Deze ronde is helemaal teruggenomen. Er ging niets de deur uit.',
    approved: (n: number) => `${count(n, 'brief is', 'brieven zijn')} goedgekeurd.`,
    toRun: 'Naar de ronde',
  },

  letter: {
    more: 'Meer',
    copySuffix: '-kopie',
    asSent: 'Precies zoals gemaakt',
    hash: 'Vingerafdruk (SHA-256)',
    proof: 'Bewijs bewaard',
    save: 'Opslaan',
    saveTitle: 'Deze brief opslaan',
    copy: 'Kopie maken',
    copyTitle: 'De kopie opslaan',
    copied: 'De kopie is opgeslagen.',
    saved: 'De brief is opgeslagen.',
    print: 'Afdrukken',
    confirm: 'Bevestigen…',
    confirmTitle: (name: string) => `Brief aan ${name} bevestigen`,
    attach: 'Bewijs toevoegen…',
    proofField: 'Bewijs van verzending',
    proofHelp: 'Een bestand, zoals een foto van het bonnetje of een ontvangstbewijs. Mag leeg blijven.',
    proofPick: 'Bewijs kiezen',
    customer: 'Naar de klant',
    reasons: 'Waarom hij weg mocht',
  },
};
