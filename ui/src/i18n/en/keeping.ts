// Words of the settings about keeping: the window, keys, backups, the file, and the program itself.

import type { Text } from '../nl';
import { count } from './common';

type Keeping = Pick<Text['settings'], 'view' | 'security' | 'backups' | 'place' | 'about'>;

export const keeping: Keeping = {
  view: { lead: 'This applies to this window on this computer.' },

  security: {
    lead: 'Everything is encrypted. Only your passphrase or the code on your recovery sheet opens it.',
    change: 'Change the passphrase',
    changeText: 'Earlier backups open with the passphrase of that time.',
    current: 'Current passphrase',
    next: 'New passphrase',
    repeat: 'New passphrase, again',
    different: 'The two are not the same.',
    needed: 'Fill this in.',
    weak: 'This passphrase is too easy to guess.',
    changed: 'The passphrase was changed.',
    keychain: 'Keychain of this computer',
    keychainStored:
      'The keychain opens this administration. Whoever is signed in here under your name gets in.',
    keychainEmpty: 'The keychain does not know this administration; you type the passphrase each time.',
    keychainNone: 'This computer has no keychain that Standvast can use.',
    remember: 'Let it remember',
    forget: 'Let it forget',
    remembered: 'The keychain remembers this administration.',
    forgotten: 'The keychain forgot this administration.',
    sheet: 'New recovery sheet',
    sheetText:
      'Makes a new recovery code. Once the new sheet is saved, the old code no longer opens this administration; it still opens earlier backups.',
    sheetSave: 'Make a new recovery sheet…',
    sheetSaved: (file) =>
      `The new recovery sheet is in ${file}. The code on your old sheet no longer opens this administration. Print the new one and keep it somewhere else than the computer.`,
    sheetKept: 'Nothing has changed: the code on your old sheet still holds.',
    sheetFile: (name) => `Recovery sheet ${name}.pdf`,
    pdf: 'PDF',
    rehearse: 'Try the recovery code',
    rehearseText: 'Take your recovery sheet and type the code, so that you know it works. Nothing changes.',
    code: 'Recovery code',
    codeHelp: 'Dashes and capitals do not matter.',
    try: 'Try',
    opens: 'This code opens your administration. Put the sheet back in its place.',
    lock: 'Automatic locking',
    verify: 'Check the log',
    verifyText:
      'Everything you record is linked in a chain. This check shows whether anything was changed or removed afterwards.',
    verifyStart: 'Check now',
    verifyGood: (facts) => `All is well: ${count(facts, 'record', 'records')}, not one changed.`,
    verifyHead: 'Mark of the last record',
    verifyHeadHelp:
      'It is printed on your run sheets too, so you can see whether anything was cut off later.',
    verifyBad: (n) => `${count(n, 'thing is', 'things are')} not right:`,
  },

  backups: {
    lead: 'On closing, Standvast makes a backup each day in the folder of the administration itself.',
    elsewhere:
      'Those are on the same disk. Put one elsewhere now and then: a USB stick, or a folder in the cloud.',
    make: 'Make a backup now…',
    list: 'Backups in this administration',
    none: 'None yet. The first one is made on closing.',
    kept: (n) => `The last ${n} days are kept.`,
    columns: { day: 'Day', reason: 'Why', size: 'Size' },
    reasons: { daily: 'on closing', before_update: 'before a new version', other: 'put there by you' },
    unreadable: 'cannot be read',
    folder: 'Folder with backups',
    restore: 'How to put a backup back',
    restoreSteps: [
      'Close this administration.',
      'Choose “Put a backup back” on the first screen.',
      'Choose the file and a new folder. What you had stays.',
      'Open it with the passphrase from when the backup was made.',
    ],
    unknowing: 'What a backup does not know',
    unknowingText:
      'A backup does not know which letters were sent after it. This computer remembers that separately, so that a restored backup sends no letter twice. On another computer Standvast asks you.',
    uncertain: (date) =>
      `This administration comes from a backup of ${date}. What was sent after that is not known here. Everything that was due since then needs your decision first.`,
    settle: 'What was sent after that?',
    settleHelp: 'Such as “nothing”, or “the run of 12 November”. This goes into the log.',
    settleNeeded: 'Write what was sent, or that nothing was sent.',
    settleSave: 'Record it',
  },

  place: {
    lead: 'An administration is one folder. Whoever copies that folder has everything.',
    folder: 'Folder of this administration',
    sizeOnly: (size) => `${size} large.`,
    size: (size, backups) => `${size} large, ${backups} of it backups.`,
    cloud: (name) => `This folder is in ${name}.`,
    cloudText:
      'That works as long as one computer has it open at a time. When two are used at once, they will drift apart. Safer: keep the folder elsewhere, and put backups in the cloud.',
    noCloud: 'As far as can be seen, it is not in a folder that the cloud copies.',
    gone: 'This folder is no longer there: moved, renamed, or on a disk that is not connected. Put it back in this place and try again. Until then nothing can be recorded.',
    readOnly: 'This folder cannot be written to. Nothing can be recorded until that is fixed.',
    move: 'Moving to another computer',
    moveSteps: [
      'Close Standvast on this computer.',
      'Copy the folder of the administration to the other computer, or make a backup and put it back there.',
      'Copy the folder below as well; it remembers what was sent. If you cannot, Standvast asks once.',
      'Open it there with your passphrase. From then on, work on that computer only.',
    ],
    journal: 'Folder that remembers what was sent',
    export: 'Take everything along in open files',
    exportText:
      'Customers, invoices, payments, letters and the log as CSV and JSON, readable without Standvast. These files are not encrypted.',
    exportStart: 'Export to a folder…',
    exportPick: 'Choose an empty folder for the export',
    exported: (files, folder) => `${count(files, 'file', 'files')} written in ${folder}.`,
  },

  about: {
    lead: 'Standvast helps you get paid, politely and by the law. It works without the internet.',
    version: 'Version',
    licence: 'Standvast is free software, under the MIT or the Apache 2.0 licence, as you choose.',
    unverified: 'What no lawyer has looked at yet',
    unverifiedText: 'Where the law is not clear Standvast calculates cautiously, and says so.',
    points: [
      'The articles of law were taken from public sources. The official text of the rules that changed on 1 October 2024, on small terms of a continuing contract, was not read yet. Where it matters Standvast warns, and a lawyer should have a look.',
      'The rates were gathered from public sources. Some rest on one source only; it is named.',
      'That the general act on terms holds for the 14-day letter too is assumed, not decided by a court.',
      'That the post may take two days since July 2026 and three from July 2027 was announced; so Standvast counts three.',
      'Whether you must register when you collect for others (Wki) depends on your situation. Take advice.',
      'Reclaiming VAT on what is not paid: ask your accountant.',
    ],
    advice: 'Standvast is not a lawyer. When in doubt, or with a large claim: take advice.',
    others: 'With thanks to',
    othersText: (many: number) =>
      `Standvast stands on the work of others: ${count(many, 'library, typeface or set of icons', 'libraries, typefaces and icons')}. Choose one to read its licence.`,
    search: 'Search by name or licence',
    list: 'What is in it by others',
    found: (many: number) => count(many, 'found', 'found'),
    none: 'Nothing of that name.',
    reading: 'The list is being read.',
    failed: 'The list cannot be read.',
    kinds: { font: 'typeface', icons: 'icons', rust: 'program', web: 'window' },
    noText: 'This licence does not ask for its text to come along.',
    source: 'Its source is here:',
  },
};
