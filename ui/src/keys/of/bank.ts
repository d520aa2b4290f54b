// Keys of the matching desk.

export const bank = {
  bankAccept: { combo: 'enter', group: 'bank' },
  bankNext: { combo: 'right', group: 'bank' },
  bankPrevious: { combo: 'left', group: 'bank' },
  bankSplit: { combo: 's', group: 'bank' },
  bankAddShare: { combo: 'mod+b', group: 'bank' },
  bankAside: { combo: 'd', group: 'bank' },
  bankSearch: { combo: '/', group: 'bank' },
  bankUndo: { combo: 'backspace', group: 'bank' },
  bankCertain: { combo: 'z', group: 'bank' },
} as const;
