// Keys of Aanmanen.

export const dunning = {
  runApprove: { combo: 'shift+enter', group: 'dunning' },
  runEdit: { combo: 'e', group: 'dunning' },
  runHold: { combo: 'p', group: 'dunning' },
  runSkip: { combo: 'o', group: 'dunning' },
  runWhy: { combo: 'w', group: 'dunning' },
  runMail: { combo: 'm', group: 'dunning' },
  takeBack: { combo: 'backspace', group: 'dunning' },
  takeBackAll: { combo: 'shift+backspace', group: 'dunning' },
  printLetters: { combo: 'mod+p', group: 'dunning' },
  runSearch: { combo: '/', group: 'dunning' },
} as const;
