// Words of the first steps, in English.

import { count } from './common';

export const first = {
  title: 'First steps',
  progress: (done: number, all: number) => `${done} of ${all}`,
  skip: 'Skip',
  away: 'Put these steps away',
  sampleText: 'Rather look first?',
  state: { now: 'now', done: 'done', passed: 'skipped', later: 'later' },
  lacking: {
    kind_unknown: (n: number) => `${count(n, 'customer', 'customers')}: consumer or business?`,
    no_address: (n: number) => `${count(n, 'customer', 'customers')} without an address`,
    no_email: (n: number) => `${count(n, 'customer', 'customers')} without e-mail`,
  },
  steps: {
    invoices: {
      title: 'Read in invoices',
      text: 'Choose a file with open items, an audit file or e-invoices. You may also drag files onto this window. You see first what is in them.',
      begin: 'Choose a file',
    },
    customers: {
      title: 'Look over customers',
      text: 'Other rules hold for a consumer than for a business. Whoever is not known yet is treated as a consumer. Without an address or e-mail nothing can leave.',
      begin: 'To Customers',
    },
    bank: {
      title: 'Read in the bank',
      text: 'Fetch a statement from your bank (CAMT or MT940) and read it in. Then nobody who has paid gets a letter.',
      begin: 'Choose a statement',
    },
    match: {
      title: 'Match payments',
      text: 'Standvast proposes an invoice for each receipt, with the reason. You say yes or choose yourself.',
      begin: 'To the bank lines',
    },
    plan: {
      title: 'Look at the plan',
      text: 'When does which letter leave? The plan will do as it is; you can shape it to your hand.',
      begin: 'Look at the plan',
    },
    letters: {
      title: 'Look at the first letters',
      text: 'You see each letter as it would leave. Nothing leaves before you approve it.',
      begin: 'To the run',
    },
  },
};
