// Words of the first steps, in English.

import { count } from './common';

export const first = {
  title: 'First steps',
  progress: (done: number, all: number) => `${done} of ${all}`,
  skip: 'Skip',
  away: 'Hide these steps',
  sampleText: 'Want to look around first?',
  state: { now: 'now', done: 'done', passed: 'skipped', later: 'later' },
  lacking: {
    kind_unknown: (n: number) => `${count(n, 'customer', 'customers')}: consumer or business?`,
    no_address: (n: number) => `${count(n, 'customer', 'customers')} without an address`,
    no_email: (n: number) => `${count(n, 'customer', 'customers')} without e-mail`,
  },
  steps: {
    invoices: {
      title: 'Import invoices',
      text: 'Choose a list of open items or your e-invoices. You can also drag files onto this window. You first see what is in them.',
      begin: 'Choose a file',
    },
    customers: {
      title: 'Check your customers',
      text: 'The rules for a consumer differ from those for a business. Whoever is not known yet is treated as a consumer. Without an address or e-mail nothing can be sent.',
      begin: 'To Customers',
    },
    bank: {
      title: 'Import the bank',
      text: 'Fetch a statement from your bank (camt.053) and import it. Then nobody who has paid gets a letter.',
      begin: 'Choose a statement',
    },
    match: {
      title: 'Match payments',
      text: 'Standvast proposes an invoice for each receipt, with the reason. You say yes, or choose another yourself.',
      begin: 'To the bank lines',
    },
    plan: {
      title: 'Look at the plan',
      text: 'Which letter goes out when? The plan works as it is; change it as you like.',
      begin: 'Look at the plan',
    },
    letters: {
      title: 'Look at the first letters',
      text: 'You see each letter as it would go out. Nothing is sent before you approve it.',
      begin: 'To the run',
    },
  },
};
