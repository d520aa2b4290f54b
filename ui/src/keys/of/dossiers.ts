// Keys of Dossiers.

export const dossiers = {
  dossierFind: { combo: 'z', group: 'dossiers' },
  dossierHandover: { combo: 'o', group: 'dossiers' },
  dossierTell: { combo: 'v', group: 'dossiers' },
} as const;
