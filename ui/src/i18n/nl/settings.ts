// Words of Instellingen: your details, paper, rates, rules. Keys, backups and the program stand in keeping.ts.

import { keeping } from './keeping';

export const settings = {
  title: 'Instellingen',
  parts: 'Onderdelen',
  failed: 'De instellingen zijn niet te lezen',
  save: 'Opslaan',
  saved: 'Opgeslagen.',
  unsaved: 'Nog niet opgeslagen.',
  revert: 'Terug naar wat er stond',
  tabs: {
    creditor: 'Schuldeiser',
    paper: 'Briefpapier',
    rates: 'Rente',
    plan: 'Plan',
    texts: 'Teksten',
    mail: 'E-mail',
    rules: 'Regels',
    view: 'Weergave en taal',
    security: 'Beveiliging',
    backups: 'Back-ups',
    place: 'Bestand en verhuizen',
    about: 'Over',
  },

  creditor: {
    lead: 'Deze gegevens staan op uw brieven en in dossiers.',
    take: 'Neem ze over uit een van uw eigen e-facturen.',
    takeButton: 'E-factuur lezen…',
    taken: 'Overgenomen uit de e-factuur. Kijk het na en sla het op.',
    terms: 'Noemen uw voorwaarden kosten of rente voor consumenten?',
    termsHelp:
      'Wijken die af van de wet, dan kan de rechter de incassokosten helemaal afwijzen. Standvast zegt het erbij in een dossier.',
    termsChoices: { unknown: 'Dat weet ik nog niet', yes: 'Ja', no: 'Nee' },
  },

  paper: {
    lead: 'Zo komt uw post eruit te zien, en valt het adres in het venster van uw envelop.',
    logo: 'Logo',
    logoHelp:
      'Een PNG of JPEG, ten hoogste 2 MB. Het komt linksboven op iedere brief, op de plek van uw naam.',
    logoFaults: {
      document_failed: {
        message: 'Dit bestand is niet als logo te gebruiken.',
        hint: 'Kies een PNG of JPEG van ten hoogste 2 MB die niet beschadigd is. Uw logo van eerder is niet veranderd.',
      },
      io: {
        message: 'Dit bestand is niet te lezen.',
        hint: 'Kies het bestand van het logo zelf, geen map.',
      },
    },
    logoNone: 'Er is nog geen logo.',
    logoAlt: 'Uw logo zoals het op brieven staat',
    logoSize: (width: number, height: number) => `${width} bij ${height} beeldpunten`,
    choose: 'Logo kiezen…',
    change: 'Ander logo…',
    remove: 'Logo weghalen',
    pick: 'Kies een logo',
    pictures: 'Afbeeldingen',
    window: 'Venster van uw enveloppen',
    windows: { left: 'Links', right: 'Rechts' },
    shift: 'Adres verschuiven',
    shiftHelp: 'In millimeters. Druk de proefpagina af, vouw haar in een envelop en kijk wat u ziet.',
    x: 'Naar rechts',
    y: 'Naar beneden',
    test: 'Proefpagina',
    testText: 'Een pagina met linialen, om te zien waar het venster valt.',
    testSave: 'Proefpagina bewaren…',
    testFile: 'Proefpagina.pdf',
    testSaved: (file: string) => `De proefpagina staat in ${file}.`,
    pdf: 'PDF',
  },

  rates: {
    lead: (date: string) => `De meegeleverde percentages zijn gecontroleerd tot en met ${date}.`,
    after:
      'Voor dagen daarna rekent Standvast door met het laatste percentage, en zegt dat erbij. Op 1 januari en 1 juli kan het veranderen: vul het nieuwe percentage dan aan.',
    kinds: {
      commercial: 'Handelsrente',
      consumer: 'Wettelijke rente',
      government: 'Overheden',
    },
    government: 'Overheden betalen de gewone handelsrente, tenzij u hier een ander percentage invult.',
    table: (kind: string) => `Percentages: ${kind}`,
    which: 'Soort rente',
    columns: { from: 'Vanaf', through: 'Tot en met', percent: 'Per jaar', source: 'Bron' },
    now: 'tot nader bericht',
    own: 'zelf ingevoerd',
    add: 'Percentage toevoegen…',
    addTitle: 'Een nieuw percentage',
    addText: 'Neem het over van de Rijksoverheid of De Nederlandsche Bank, en schrijf erbij waar u het vond.',
    start: 'Vanaf',
    percent: 'Percentage per jaar',
    percentProblem: 'Dit is geen percentage. Schrijf bijvoorbeeld 10,4.',
    source: 'Waar gevonden',
    sourceProblem: 'Schrijf erbij waar u het vond.',
    dateProblem: 'Vul de eerste dag in.',
  },

  plan: {
    lead: 'Welke brief wanneer gaat, staat in het debiteurenplan.',
    text: 'U ziet daar meteen op welke dagen iets gebeurt en hoeveel klanten het raakt.',
    go: 'Naar het plan',
  },
  texts: {
    lead: 'De woorden van uw brieven en mails.',
    text: 'Pas ze aan en zie meteen de brief zoals die verstuurd wordt. Wat de wet voorschrijft, blijft staan.',
    changed: (n: number) =>
      n === 0
        ? 'U gebruikt de meegeleverde teksten.'
        : n === 1
          ? 'Eén tekst is door u aangepast.'
          : `${n} teksten zijn door u aangepast.`,
    go: 'Naar de teksten',
  },

  rules: {
    lead: 'Wanneer iets mag, en wanneer Standvast het eerst vraagt.',
    shipped: (value: number) => `Meegeleverd: ${value}.`,
    range: (min: number, max: number) => `Kies een getal van ${min} tot en met ${max}.`,
    groups: { post: 'Post en termijnen', bank: 'De bank', interest: 'Rente' },
    fields: {
      delivery_days: {
        label: 'Dagen voor de post',
        text: 'Zo lang telt een brief als onderweg, voor de veertiendagenbrief en de ingebrekestelling.',
      },
      plan_days: {
        label: 'Wachten na een veertiendagenbrief',
        text: 'Zoveel dagen na verzending vraagt het plan pas kosten, of later als de wet dat wil.',
      },
      notice_of_default_days: {
        label: 'Termijn in een ingebrekestelling',
        text: 'Zoveel dagen krijgt de klant, gerekend vanaf de bezorging.',
      },
      bank_amber_days: {
        label: 'Bankgegevens: eerst vragen na',
        text: 'Zijn de bankgegevens zoveel bankdagen oud, dan vraagt een brief eerst om uw besluit.',
      },
      bank_red_days: {
        label: 'Bankgegevens: niets versturen na',
        text: 'Zijn ze zo oud, dan gaat er niets uit: de klant kan al betaald hebben.',
      },
      transit_days: {
        label: 'Betaling onderweg',
        text: 'Kwam er zo kort geleden geld binnen, dan kan er meer onderweg zijn. Ook dan wordt eerst gevraagd.',
      },
    },
    always365: 'Deel een jaar rente altijd door 365',
    always365Help:
      'Ook in een schrikkeljaar. Anders telt het jaar dat loopt: 365 of 366 dagen. Het scheelt hooguit centen.',
  },

  ...keeping,
};
