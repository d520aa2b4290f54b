// Keys of the Rekenmachine.

export const calculator = {
  calcCopy: { combo: 'alt+c', group: 'calculator' },
  calcSave: { combo: 'mod+s', group: 'calculator' },
  calcClear: { combo: null, group: 'calculator' },
} as const;
