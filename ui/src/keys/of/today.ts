// Keys of Vandaag.

export const today = {
  openFirst: { combo: 'b', group: 'today' },
} as const;
