// Words of Dunning: the run and its letters. Past runs, plan and texts have words of their own beside this.

import { common, count } from './common';

const { number } = common;

export const dunning = {
  title: 'Reminders',
  tabs: {
    run: 'Run',
    past: 'Past runs',
    plan: 'Plan',
    texts: 'Texts',
    outbox: 'Outgoing',
  },
  tabsLabel: 'Parts of Reminders',
  failed: 'The run cannot be read',

  run: {
    title: 'Today’s run',
    ready: (n: number) => `${number(n)} can go`,
    decide: (n: number) => (n === 1 ? '1 needs a decision' : `${number(n)} need a decision`),
    held: (n: number) => (n === 1 ? '1 is held back' : `${number(n)} are held back`),
    promise: 'Nothing is sent before you approve it.',
    list: 'Letters of this run',
    search: 'Customer or invoice number',
    nothingFound: 'No letter with this name or number.',
    group: { green: 'Can go', amber: 'Needs a decision', red: 'Held back' },
    approved: 'you approve this one',
    edited: 'own text',
    approve: (n: number) => `Approve ${number(n)}`,
    approveNone: 'Nothing to approve',
    bankOld: (date: string) =>
      `Bank data is up to date through ${date}. Something may have been paid since: import the newest statement first.`,
    bankNever: 'No bank statement has been imported yet, so who has paid already is not known here.',
    importBank: 'Import bank data',
    waiting: (n: number) =>
      n === 1
        ? '1 approved letter is still waiting to be printed or mailed.'
        : `${number(n)} approved letters are still waiting to be printed or mailed.`,
    toWaiting: 'To that run',
    emptyTitle: 'There is no letter to send today',
    emptyText: 'As soon as an invoice’s turn comes in your plan, its letter appears here.',
    toPast: 'Look at past runs',
    toPlan: 'Look at the plan',
  },

  letter: {
    of: (name: string) => `Letter to ${name}`,
    none: 'Choose a letter to see it here.',
    paper: 'Letter',
    mail: 'E-mail',
    show: 'Show',
    edit: 'Edit the text',
    hold: 'Pause',
    skip: 'Skip today',
    customer: 'To the customer',
    close: 'Back to the list',
    mailTo: 'To',
    mailSubject: 'Subject',
    mailAttached: 'Attachment',
    why: 'Why?',
    whyLess: 'Less',
    noReasons: 'Nothing stands in the way.',
    costsFrom: (amount: string, date: string) => `Costs of ${amount} are only due from ${date}.`,
    decide: 'Send anyway',
    decided: 'Do not send it after all',
    ask: 'Are you sure? It is recorded with the letter that you saw this and sent it anyway.',
    sure: 'Yes, this one may go',
    not: 'No, leave it',
    remedy: {
      bank: 'Look at it under Bank',
      past: 'Confirm the earlier letter',
      credit: 'Set off the credit note',
      customer: 'Look at it with the customer',
    },
  },

  hold: {
    title: (name: string) => `Pause ${name}`,
    intro: 'Until then no letter goes to this customer. After that it is here again.',
    reason: 'Why',
    reasonHelp: 'You will find this with the customer later.',
    submit: 'Pause',
    skipTitle: (name: string) => `Skip ${name} today`,
    skipIntro: 'No letter goes to this customer today. Tomorrow it is here again.',
    skipSubmit: 'Skip',
  },

  approve: {
    title: 'This is what will happen',
    letters: (n: number, amount: string) =>
      `${count(n, 'letter is', 'letters are')} made, together for ${amount}`,
    post: (n: number) => `${number(n)} by post`,
    mail: (n: number) => count(n, 'e-mail', 'e-mails'),
    both: (n: number) => `${number(n)} by post and e-mail`,
    decided: (n: number) =>
      n === 1
        ? '1 of them needed a decision; it is recorded that you approve it.'
        : `${number(n)} of them needed a decision; it is recorded that you approve them.`,
    edited: (n: number) => (n === 1 ? '1 has its own text.' : `${number(n)} have their own text.`),
    stays: (amber: number, red: number) =>
      `${[
        amber > 0
          ? amber === 1
            ? '1 is waiting for a decision'
            : `${number(amber)} are waiting for a decision`
          : '',
        red > 0 ? (red === 1 ? '1 is held back' : `${number(red)} are held back`) : '',
      ]
        .filter(Boolean)
        .join(' and ')}: these stay.`,
    after: 'Nothing is sent yet. After this you print, save or send.',
    submit: (n: number) => `Approve ${number(n)}`,
    back: 'Not yet',
    counting: 'Counting letters…',
    nothing: 'Nothing was approved. The reasons are with the letters.',
    left: (n: number) =>
      n === 1
        ? '1 letter was left out; the reason is with it.'
        : `${number(n)} letters were left out; the reasons are with them.`,
  },

  edit: {
    title: (name: string) => `Text for ${name}`,
    only: 'This applies to this letter only.',
    forAll: 'Change it for everybody',
    subject: 'Subject',
    body: 'Text',
    part: (n: number) => `Text, part ${number(n)}`,
    insert: 'Insert a field',
    conditions:
      'What stands between {% if … %} and {% endif %} is not in every letter. Below the text you read when it is.',
    whenTitle: 'When these words stand in the letter',
    when: {
      one_invoice: { holds: 'With one invoice:', fails: 'With more invoices:' },
      earlier_letters: { holds: 'When letters went before:', fails: 'In the first letter:' },
      sender_phone: { holds: 'When your telephone number is known:', fails: 'Without a telephone number:' },
      sender_email: { holds: 'When your e-mail address is known:', fails: 'Without an e-mail address:' },
      term_days: { holds: 'When there is a term of payment:', fails: 'Without a term of payment:' },
      customer_number: { holds: 'When the customer has a number:', fails: 'Without a customer number:' },
    },
    whenFilled: (what: string) => `Only with ${what}:`,
    whenEmpty: (what: string) => `Only without ${what}:`,
    quoted: (words: string) => `‘${words}’`,
    addHere: 'Words may go here',
    whole: 'Edit as one text',
    parts: 'Edit in parts',
    wholeHelp:
      'A blank line begins a new paragraph. {{ name }} is a field or a fixed block; **words** become bold.',
    up: 'Block up',
    down: 'Block down',
    locked: 'Fixed',
    lockedWhy: {
      legal_notice: 'The law prescribes these sentences. Without them the letter would not count.',
      invoices_table: 'The invoices belong in it: without the table nobody knows what is to be paid.',
      claim_table: 'How the amount is made up belongs in it: principal, interest and costs.',
      payment_block: 'How to pay belongs in this letter.',
      other: 'This block belongs in this letter.',
    },
    keep: 'Use for this letter',
    restore: 'Back to the usual text',
    cancel: 'Close',
    draft: 'Not kept yet; your words stay here.',
  },

  fields: {
    salutation: 'Salutation',
    customer_name: 'Customer’s name',
    customer_number: 'Customer number',
    reference: 'Reference of the letter',
    payment_reference: 'Payment reference',
    amount: 'The amount to pay',
    invoice_count: 'Number of invoices',
    sender_name: 'Sender’s name',
    sender_phone: 'Sender’s telephone',
    sender_email: 'Sender’s e-mail',
    creditor_name: 'Your company’s name',
    signatory: 'Who signs',
    date: 'Date of the letter',
    earlier_letters: 'Dates of earlier letters',
    term_days: 'Days to pay in',
    principal: 'Principal',
    interest: 'Interest through today',
    costs: 'Collection costs',
    interest_per_day: 'Interest for each further day',
  } as Record<string, string>,
};
