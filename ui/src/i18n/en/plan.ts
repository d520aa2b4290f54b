// Words of the plan editor: the steps as sentences, what they mean on real dates, and what a change would send.

import { common, count } from './common';

const { number } = common;

export const plan = {
  title: 'The plan',
  intro:
    'Which letter goes when. You see at once what a change would do today; nothing changes before you save.',
  failed: 'The plan cannot be read',
  kind: 'For whom',
  kinds: { consumer: 'Consumers', business: 'Businesses', government: 'Government' },
  kindText: {
    consumer: 'Also for customers of whom you do not know yet what they are.',
    business: 'Costs may be asked of businesses as soon as they are in default.',
    government: 'For municipalities, schools, water boards and other government.',
  },
  steps: 'Steps',
  days: (step: string) => `Days: ${step}`,
  channels: (step: string) => `How: ${step}`,
  before: { email: 'by e-mail', letter: 'by post' },
  sentence: {
    first: 'days after the due date',
    next: (step: string) => `days after the ${step}`,
    afterNotice: 'days after the term of the 14-day letter has run out',
    handover: (step: string) => `days after the ${step}: ready to hand over`,
  },
  help: {
    noticeTerm: 'That term is fixed: fourteen days from the day after delivery, with room for the post.',
  },
  add: 'Add a step',
  remove: (step: string) => `Take out ${step}`,
  interval: 'Between two letters to one customer lie at least',
  intervalDays: 'days',
  intervalLabel: 'Days between two letters',
  problems: 'The plan cannot be like this',

  means: {
    title: 'What this means',
    cannot: 'The plan cannot be like this; the step says why.',
    counting: 'Being worked out…',
    dates: 'An invoice that falls due today',
    due: 'Due date',
    meets: (n: number) => `${count(n, 'customer', 'customers')} at this step`,
    today: (n: number, amount: string) => `today ${count(n, 'letter', 'letters')}, ${amount}`,
    todayNone: 'no letter today',
    from: (date: string) => `first on ${date}`,
    same: (n: number) =>
      n === 0
        ? 'By this plan no letter is due today.'
        : `By this plan ${count(n, 'letter is', 'letters are')} due today.`,
    change: (before: number, after: number) =>
      `${count(after, 'letter', 'letters')} would be due today instead of ${number(before)}.`,
    noChange: (n: number) => `With this change too ${count(n, 'letter is', 'letters are')} due today.`,
    added: (n: number) => `${count(n, 'customer', 'customers')} would get a letter today`,
    removed: (n: number) => `${count(n, 'customer', 'customers')} would no longer get a letter today`,
    addedMany: 'These customers and more would get a letter today',
    removedMany: 'These customers and more would no longer get a letter today',
    more: 'The first fifty.',
  },
  save: 'Save the plan',
  restore: 'Back to the saved plan',
  shipped: 'As shipped',
  changed: 'Not saved',
};
