// Words of the frame, in English.

import { count } from './common';

export const frame = {
  rooms: { today: 'Today' },

  frame: {
    switchTo: 'Switch to',
    rooms: 'Rooms',
    skip: 'To the content',
    administration: 'Administration',
    search: 'Find',
    bankThrough: (date: string) => `Bank up to ${date}`,
    bankNever: 'No bank data yet',
    bankOld: (days: number) => `${count(days, 'day', 'days')} old`,
    backup: (when: string) => `Backup ${when}`,
    backupNever: 'No backup yet',
    upToDate: 'up to date',
    attention: 'needs attention',
    known: 'state of affairs',
  },

  actions: {
    palette: 'Find and do',
    keySheet: 'Show the keys',
    preferences: 'Appearance and lock',
    lock: 'Lock',
    closeAdministration: 'Close administration',
    refresh: 'Read again',
    openFirst: 'Start with the largest amount',
    closePanel: 'Close the panel',
    goToday: 'Go to Today',
    language: 'Taal: Nederlands',
    theme: 'Switch light or dark',
  },

  keys: {
    title: 'Keys',
    groups: { everywhere: 'Everywhere', lists: 'In a list', today: 'Today' },
    listMove: 'Walk through the list',
    listOpen: 'Open',
    listEnds: 'To the beginning or end',
    fieldNext: 'Next field or button',
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
    title: 'Find and do',
    placeholder: 'What would you like to do?',
    empty: 'Nothing found. Try another word.',
    clear: 'Clear',
    results: 'Actions',
  },

  preferences: {
    title: 'Appearance and lock',
    language: 'Language',
    theme: 'Colours',
    themes: { system: 'Automatic', light: 'Light', dark: 'Dark' },
    lockAfter: 'Lock after',
    lockAfterHelp: 'Without a key or a click. Once locked, nothing can be read without the passphrase.',
    minutes: (n: number) => count(n, 'minute', 'minutes'),
    never: 'Never by itself',
  },

  unlock: {
    title: (name: string) => name,
    locked: 'This administration is locked.',
    idle: 'Locked because nothing happened for a while.',
    open: 'Give the passphrase to open it.',
    passphrase: 'Passphrase',
    submit: 'Open',
    unlocking: 'Opening…',
    remember: 'Remember in the keychain of this computer',
    rememberHelp: 'Whoever is signed in under your name on this computer can then open it.',
    keychain: 'Open with the keychain',
    recovery: 'Recovery code',
    recoveryHelp: 'From your recovery sheet. Dashes and capitals do not matter.',
    useRecovery: 'I no longer know the passphrase',
    usePassphrase: 'Use the passphrase after all',
    other: 'Another administration',
    needed: 'Enter the passphrase.',
    recoveryNeeded: 'Enter the recovery code.',
  },

  passphrase: {
    show: 'Show passphrase',
    hide: 'Hide passphrase',
    capsLock: 'Caps Lock is on.',
    strength: 'Strength',
    scores: ['Very weak', 'Weak', 'Fair', 'Strong', 'Very strong'],
  },

  legalForms: {
    sole_trader: 'Sole trader (eenmanszaak)',
    general_partnership: 'Partnership (vof)',
    limited_partnership: 'Limited partners (cv)',
    professional_partnership: 'Practice (maatschap)',
    private_limited: 'Private limited (bv)',
    public_limited: 'Public limited (nv)',
    foundation: 'Foundation (stichting)',
    association: 'Association (vereniging)',
    cooperative: 'Cooperative (coöperatie)',
    other: 'Other',
  },
};
