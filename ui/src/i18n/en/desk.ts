// Words of what the frame does, in English.

export const desk = {
  backup: {
    title: 'Make a backup',
    text: 'One file with everything in it, encrypted with the same passphrase. Keep it somewhere else than this computer: a stick, or a disk at the office.',
    file: 'Where the backup goes',
    fileHelp: 'Every backup is a new file; nothing is overwritten.',
    make: 'Make a backup',
    made: 'The backup was made.',
  },

  history: {
    title: 'History',
    text: 'Everything that was done, the latest on top. What has left the house stays.',
    undo: (what: string) => `Undo: ${what}`,
    rest: (n: number) => `${n} more done at the same time`,
    less: 'Show less',
    more: 'Further back',
    none: 'Nothing was done yet',
    noneText: 'As soon as you record something, it stands here.',
  },

  drop: {
    here: 'Let go to read in',
    hereHelp: 'You see first what is in it. Nothing is saved yet.',
    hereClosed: 'Let go to open',
    hereClosedHelp: 'The folder of an administration, or the file of a backup.',
    closed: 'Open an administration first.',
    closedHint: 'Then you can read these files into it.',
    locked: (n: number): string =>
      n === 1 ? 'The file is ready as soon as you open.' : 'The files are ready as soon as you open.',
    inDialog: 'First finish what is open, or close it.',
    ownWhileOpen: 'This is an administration itself, or a backup of one.',
    ownWhileOpenHint: 'Close this one first, by the name at the top left.',
  },

  trouble: {
    kept: 'What you typed stays.',
  },
};
