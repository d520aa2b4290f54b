// Words of reading files in: the preview of what they add, change and skip, and the columns of a table.

import { common, count } from './common';

export const importing = {
  start: {
    title: 'Lees bank en facturen in',
    text: 'Sleep bestanden naar dit venster, of kies ze. U ziet eerst wat erin staat; er wordt nog niets opgeslagen.',
    file: 'Bestand kiezen',
    folder: 'Hele map kiezen',
    pickFile: 'Bestand om in te lezen',
    pickFolder: 'Map met bestanden',
    again: 'Nog een bestand',
    what: 'Wat u kunt inlezen',
    kinds: {
      bank: {
        title: 'Afschriften van de bank',
        text: 'In internetbankieren, bij Downloaden: kies camt.053 (XML). Elke Nederlandse bank heeft het.',
      },
      invoices: {
        title: 'Uw eigen e-facturen',
        text: 'UBL (XML). Het rijkst: adres, vervaldatum en de factuur zelf komen mee. Een hele map mag ook.',
      },
      list: {
        title: 'Openstaande posten',
        text: 'Een CSV-lijst uit uw boekhoudpakket, vaak te vinden bij Debiteuren of Rapporten. Kolommen wijst u hier aan.',
      },
      zip: {
        title: 'Een ZIP daarvan',
        text: 'Het hoeft niet eerst uitgepakt te worden.',
      },
    },
    notYet:
      'MT940, CSV van de bank, Excel en auditfiles (XAF) leest Standvast nog niet. Bewaar een Excel-lijst eerst als CSV.',
  },

  preview: {
    reading: 'Bestanden bekijken',
    failed: 'De bestanden zijn niet te lezen',
    title: (parts: string) => `Dit komt erbij: ${parts}.`,
    changesOnly: 'Dit werkt bij wat u al hebt.',
    statementsOnly: 'Er komen geen regels bij, wel een nieuwer afschrift.',
    nothing: 'Hier staat niets nieuws in.',
    nothingText: 'Alles is al bekend. Er hoeft niets te gebeuren.',
    skippedList: 'Hier is zo niets van over te nemen.',
    skippedListText: 'Kijk bij Kolommen of elke kolom goed staat. Wat er mis is, staat bij de rijen.',
    emptyListText: 'Een lijst is leeg. Stond er in uw pakket nog een filter of een andere periode aan?',
    noFiles: 'In deze map staat niets om in te lezen.',
    noFilesText: 'Kies een andere map, of het bestand zelf.',
    columnsNeeded: 'Wijs aan wat er in de kolommen staat.',
    supplierAsked: 'Zijn dit uw eigen facturen?',
    unusable: 'Hier kan Standvast niets mee.',
    and: ' en ',
    lines: (n: number) => count(n, 'bankregel', 'bankregels'),
    invoices: (n: number) => count(n, 'factuur', 'facturen'),
    customers: (n: number) => count(n, 'nieuwe klant', 'nieuwe klanten'),
    book: 'Boek in',
    booking: 'Boekt in…',
    no: 'Niet inlezen',
    remove: (name: string) => `${name} niet inlezen`,
    files: 'Bestanden',
  },

  file: {
    bank: (account: string, period: string, lines: number) =>
      `Afschrift van ${account}${period}: ${count(lines, 'regel', 'regels')}`,
    accounts: (accounts: number, lines: number) =>
      `Afschriften van ${accounts} rekeningen: ${count(lines, 'regel', 'regels')}`,
    known: (n: number) => `, ${n} al bekend`,
    allKnown: ', alle al bekend',
    invoice: (number: string, customer: string, amount: string) =>
      `Factuur ${number} voor ${customer}: ${amount}`,
    creditNote: (number: string, customer: string, amount: string) =>
      `Creditnota ${number} voor ${customer}: ${amount}`,
    invoiceKnown: 'Een factuur die u al hebt',
    list: (invoices: number, amount: string) =>
      `${count(invoices, 'factuur', 'facturen')} erbij, ${amount} open`,
    listKnown: 'Een lijst waar niets nieuws in staat',
    listSkipped: 'Een lijst waarvan geen rij te gebruiken is',
    listEmpty: 'Een lijst zonder regels: er staan alleen kolomnamen in',
    changed: (n: number) => `${count(n, 'wijziging', 'wijzigingen')}`,
    knownRows: (n: number) => `${n} al bekend`,
    skipped: (n: number) => `${n} overgeslagen`,
  },

  checks: {
    title: 'Controles',
    result: { ok: 'in orde', mind: 'let op', wrong: 'klopt niet', unknown: 'niet te controleren' },
    own: 'Dit is de rekening op uw brieven.',
    otherAccount: (account: string, lines: number) =>
      `${account} is niet de rekening op uw brieven.${lines > 0 ? ' De regels komen er wel bij.' : ''}`,
    allBalance: (n: number) =>
      `Alle ${n} afschriften kloppen: begin plus bij en af is precies het eindsaldo.`,
    allChain: (n: number) => `Alle ${n} afschriften sluiten op elkaar aan.`,
    duplicates: (n: number) =>
      n === 1
        ? 'Eén regel kent u al; die komt er niet nog eens bij.'
        : `${n} regels kent u al; die komen er niet nog eens bij.`,
    statement: (account: string, date: string) => `${account}, ${date}`,
  },

  table: {
    newLines: 'Nieuwe bankregels',
    invoices: 'Facturen',
    customers: 'Klanten',
    first: (shown: number, all: number) => `de eerste ${shown} van ${all}`,
    date: 'Datum',
    who: 'Wie',
    description: 'Omschrijving',
    amount: 'Bedrag',
    number: 'Nummer',
    customer: 'Klant',
    due: 'Vervalt',
    open: 'Open',
    what: 'Wat verandert',
    isNew: 'nieuw',
    isChanged: 'bijgewerkt',
    newCustomer: 'nieuwe klant',
    from: (what: string, from: string, to: string) => `${what}: ${from} wordt ${to}`,
    fill: (what: string, to: string) => `${what}: ${to}`,
    empty: 'leeg',
    moneyIn: (amount: string) => `${amount} bij`,
    moneyOut: (amount: string) => `${amount} af`,
    line: (n: number) => `regel ${n}`,
  },

  problems: {
    title: (n: number) => count(n, 'opmerking', 'opmerkingen'),
    show: (n: number) => `Toon alle ${common.number(n)}`,
    less: 'Toon minder',
    first: (shown: number, all: number) => `De eerste ${shown} van ${all}.`,
    severity: { info: 'ter informatie', warning: 'let op', error: 'fout' },
  },

  refused: {
    accept: (n: number) =>
      n === 1
        ? 'Ik neem deze leverancier aan: het is mijn eigen factuur'
        : `Ik neem de leveranciers van deze ${n} facturen aan: het zijn mijn eigen facturen`,
    map: 'Wijs hieronder aan wat er in elke kolom staat. Dan kan Standvast deze lijst wel lezen.',
  },

  mapping: {
    title: 'Kolommen',
    remembered: 'Zoals de vorige keer bij een bestand met deze kolommen.',
    guessed: 'Herkend aan de kolomnamen. Kijk of het klopt.',
    missing: (fields: string) => `Wijs nog aan: ${fields}.`,
    wished: (fields: string) =>
      `Als het erin staat ook: ${fields}. Zonder vervaldatum geldt de factuurdatum plus uw gewone termijn.`,
    column: 'Kolom in het bestand',
    samples: 'Voorbeelden',
    holds: 'Wat erin staat',
    unused: 'Niet gebruiken',
    ofColumn: (header: string) => `Wat er in kolom ${header} staat`,
    dates: 'Datums zoals 3-4-2026',
    dayFirst: '3 april (dag voorop)',
    monthFirst: '4 maart (maand voorop)',
    decimal: 'Bedragen',
    told: 'Vanzelf zien',
    comma: '1.234,56 (komma)',
    dot: '1,234.56 (punt)',
    facts: (delimiter: string, encoding: string, rows: number) =>
      `${count(rows, 'rij', 'rijen')}, gescheiden door ${delimiter}, ${encoding}`,
    delimiters: { ';': 'puntkomma’s', ',': 'komma’s', '\t': 'tabs', '|': 'staande strepen' },
    unnamed: (n: number) => `Kolom ${n}`,
  },

  done: {
    match: (n: number) => `Nu koppelen: ${count(n, 'regel wacht', 'regels wachten')}`,
    customers: 'Naar Klanten',
    more: 'Nog iets inlezen',
    title: 'Ingelezen',
    nothing: 'Er stond niets nieuws in; er is niets gewijzigd.',
  },
};
