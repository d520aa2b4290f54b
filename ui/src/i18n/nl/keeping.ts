// Words of Instellingen about keeping: the window, keys, backups, the file, and the program itself.

import { count } from './common';

export const keeping = {
  view: { lead: 'Dit geldt voor dit venster op deze computer.' },

  security: {
    lead: 'Alles is versleuteld. Alleen uw wachtzin of de code op uw herstelblad opent het.',
    change: 'Wachtzin wijzigen',
    changeText: 'Back-ups van eerder gaan open met de wachtzin van toen.',
    current: 'Wachtzin van nu',
    next: 'Nieuwe wachtzin',
    repeat: 'Nieuwe wachtzin, nog een keer',
    different: 'De twee zinnen zijn niet gelijk.',
    needed: 'Vul deze in.',
    weak: 'Deze zin is te makkelijk te raden.',
    changed: 'De wachtzin is gewijzigd.',
    keychain: 'Sleutelbos van deze computer',
    keychainStored:
      'De sleutelbos opent deze administratie. Wie hier onder uw naam is aangemeld, komt er dan in.',
    keychainEmpty: 'De sleutelbos kent deze administratie niet; u typt steeds de wachtzin.',
    keychainNone: 'Deze computer heeft geen sleutelbos die Standvast kan gebruiken.',
    remember: 'Laten onthouden',
    forget: 'Laten vergeten',
    remembered: 'De sleutelbos onthoudt deze administratie.',
    forgotten: 'De sleutelbos is deze administratie vergeten.',
    sheet: 'Nieuw herstelblad',
    sheetText:
      'Maakt een nieuwe herstelcode. Zodra het nieuwe blad is opgeslagen, opent de oude code deze administratie niet meer; back-ups van eerder nog wel.',
    sheetSave: 'Nieuw herstelblad maken…',
    sheetSaved: (file: string) =>
      `Het nieuwe herstelblad staat in ${file}. De code op uw oude blad opent deze administratie nu niet meer. Druk het nieuwe af en leg het ergens anders dan de computer.`,
    sheetKept: 'Er is niets veranderd: de code op uw oude blad blijft gelden.',
    sheetFile: (name: string) => `Herstelblad ${name}.pdf`,
    pdf: 'PDF',
    rehearse: 'Herstelcode proberen',
    rehearseText:
      'Pak uw herstelblad en typ de code over. Zo weet u nu al dat het werkt. Er verandert niets.',
    code: 'Herstelcode',
    codeHelp: 'Streepjes en hoofdletters maken niet uit.',
    try: 'Proberen',
    opens: 'Deze code opent uw administratie. Leg het blad weer op zijn plek.',
    lock: 'Vanzelf op slot',
    verify: 'Logboek controleren',
    verifyText:
      'Alles wat u vastlegt staat in een keten. Deze controle ziet of er achteraf iets is veranderd of verdwenen.',
    verifyStart: 'Nu controleren',
    verifyGood: (facts: number) =>
      `Alles klopt: ${count(facts, 'vastlegging', 'vastleggingen')}, geen enkele veranderd.`,
    verifyHead: 'Kenmerk van de laatste vastlegging',
    verifyHeadHelp: 'Dit staat ook op uw verzendlijsten. Zo ziet u of er later iets is afgehaald.',
    verifyBad: (n: number) => `${count(n, 'ding klopt', 'dingen kloppen')} niet:`,
  },

  backups: {
    lead: 'Bij het sluiten maakt Standvast elke dag een back-up in de map van de administratie zelf.',
    elsewhere:
      'Die staan op dezelfde schijf. Bewaar er af en toe een op een andere plek: een USB-stick, of een map in de cloud.',
    make: 'Nu een back-up maken…',
    list: 'Back-ups in deze administratie',
    none: 'Nog geen. De eerste komt er bij het sluiten.',
    kept: (n: number) => `De laatste ${n} dagen blijven bewaard.`,
    columns: { day: 'Dag', reason: 'Waarom', size: 'Grootte' },
    reasons: { daily: 'bij het sluiten', before_update: 'voor een nieuwe versie', other: 'door u neergezet' },
    unreadable: 'niet te lezen',
    folder: 'Map met back-ups',
    restore: 'Zo zet u een back-up terug',
    restoreSteps: [
      'Sluit deze administratie.',
      'Kies op het beginscherm “Back-up terugzetten”.',
      'Kies het bestand en een nieuwe map. Wat u al had, blijft staan.',
      'Open met de wachtzin van toen de back-up werd gemaakt.',
    ],
    unknowing: 'Wat een back-up niet weet',
    unknowingText:
      'Een back-up weet niet welke brieven daarna nog zijn verstuurd. Deze computer houdt dat apart bij, zodat een teruggezette back-up geen brief twee keer stuurt. Op een andere computer vraagt Standvast het aan u.',
    uncertain: (date: string) =>
      `Deze administratie komt uit een back-up van ${date}. Wat er daarna is verstuurd, is hier niet bekend. Alles wat sindsdien aan de beurt was, vraagt daarom eerst om uw besluit.`,
    settle: 'Wat is er daarna nog verstuurd?',
    settleHelp: 'Bijvoorbeeld: “niets”, of “de ronde van 12 november”. Dit komt in het logboek.',
    settleNeeded: 'Schrijf op wat er is verstuurd, of dat er niets is verstuurd.',
    settleSave: 'Vastleggen',
  },

  place: {
    lead: 'Een administratie is één map. Wie die map kopieert, heeft alles.',
    folder: 'Map van deze administratie',
    sizeOnly: (size: string) => `${size} groot.`,
    size: (size: string, backups: string) => `${size} groot, waarvan ${backups} aan back-ups.`,
    cloud: (name: string) => `Deze map staat in ${name}.`,
    cloudText:
      'Dat kan, zolang maar één computer haar tegelijk open heeft. Worden er twee tegelijk gebruikt, dan ontstaan er twee waarheden. Veiliger: zet de map ergens anders en bewaar back-ups in de cloud.',
    noCloud: 'Zo te zien staat zij niet in een map die met de cloud meeloopt.',
    gone: 'Deze map is er niet meer: verplaatst, hernoemd, of op een schijf die er niet in zit. Zet haar terug op deze plek en probeer het opnieuw. Tot dan kunt u niets vastleggen.',
    readOnly: 'In deze map mag niet geschreven worden. U kunt niets vastleggen tot dat is verholpen.',
    move: 'Verhuizen naar een andere computer',
    moveSteps: [
      'Sluit Standvast op deze computer.',
      'Kopieer de map van de administratie naar de andere computer, of maak een back-up en zet die daar terug.',
      'Kopieer ook de map hieronder, die onthoudt wat al is verstuurd. Lukt dat niet, dan vraagt Standvast het één keer.',
      'Open haar daar met uw wachtzin. Werk daarna alleen nog op die computer.',
    ],
    journal: 'Map die onthoudt wat al is verstuurd',
    export: 'Alles meenemen in open bestanden',
    exportText:
      'Klanten, facturen, betalingen, brieven en het logboek als CSV en JSON, ook te lezen zonder Standvast. Deze bestanden zijn niet versleuteld.',
    exportStart: 'Exporteren naar een map…',
    exportPick: 'Kies een lege map voor de export',
    exported: (files: number, folder: string) =>
      `${count(files, 'bestand', 'bestanden')} geschreven in ${folder}.`,
  },

  about: {
    lead: 'Standvast helpt u betaald te krijgen, netjes en volgens de wet. Het werkt zonder internet.',
    version: 'Versie',
    licence: 'Standvast is vrije software, onder de MIT- of de Apache-2.0-licentie, naar uw keuze.',
    unverified: 'Wat nog niet door een jurist is nagekeken',
    unverifiedText: 'Standvast rekent voorzichtig waar de wet niet duidelijk is, en zegt het erbij.',
    points: [
      'De wetsartikelen zijn uit openbare bronnen overgenomen. De officiële tekst van de regels die op 1 oktober 2024 veranderden, over kleine termijnen van een doorlopend contract, is nog niet gelezen. Gaat het daarover, dan waarschuwt Standvast en hoort een jurist mee te kijken.',
      'De rentepercentages zijn uit openbare bronnen verzameld. Voor sommige is er maar één bron; die staat erbij.',
      'Dat de Algemene termijnenwet ook geldt voor de veertiendagenbrief, is aangenomen en niet door een rechter beslist.',
      'Dat de post sinds juli 2026 twee dagen mag doen en vanaf juli 2027 drie, is aangekondigd; daarom rekent Standvast standaard met drie.',
      'Of u zich moet registreren als u voor anderen int (Wki), hangt van uw situatie af. Laat u adviseren.',
      'Btw terugvragen op wat niet betaald wordt: vraag het uw boekhouder.',
    ],
    advice: 'Standvast is geen jurist. Bij twijfel of een grote vordering: vraag raad.',
    others: 'Met dank aan',
    othersText: (many: number) =>
      `Standvast staat op het werk van anderen: ${count(many, 'bibliotheek, lettertype of set pictogrammen', 'bibliotheken, lettertypen en pictogrammen')}. Kies er een om de licentie te lezen.`,
    search: 'Zoeken op naam of licentie',
    list: 'Wat er van anderen in zit',
    found: (many: number) => count(many, 'gevonden', 'gevonden'),
    none: 'Niets van die naam.',
    reading: 'De lijst wordt gelezen.',
    failed: 'De lijst is niet te lezen.',
    kinds: { font: 'lettertype', icons: 'pictogrammen', rust: 'programma', web: 'venster' },
    noText: 'Deze licentie vraagt niet om haar tekst erbij.',
    source: 'De broncode staat hier:',
  },
};
