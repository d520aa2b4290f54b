// Keys of a letter on screen.

export const pdf = {
  pdfLarger: { combo: '=', group: 'pdf' },
  pdfSmaller: { combo: '-', group: 'pdf' },
  pdfFit: { combo: '0', group: 'pdf' },
  pdfReal: { combo: '1', group: 'pdf' },
} as const;
