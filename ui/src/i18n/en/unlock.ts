// Words of the lock: what opens an administration, and what may be wrong with it.

export const unlock = {
  title: (name: string) => name,
  locked: 'This administration is locked.',
  idle: 'Locked because nothing happened for a while.',
  open: 'Enter the passphrase to open it.',
  passphrase: 'Passphrase',
  submit: 'Open',
  unlocking: 'Opening…',
  remember: 'Remember in the keychain of this computer',
  rememberHelp: 'Whoever is signed in under your name on this computer can then open it.',
  keychain: 'Open with the keychain',
  recovery: 'Recovery code',
  recoveryHelp: 'From your recovery sheet. Dashes and capitals do not matter.',
  useRecovery: 'I have forgotten the passphrase',
  usePassphrase: 'Use the passphrase instead',
  byCode: 'You came in with the recovery code.',
  byCodeHint: 'If the passphrase is lost, you can choose a new one now.',
  byCodeWay: 'Choose one',
  other: 'Another administration',
  inUse:
    'One window at a time, so that nothing ever leaves the house twice. If it is another window on this computer, close it. If the folder is on a shared disk, ask who has it open. Your passphrase is still there; try again after that.',
  broken: {
    not_found: {
      message: 'This administration is no longer in this place.',
      hint: 'Was the folder moved or renamed, or is the disk not connected? Put it back, or choose “Another administration” and show its new place.',
    },
    not_an_administration: {
      message: 'There is no whole administration in this place.',
      hint: 'Was the folder moved or renamed? Put it back, or choose “Another administration” and show its new place. If something is missing in the folder, restore the latest backup.',
    },
    damaged: {
      message: 'The file of this administration is damaged.',
      hint: 'Do not throw the folder away. Restore the latest backup as a new folder; backups are in the folder backups of the administration, or where you kept them.',
    },
  },
  restore: 'Restore a backup…',
  needed: 'Enter the passphrase.',
  recoveryNeeded: 'Enter the recovery code.',
};
