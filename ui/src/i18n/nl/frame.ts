// Words of the frame: the rail, the menu, keys and the palette, preferences, locking.

import { count } from './common';

export const frame = {
  rooms: { today: 'Vandaag' },

  frame: {
    switchTo: 'Wissel naar',
    rooms: 'Kamers',
    skip: 'Naar de inhoud',
    administration: 'Administratie',
    search: 'Zoeken',
    bankThrough: (date: string) => `Bank t/m ${date}`,
    bankNever: 'Nog geen bank ingelezen',
    bankOld: (days: number) => `${count(days, 'dag', 'dagen')} oud`,
    backup: (when: string) => `Back-up ${when}`,
    backupNever: 'Nog geen back-up',
    upToDate: 'bijgewerkt',
    attention: 'vraagt aandacht',
    known: 'stand van zaken',
  },

  actions: {
    palette: 'Zoeken en doen',
    keySheet: 'Toetsen tonen',
    preferences: 'Weergave en slot',
    lock: 'Vergrendelen',
    closeAdministration: 'Administratie sluiten',
    refresh: 'Opnieuw lezen',
    openFirst: 'Begin met het grootste bedrag',
    closePanel: 'Paneel sluiten',
    goToday: 'Naar Vandaag',
    language: 'Language: English',
    theme: 'Licht of donker wisselen',
  },

  keys: {
    title: 'Toetsen',
    groups: { everywhere: 'Overal', lists: 'In een lijst', today: 'Vandaag' },
    listMove: 'Door de lijst lopen',
    listOpen: 'Openen',
    listEnds: 'Naar begin of eind',
    fieldNext: 'Volgende veld of knop',
    names: {
      mod: 'Ctrl',
      enter: 'Enter',
      escape: 'Esc',
      up: '↑',
      down: '↓',
      home: 'Home',
      end: 'End',
      tab: 'Tab',
    },
  },

  palette: {
    title: 'Zoeken en doen',
    placeholder: 'Wat wilt u doen?',
    empty: 'Niets gevonden. Probeer een ander woord.',
    clear: 'Leegmaken',
    results: 'Handelingen',
  },

  preferences: {
    title: 'Weergave en slot',
    language: 'Taal',
    theme: 'Kleuren',
    themes: { system: 'Automatisch', light: 'Licht', dark: 'Donker' },
    lockAfter: 'Vergrendelen na',
    lockAfterHelp: 'Zonder toets of klik. Op slot is zonder wachtzin niets leesbaar.',
    minutes: (n: number) => count(n, 'minuut', 'minuten'),
    never: 'Nooit vanzelf',
  },

  unlock: {
    title: (name: string) => name,
    locked: 'Deze administratie is op slot.',
    idle: 'Op slot gezet omdat er een tijd niets gebeurde.',
    open: 'Geef de wachtzin om haar te openen.',
    passphrase: 'Wachtzin',
    submit: 'Openen',
    unlocking: 'Openen…',
    remember: 'Onthouden in de sleutelbos van deze computer',
    rememberHelp: 'Wie op deze computer onder uw naam is aangemeld, kan de administratie dan openen.',
    keychain: 'Openen met de sleutelbos',
    recovery: 'Herstelcode',
    recoveryHelp: 'Van uw herstelblad. Streepjes en hoofdletters maken niet uit.',
    useRecovery: 'Ik weet de wachtzin niet meer',
    usePassphrase: 'Toch de wachtzin gebruiken',
    other: 'Andere administratie',
    needed: 'Vul de wachtzin in.',
    recoveryNeeded: 'Vul de herstelcode in.',
  },

  passphrase: {
    show: 'Wachtzin tonen',
    hide: 'Wachtzin verbergen',
    capsLock: 'Caps Lock staat aan.',
    strength: 'Sterkte',
    scores: ['Heel zwak', 'Zwak', 'Matig', 'Sterk', 'Heel sterk'],
  },

  legalForms: {
    sole_trader: 'Eenmanszaak',
    general_partnership: 'Vof',
    limited_partnership: 'Cv',
    professional_partnership: 'Maatschap',
    private_limited: 'Bv',
    public_limited: 'Nv',
    foundation: 'Stichting',
    association: 'Vereniging',
    cooperative: 'Coöperatie',
    other: 'Anders',
  },
};
