// Keys of Klanten and Facturen: of the lists, and of what is opened in them.

export const customers = {
  searchList: { combo: '/', group: 'customers' },
  toWhole: { combo: 'h', group: 'customers' },
  newInvoice: { combo: 'mod+i', group: 'customers' },
  why: { combo: 'w', group: 'customers' },
  actPay: { combo: 'b', group: 'customers' },
  actPromise: { combo: 't', group: 'customers' },
  actHold: { combo: 'p', group: 'customers' },
  actNote: { combo: 'n', group: 'customers' },
  actDispute: { combo: 'd', group: 'customers' },
  actWriteOff: { combo: 'a', group: 'customers' },
  actSetOff: { combo: 'v', group: 'customers' },
  actWaive: { combo: 'k', group: 'customers' },
  actInvoice: { combo: 'f', group: 'customers' },
  actCorrect: { combo: 'g', group: 'customers' },
  actStatement: { combo: 'o', group: 'customers' },
  actFile: { combo: 'c', group: 'customers' },
  actInsolvency: { combo: null, group: 'customers' },
  actMerge: { combo: null, group: 'customers' },
} as const;
