// Words of Vandaag: the sentence of state, the ageing bar, the work and its proposals.

import { count, number } from './common';
import { first } from './first';

type Sentence = [before: string, stressed: string, after: string];

export const today = {
  state: {
    late: (open: string, late: string): Sentence => [
      `Er staat ${open} open, waarvan `,
      `${late} te laat`,
      '.',
    ],
    onTime: (open: string): Sentence => [`Er staat ${open} open en `, '', 'niets is te laat.'],
    nothing: (): Sentence => ['Er staat niets open.', '', ''],
  },
  moving: (amount: string) => `Vandaag kunt u voor ${amount} in beweging zetten.`,
  expectedBoth: (now: string, next: string) =>
    `Naar verwachting komt er deze week nog ${now} binnen, en volgende week ${next}.`,
  expectedNow: (now: string) => `Naar verwachting komt er deze week nog ${now} binnen.`,
  expectedNext: (next: string) => `Naar verwachting komt er volgende week ${next} binnen.`,
  movingNone: 'Vandaag hoeft er geen brief de deur uit.',
  begin: 'Begin',
  work: 'Wat er te doen is',
  workOrder: 'grootste bedrag eerst',

  ageing: {
    title: 'Ouderdom',
    caption: 'Openstaand naar ouderdom',
    bucket: 'Ouderdom',
    amount: 'Bedrag',
    items: 'Posten',
    // A credit note is an item too, but no invoice.
    total: (n: number) => count(n, 'post', 'posten'),
    buckets: {
      not_due: 'niet vervallen',
      '1-30': '1–30 dagen',
      '31-60': '31–60 dagen',
      '61-90': '61–90 dagen',
      '90+': 'meer dan 90',
    },
  },

  expected: {
    title: 'Verwacht per week',
    caption: 'Verwachte ontvangsten per week',
    how: 'Hoe gerekend?',
    howTitle: 'Hoe de verwachting is gerekend',
    week: 'Week',
    period: (from: string, through: string) => `${from} t/m ${through}`,
    invoices: 'Facturen',
    amount: 'Bedrag',
    past: 'Al verwacht',
    now: 'nu',
    ask: 'Per week: waaruit het bestaat',
    later: 'Later',
    unknown: 'Geen dag te zeggen',
    none: 'Voor de komende weken wordt niets verwacht.',
    byHabit:
      'Elke open factuur telt mee op haar vervaldatum, plus het aantal dagen dat deze klant gewoonlijk later of eerder betaalt.',
    byDue:
      'Elke open factuur telt mee op haar vervaldatum. Er is nog te weinig betaald om te zeggen hoe laat klanten gewoonlijk betalen.',
    habit: (own: number, days: number): string =>
      `Van ${count(own, 'klant', 'klanten')} is dat bekend. Voor de andere geldt wat bij u gewoon is: ${
        days === 0
          ? 'op tijd'
          : days > 0
            ? `${count(days, 'dag', 'dagen')} te laat`
            : `${count(-days, 'dag', 'dagen')} te vroeg`
      }.`,
    pastWhy:
      'Al verwacht: dit had volgens deze rekening al binnen moeten zijn. Een nieuwe dag wordt er niet voor geraden.',
    unknownWhy: 'Geen dag te zeggen: betwist, in pauze, overgedragen, failliet of zonder vervaldatum.',
    noPromise: 'Het is een verwachting uit uw eigen cijfers, geen toezegging.',
  },

  restored: {
    title: 'Er is een back-up teruggezet',
    text: (date: string) =>
      `Deze computer weet niet welke brieven er sinds ${date} nog uit gingen. Wat sindsdien aan de beurt was, vraagt daarom eerst om uw besluit.`,
    answer: 'Zeggen wat er uit ging',
    ask: 'Wat ging er na de back-up nog uit?',
    askText: (date: string) =>
      `De back-up is van ${date}. Uw antwoord wordt vastgelegd; daarna vraagt Standvast er niet meer naar.`,
    what: 'Sinds de back-up',
    nothing: 'Is er niets verstuurd',
    nothingText: 'Alles wat aan de beurt is, kan weer gewoon weg.',
    some: 'Is er wel iets verstuurd',
    someText: 'Schrijf op wat, en pauzeer die klanten zo nodig.',
    which: 'Welke brieven, aan wie',
    whichHelp: 'Bijvoorbeeld: herinnering aan Bakkerij Het Anker op 18 november.',
    nothingNote: 'Er is sinds de back-up niets verstuurd.',
    settle: 'Vastleggen',
  },

  card: {
    letters: (n: number) => `${count(n, 'brief of mail kan', 'brieven en mails kunnen')} weg`,
    decide: (n: number) => `${count(n, 'brief vraagt', 'brieven vragen')} een besluit`,
    held: (n: number) => `${count(n, 'brief is', 'brieven zijn')} tegengehouden`,
    bank: (n: number) => `${count(n, 'bankregel', 'bankregels')} te koppelen`,
    call: (n: number) => `${count(n, 'klant', 'klanten')} bellen`,
    promise: (n: number) => `${count(n, 'toezegging', 'toezeggingen')} niet nagekomen`,
    handover: (n: number) => `${count(n, 'dossier', 'dossiers')} over te dragen`,
    warning: (n: number) => count(n, 'waarschuwing', 'waarschuwingen'),
    review: (n: number) => `${count(n, 'klant', 'klanten')} opnieuw te bekijken`,
    limitation: (n: number) => `${count(n, 'vordering verjaart', 'vorderingen verjaren')} binnenkort`,
    other: (n: number) => `${n} te doen`,
  },
  cardText: {
    letters: 'Klaar om na te kijken en te versturen',
    decide: 'Er is iets dat u eerst wilt weten',
    held: 'Dit mag nu niet weg; de reden staat erbij',
    bank: 'Geld dat binnen is en nog bij een factuur moet',
    call: 'Een gesprek helpt hier meer dan nog een brief',
    promise: 'De afgesproken dag is voorbij en er kwam niets binnen',
    handover: 'De laatste termijn is voorbij',
    warning: 'Iets bij deze klanten is veranderd',
    review: 'Het is tijd om opnieuw naar deze klanten te kijken',
    limitation: 'Zonder brief vervalt het recht om te innen',
    other: 'Bekijk wat hier klaarstaat',
  },
  step: {
    reminder: (n: number) => count(n, 'herinnering', 'herinneringen'),
    final_reminder: (n: number) => count(n, 'laatste herinnering', 'laatste herinneringen'),
    notice_14_days: (n: number) => count(n, 'veertiendagenbrief', 'veertiendagenbrieven'),
    final_demand: (n: number) => count(n, 'sommatie', 'sommaties'),
    handover: (n: number) => count(n, 'overdracht', 'overdrachten'),
  },
  stepName: {
    reminder: 'herinnering',
    final_reminder: 'laatste herinnering',
    notice_14_days: 'veertiendagenbrief',
    final_demand: 'sommatie',
    handover: 'overdracht',
  },
  kindName: {
    letter: 'brief',
    call: 'bellen',
    handover: 'overdracht',
    interrupt: 'stuiten',
    review: 'opnieuw bekijken',
  },
  channel: { email: 'e-mail', letter: 'post', phone: 'telefoon' },
  gate: { green: 'kan weg', amber: 'vraagt een besluit', red: 'tegengehouden' },
  gateCount: {
    letters: {
      green: (n: number) => (n === 1 ? '1 kan weg' : `${number(n)} kunnen weg`),
      amber: (n: number) => (n === 1 ? '1 vraagt een besluit' : `${number(n)} vragen een besluit`),
      red: (n: number) => `${number(n)} tegengehouden`,
    },
    bank: {
      green: (n: number) => `${number(n)} zeker`,
      amber: (n: number) => `${number(n)} met een keuze`,
      red: (n: number) => `${number(n)} onbekend`,
    },
    other: {
      green: (n: number) => `${number(n)} klaar`,
      amber: (n: number) => (n === 1 ? '1 vraagt een besluit' : `${number(n)} vragen een besluit`),
      red: (n: number) => `${number(n)} tegengehouden`,
    },
  },
  invoices: (n: number) => count(n, 'factuur', 'facturen'),
  daysLate: (n: number) => `${count(n, 'dag', 'dagen')} te laat`,
  dueOn: (date: string) => `vervalt ${date}`,

  panel: {
    filter: 'Laat zien',
    all: 'Alles',
    list: 'Voorstellen',
    noProposals: 'Van dit werk is hier nog geen lijst.',
    choose: 'Kies een regel om te zien waarom.',
    why: 'Waarom',
    noReasons: 'Niets staat in de weg.',
    claim: 'Wat er gevraagd wordt',
    principal: 'Facturen',
    interest: 'Rente',
    costs: 'Incassokosten',
    total: 'Samen',
    announced: (amount: string, from: string) => `Kondigt ${amount} kosten aan, verschuldigd vanaf ${from}.`,
    announcedUndated: (amount: string) => `Kondigt ${amount} kosten aan.`,
    invoices: 'Facturen',
    more: (n: number) => `en nog ${number(n)}`,
  },

  unfinished: {
    title: 'Nog af te maken',
    waiting: (n: number) =>
      `${count(n, 'goedgekeurde brief ligt', 'goedgekeurde brieven liggen')} klaar en ${n === 1 ? 'is' : 'zijn'} nog niet afgedrukt of gemaild.`,
    finish: 'Afmaken',
    unconfirmed: (n: number) =>
      `Van ${count(n, 'brief', 'brieven')} is nog niet vastgelegd of ${n === 1 ? 'hij is' : 'ze zijn'} verstuurd.`,
    confirm: 'Bevestigen',
    uncertainMail: (n: number) =>
      `Van ${count(n, 'e-mail', 'e-mails')} is niet bekend of ${n === 1 ? 'hij is' : 'ze zijn'} aangekomen. Zeg wat ervan werd.`,
    settle: 'Ophelderen',
    returnedMail: (n: number) =>
      `${count(n, 'e-mail is', 'e-mails zijn')} teruggekomen of geweigerd. Verbeter het adres, of post de ${n === 1 ? 'brief' : 'brieven'}.`,
    lookAtMail: 'Bekijken',
  },

  openCustomer: 'Klant openen',

  first,
  empty: {
    title: 'Nog geen klanten en facturen',
    text: 'Hier staat straks elke dag wat er te doen is. Daarvoor zijn eerst uw openstaande facturen nodig: uw e-facturen, of een lijst met open posten uit uw boekhouding.',
    sample: 'Kijk rond in een bedacht bedrijf',
  },
  done: {
    title: 'Alles is gedaan.',
    text: 'Er is vandaag niets meer dat op u wacht.',
    bank: (date: string) => `De bank is bijgewerkt t/m ${date}.`,
    noBank: 'Lees een bankafschrift in om te zien wat er binnenkwam.',
  },
  doneElse: {
    title: 'Verder is alles gedaan.',
    text: 'Alleen wat hierboven staat, wacht nog op u.',
  },
  failed: 'Vandaag is niet te lezen',
};
