// Words of Dossiers: who can be handed over, what a dossier lacks, and what comes back.

import { count } from './common';

export const dossiers = {
  title: 'Dossiers',
  lead: (ready: number, out: number) => {
    if (ready === 0 && out === 0) return 'Hier draagt u over wat zonder hulp niet meer betaald wordt.';
    const first = ready === 0 ? 'Niemand' : count(ready, 'klant', 'klanten');
    const second =
      out === 0 ? 'er is nog niets overgedragen' : `${count(out, 'dossier', 'dossiers')} bij anderen`;
    return `${first} klaar om over te dragen, ${second}.`;
  },
  tabs: { ready: 'Klaar om over te dragen', handed: 'Overgedragen' },
  failed: 'De dossiers zijn niet te lezen',

  find: {
    button: 'Andere klant…',
    title: 'Welke klant wilt u overdragen?',
    placeholder: 'Naam of klantnummer',
    results: 'Gevonden klanten',
    start: 'Typ een deel van de naam of het nummer.',
    none: 'Geen klant gevonden. Probeer een ander woord.',
    open: (amount: string) => `${amount} open`,
  },

  ready: {
    table: 'Klanten die het plan voorstelt om over te dragen',
    name: 'Klant',
    complete: 'Compleet',
    oldest: 'Te laat',
    amount: 'Vordering',
    days: (n: number) => count(n, 'dag', 'dagen'),
    invoices: (n: number) => count(n, 'factuur', 'facturen'),
    behind: (n: number) => `${n} nog niet`,
    serious: (n: number) => `${n} eerst oplossen`,
    other: (n: number) => `${n} kan beter`,
    whole: 'Compleet',
    held: 'Tegengehouden',
    // What comes first when that is no handover.
    first: {
      letters: 'eerst een brief',
      decide: 'eerst een brief waarover u beslist',
      held: 'tegengehouden',
      other: 'eerst iets anders',
    },
    emptyTitle: 'Niemand om over te dragen',
    emptyText:
      'Het plan stelt een overdracht voor als ook de sommatie niet hielp. U kunt ook zelf een klant kiezen.',
  },

  handed: {
    table: 'Dossiers die zijn overgedragen',
    name: 'Klant',
    party: 'Bij',
    state: 'Stand',
    date: 'Overgedragen',
    claim: 'Vordering toen',
    open: 'Nu open',
    nobody: 'niet vastgelegd',
    reference: (reference: string) => `kenmerk ${reference}`,
    emptyTitle: 'Nog niets overgedragen',
    emptyText: 'Zodra u een klant overdraagt, ziet u hier bij wie het dossier ligt en wat ervan terugkomt.',
  },
  states: {
    with_them: 'Loopt',
    settled: 'Betaald',
    withdrawn: 'Teruggenomen',
    uncollectable: 'Oninbaar',
  },
  party: { bailiff: 'Gerechtsdeurwaarder', agency: 'Incassobureau', lawyer: 'Advocaat' },

  check: {
    label: (name: string) => `Dossier van ${name}`,
    failed: 'Dit dossier is niet te maken',
    proposed: 'Het plan stelt voor om over te dragen',
    notProposed: 'Het plan stelt dit nog niet voor. U mag zelf besluiten om over te dragen.',
    first: {
      letters: 'Voor deze klant ligt vandaag eerst een brief klaar.',
      decide: 'Voor deze klant ligt vandaag eerst een brief klaar waarover u beslist.',
      held: 'Deze klant is vandaag tegengehouden.',
      other: 'Voor deze klant staat vandaag eerst iets anders op de lijst.',
    },
    tooEarly:
      'Van deze klant mag nog niets worden overgedragen: een laatste waarschuwing loopt nog of moet nog komen, of iets houdt het tegen. Wachten is het veiligst. Hieronder staat alles wat te laat is.',
    why: 'Waarom nu',
    whyNot: 'Waarom nog niet',
    nothing: 'Niets staat in de weg.',
    serious: (n: number) => `Eerst oplossen (${n})`,
    seriousText: 'Hierop kan een deurwaarder of rechter de vordering, of een deel ervan, afwijzen.',
    other: (n: number) => `Kan beter (${n})`,
    otherText: 'Dit maakt het dossier sterker; zonder kan het ook.',
    whole: 'Het dossier is compleet',
    wholeText: 'Er ontbreekt niets wat Standvast kan nagaan.',
    claim: (date: string) => `Vordering op ${date}`,
    principal: 'Hoofdsom',
    interest: 'Rente',
    costs: 'Incassokosten',
    total: 'Samen',
    perDay: (amount: string) => `Daarna ${amount} rente per dag.`,
    invoices: 'Facturen',
    invoice: 'Factuur',
    due: 'Vervallen',
    open: 'Open',
    copy: 'Kopie',
    copyKept: 'bewaard',
    copyMissing: 'ontbreekt',
    contents: (n: number) => `Wat er in het dossier komt (${count(n, 'bestand', 'bestanden')})`,
    kinds: {
      overview: 'Overzicht om te lezen',
      data: 'Dezelfde gegevens voor een computer',
      invoice: 'Kopie van een factuur',
      letter: 'Brief of mail zoals verstuurd',
      proof: 'Bewijs van verzending',
    },
    made: 'wordt gemaakt',
    handover: 'Overdragen…',
    customer: 'Naar de klant',
  },

  /** What is late too, but stays in the plan. */
  behind: {
    title: (n: number) => `Blijft in het plan (${n})`,
    text: 'Deze facturen zijn ook te laat, maar mogen nog niet mee. Ze gaan gewoon door in het debiteurenplan en kunnen later in een eigen dossier.',
    from: (date: string) => `Overdragen kan op zijn vroegst op ${date}.`,
  },

  /** The button that leads to where a gap is mended. */
  goto: {
    customer: 'Aanvullen bij de klant',
    invoice: (number: string) => `Naar factuur ${number}`,
    letter: (date: string) => `Naar de brief van ${date}`,
    run: 'Naar de brieven van vandaag',
    settings: 'Naar uw gegevens',
    rates: 'Naar de rente',
    bank: 'Naar de bank',
  },

  handover: {
    title: (name: string) => `${name} overdragen`,
    text: 'Standvast maakt één bestand met alles erin. U geeft of mailt het zelf; er gaat niets vanzelf de deur uit.',
    leaves: (invoices: number, amount: string) =>
      invoices === 1
        ? `1 factuur van ${amount} gaat uit het debiteurenplan.`
        : `${count(invoices, 'factuur', 'facturen')} van samen ${amount} gaan uit het debiteurenplan.`,
    gaps: (n: number) =>
      n === 1
        ? 'Eén punt is nog niet opgelost. Het staat ook in het dossier.'
        : `${n} punten zijn nog niet opgelost. Ze staan ook in het dossier.`,
    stays: (n: number) =>
      n === 1
        ? 'Eén andere factuur blijft in het plan; die mag nog niet mee.'
        : `${n} andere facturen blijven in het plan; die mogen nog niet mee.`,
    tooEarly:
      'De laatste waarschuwing voor deze facturen loopt nog of moet nog komen. Een rechter kan de kosten dan voor uw rekening laten.',
    early: 'Ik draag toch nu al over',
    earlyNeeded: 'Zet hier een vinkje als u toch nu wilt overdragen, of wacht tot de termijn voorbij is.',
    party: 'Aan wie?',
    partyKind: 'Soort',
    partyName: 'Naam',
    heldBack: 'Het plan houdt deze overdracht tegen:',
    nameNeeded: 'Vul een naam in, of laat ook kenmerk en e-mailadres leeg.',
    partyLater: 'U kunt dit ook later vastleggen.',
    reference: 'Hun kenmerk',
    email: 'E-mailadres',
    folder: 'Map voor het bestand',
    folderPick: 'Kies de map voor het dossier',
    folderNeeded: 'Kies een map.',
    file: (name: string) => `Het bestand gaat ${name} heten.`,
    start: 'Overdragen',
    making: 'Het dossier wordt gemaakt…',
    done: (name: string) => `${name} is overgedragen.`,
  },

  made: {
    title: 'Het dossier staat klaar',
    text: 'Geef of mail dit bestand aan wie het overneemt.',
    file: 'Bestand',
    hash: 'Controlegetal (SHA-256)',
    hashHelp: 'Hiermee kan de ontvanger zien dat het bestand onderweg niet is veranderd.',
    missing: (n: number) =>
      `${count(n, 'punt staat', 'punten staan')} in het dossier als ontbrekend of zwak.`,
    undo: 'Overdracht ongedaan maken',
    undoText: 'Het bestand zelf blijft staan; gooi het weg als u het niet meer gebruikt.',
  },

  dossier: {
    label: (name: string) => `Overgedragen dossier van ${name}`,
    failed: 'Dit dossier is niet te lezen',
    since: (date: string) => `Overgedragen op ${date}`,
    with: 'Ligt bij',
    nobody: 'Bij wie het ligt is nog niet vastgelegd.',
    change: 'Wijzigen…',
    tellParty: 'Vastleggen…',
    figures: 'Bedragen',
    before: 'Vordering bij overdracht',
    now: 'Nu nog open',
    paidThere: 'Aan hen betaald',
    paidThereHelp: 'Wat aan hen is betaald, telt mee zodra uw bank het laat zien.',
    costs: 'Hun kosten',
    perDay: 'Rente per dag',
    invoices: 'Facturen',
    happened: 'Wat er gebeurde',
    tell: 'Iets vastleggen…',
    file: 'Bestand van het dossier',
    customer: 'Naar de klant',
    withdrawn: 'Teruggenomen: de klant staat weer in het debiteurenplan.',
    uncollectable:
      'Oninbaar verklaard. Wilt u de facturen afboeken, doe dat dan bij de klant; vraag uw boekhouder naar de btw.',
    settled: 'Van deze facturen staat niets meer open.',
  },

  event: {
    title: 'Wat is er gebeurd?',
    kind: 'Gebeurtenis',
    kinds: {
      given_to: 'Het dossier ligt bij …',
      paid_to_them: 'Klant betaalde aan hen',
      costs: 'Zij brachten kosten in rekening',
      settlement: 'Er is een schikking of regeling',
      judgment: 'Er is een vonnis',
      uncollectable: 'Zij verklaren het oninbaar',
      withdrawn: 'Wij nemen het dossier terug',
      note: 'Een bericht',
    },
    help: {
      given_to: 'Leg vast wie het dossier heeft, en hun kenmerk als u dat al weet.',
      paid_to_them: 'Dit verandert niets aan wat openstaat: dat doet uw bank.',
      costs: 'Alleen om te onthouden wat het u kostte; de klant betaalt hierdoor niet meer.',
      settlement: 'Schrijf erbij wat er is afgesproken.',
      judgment: 'Een vonnis verjaart na twintig jaar.',
      uncollectable: 'Het dossier blijft hier staan. Afboeken doet u bij de klant.',
      withdrawn: 'De klant komt terug in het debiteurenplan. Laat het ook hen weten.',
      note: 'Bijvoorbeeld wat zij schreven of zeiden.',
    },
    amount: 'Bedrag',
    amountProblem: 'Vul een bedrag in, zoals 125,00.',
    date: 'Op',
    dateNeeded: 'Vul een datum in.',
    text: 'Toelichting',
    note: 'Bericht',
    save: 'Vastleggen',
  },
};
