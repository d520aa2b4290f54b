// Keys of the frame.

export const everywhere = {
  palette: { combo: 'mod+k', group: 'everywhere' },
  keySheet: { combo: '?', group: 'everywhere' },
  undo: { combo: 'mod+z', group: 'everywhere' },
  lock: { combo: 'mod+l', group: 'everywhere' },
  preferences: { combo: 'mod+,', group: 'everywhere' },
  refresh: { combo: 'f5', group: 'everywhere' },
  closePanel: { combo: 'escape', group: 'everywhere' },
  goBack: { combo: 'alt+left', group: 'everywhere' },
  goToday: { combo: 'mod+1', group: 'everywhere' },
  goCustomers: { combo: 'mod+2', group: 'everywhere' },
  goInvoices: { combo: 'mod+3', group: 'everywhere' },
  goBank: { combo: 'mod+4', group: 'everywhere' },
  goDunning: { combo: 'mod+5', group: 'everywhere' },
  goDossiers: { combo: 'mod+6', group: 'everywhere' },
  goCalculator: { combo: 'mod+7', group: 'everywhere' },
  goSettings: { combo: 'mod+8', group: 'everywhere' },
  closeAdministration: { combo: null, group: 'everywhere' },
  language: { combo: null, group: 'everywhere' },
  theme: { combo: null, group: 'everywhere' },
} as const;
