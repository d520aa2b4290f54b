// Words of the template editor: the letters' texts, trying them on customers, and their earlier versions.

import { common, count } from './common';

const { number } = common;

export const texts = {
  title: 'The letters’ texts',
  list: 'Letters',
  failed: 'The texts cannot be read',
  statement: 'Statement of account',
  language: { nl: 'Dutch', en: 'English' },
  changed: 'changed',
  intro: 'Everybody who gets this letter gets these words. What the law prescribes is fixed.',
  draft: 'Not saved',

  preview: 'Preview',
  on: 'On this customer',
  invented: 'Example Customer (invented)',
  of: {
    due: 'This is how it goes to this customer today.',
    possible: 'This customer does not get this letter today. This is how it would look.',
    invented: 'An invented customer, who is not in your books. Only to look at the text.',
    statement: 'Today’s statement for this customer.',
  },
  looking: 'Looking for a customer who gets this letter…',

  check: 'Check with all customers',
  checkHelp: 'Makes the letter for each customer who could ever get it, and looks for what does not fit.',
  checked: (n: number) =>
    `Tried on ${count(n, 'customer', 'customers')}: the text fits everywhere and everything is filled in.`,
  checkedWith: (n: number, problems: number) =>
    `Tried on ${number(n)} customers; on ${number(problems)} it does not fit.`,
  skipped: (n: number) => `${count(n, 'customer had', 'customers had')} nothing open to try it with.`,
  more: (n: number) => `and ${number(n)} more`,
  problems: 'Where it does not fit',
  stale: 'The text changed after this check.',
  save: 'Save the text',
  saveAnyway: 'Save all the same',
  restore: 'Back to the saved text',
  shipped: 'Shipped text',
  versions: 'Earlier versions',
  versionsNone: 'There is no earlier version yet.',
  versionsText: 'Fetching a version puts it into the text field; nothing changes before you save.',
  version: (date: string, time: string) => `${date}, ${time}`,
  use: 'Fetch',
  fields: 'Fields',
};
