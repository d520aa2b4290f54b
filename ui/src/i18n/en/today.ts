// Words of Today, in English.

import { count, number } from './common';
import { first } from './first';

type Sentence = [before: string, stressed: string, after: string];

export const today = {
  state: {
    late: (open: string, late: string): Sentence => [`${open} is open, of which `, `${late} is late`, '.'],
    onTime: (open: string): Sentence => [`${open} is open and `, '', 'nothing is late.'],
    nothing: (): Sentence => ['Nothing is open.', '', ''],
  },
  moving: (amount: string) => `Today you can get ${amount} moving.`,
  expectedBoth: (now: string, next: string) =>
    `About ${now} is still expected this week, and ${next} next week.`,
  expectedNow: (now: string) => `About ${now} is still expected this week.`,
  expectedNext: (next: string) => `About ${next} is expected next week.`,
  movingNone: 'No letter has to go out today.',
  begin: 'Begin',
  work: 'What to do',
  workOrder: 'largest amount first',

  ageing: {
    title: 'Ageing',
    caption: 'Open by age',
    bucket: 'Age',
    amount: 'Amount',
    items: 'Items',
    // A credit note is an item too, but no invoice.
    total: (n: number) => count(n, 'item', 'items'),
    buckets: {
      not_due: 'not due',
      '1-30': '1–30 days',
      '31-60': '31–60 days',
      '61-90': '61–90 days',
      '90+': 'over 90',
    },
  },

  expected: {
    title: 'Expected per week',
    caption: 'Expected receipts per week',
    how: 'How is this worked out?',
    howTitle: 'How the expectation was worked out',
    week: 'Week',
    period: (from: string, through: string) => `${from} to ${through}`,
    invoices: 'Invoices',
    amount: 'Amount',
    past: 'Due already',
    now: 'now',
    ask: 'Each week: what it is made of',
    later: 'Later',
    unknown: 'No day known',
    none: 'Nothing is expected in the coming weeks.',
    byHabit:
      'Every open invoice counts on its due date, plus the number of days by which this customer usually pays later or earlier.',
    byDue:
      'Every open invoice counts on its due date. Too little was paid to say how late customers usually pay.',
    habit: (own: number, days: number): string =>
      `This is known for ${count(own, 'customer', 'customers')}. For the others, what is usual with your customers counts: ${
        days === 0
          ? 'on time'
          : days > 0
            ? `${count(days, 'day', 'days')} late`
            : `${count(-days, 'day', 'days')} early`
      }.`,
    pastWhy: 'Due already: by this calculation it should have come in. No new day is guessed for it.',
    unknownWhy: 'No day known: disputed, on hold, handed over, insolvent or without a due date.',
    noPromise: 'It is an expectation from your own figures, not a promise.',
  },

  restored: {
    title: 'A backup was put back',
    text: (date: string) =>
      `This computer does not know which letters were sent since ${date}. What was due since then therefore needs your decision first.`,
    answer: 'Say what was sent',
    ask: 'What was sent after the backup?',
    askText: (date: string) =>
      `The backup is from ${date}. Your answer is recorded; after that Standvast does not ask again.`,
    what: 'Since the backup',
    nothing: 'Nothing was sent',
    nothingText: 'Everything that is due can go again as usual.',
    some: 'Something was sent',
    someText: 'Write down what, and hold those customers if needed.',
    which: 'Which letters, to whom',
    whichHelp: 'For example: reminder to Bakery The Anchor on 18 November.',
    nothingNote: 'Nothing was sent since the backup.',
    settle: 'Record',
  },

  card: {
    letters: (n: number) => `${count(n, 'letter or mail', 'letters and mails')} can go`,
    decide: (n: number) => `${count(n, 'letter needs', 'letters need')} a decision`,
    held: (n: number) => `${count(n, 'letter is', 'letters are')} held back`,
    bank: (n: number) => `${count(n, 'bank line', 'bank lines')} to match`,
    call: (n: number) => `Call ${count(n, 'customer', 'customers')}`,
    promise: (n: number) => `${count(n, 'promise', 'promises')} not kept`,
    handover: (n: number) => `${count(n, 'dossier', 'dossiers')} to hand over`,
    warning: (n: number) => count(n, 'warning sign', 'warning signs'),
    review: (n: number) => `${count(n, 'customer', 'customers')} to review`,
    limitation: (n: number) => `${count(n, 'claim lapses', 'claims lapse')} soon`,
    other: (n: number) => `${n} to do`,
  },
  cardText: {
    letters: 'Ready to look over and send',
    decide: 'There is something to look at first',
    held: 'These may not go out now; the reason is given',
    bank: 'Money that came in and is not matched to an invoice yet',
    call: 'A call helps more here than another letter',
    promise: 'The agreed day has passed and nothing came in',
    handover: 'The last term has run out',
    warning: 'Something about these customers has changed',
    review: 'It is time to look at these customers again',
    limitation: 'Without a letter the right to collect is lost',
    other: 'See what stands ready here',
  },
  step: {
    reminder: (n: number) => count(n, 'reminder', 'reminders'),
    final_reminder: (n: number) => count(n, 'final reminder', 'final reminders'),
    notice_14_days: (n: number) => count(n, '14-day letter', '14-day letters'),
    final_demand: (n: number) => count(n, 'final demand', 'final demands'),
    handover: (n: number) => count(n, 'handover', 'handovers'),
  },
  stepName: {
    reminder: 'reminder',
    final_reminder: 'final reminder',
    notice_14_days: '14-day letter',
    final_demand: 'final demand',
    handover: 'handover',
  },
  kindName: {
    letter: 'letter',
    call: 'call',
    handover: 'handover',
    interrupt: 'interrupt limitation',
    review: 'review',
  },
  channel: { email: 'e-mail', letter: 'post', phone: 'telephone' },
  gate: { green: 'can go', amber: 'needs a decision', red: 'held back' },
  gateCount: {
    letters: {
      green: (n: number) => `${number(n)} can go`,
      amber: (n: number) => (n === 1 ? '1 needs a decision' : `${number(n)} need a decision`),
      red: (n: number) => `${number(n)} held back`,
    },
    bank: {
      green: (n: number) => `${number(n)} certain`,
      amber: (n: number) => `${number(n)} with a choice`,
      red: (n: number) => `${number(n)} unknown`,
    },
    other: {
      green: (n: number) => `${number(n)} ready`,
      amber: (n: number) => (n === 1 ? '1 needs a decision' : `${number(n)} need a decision`),
      red: (n: number) => `${number(n)} held back`,
    },
  },
  invoices: (n: number) => count(n, 'invoice', 'invoices'),
  daysLate: (n: number) => `${count(n, 'day', 'days')} late`,
  dueOn: (date: string) => `due ${date}`,

  panel: {
    filter: 'Show',
    all: 'All',
    list: 'Proposals',
    noProposals: 'There is no list of this work here yet.',
    choose: 'Choose a line to see why.',
    why: 'Why',
    noReasons: 'Nothing stands in the way.',
    claim: 'What is asked',
    principal: 'Invoices',
    interest: 'Interest',
    costs: 'Collection costs',
    total: 'Together',
    announced: (amount: string, from: string) => `Announces ${amount} costs, due from ${from}.`,
    announcedUndated: (amount: string) => `Announces ${amount} costs.`,
    invoices: 'Invoices',
    more: (n: number) => `and ${number(n)} more`,
  },

  unfinished: {
    title: 'To finish',
    waiting: (n: number) =>
      `${count(n, 'approved letter is', 'approved letters are')} ready and not printed or mailed yet.`,
    finish: 'Finish',
    unconfirmed: (n: number) =>
      `Nobody has confirmed yet that ${count(n, 'letter was', 'letters were')} sent.`,
    confirm: 'Confirm',
    uncertainMail: (n: number) =>
      `It is not known whether ${count(n, 'e-mail', 'e-mails')} arrived. Say what became of ${n === 1 ? 'it' : 'them'}.`,
    settle: 'Settle',
    returnedMail: (n: number) =>
      `${count(n, 'e-mail', 'e-mails')} came back or ${n === 1 ? 'was' : 'were'} refused. Correct the address, or post the ${n === 1 ? 'letter' : 'letters'}.`,
    lookAtMail: 'View',
  },

  openCustomer: 'Open customer',

  first,
  empty: {
    title: 'No customers and invoices yet',
    text: 'Every day you see here what there is to do. That starts with your open invoices: your e-invoices, or a list of open items from your bookkeeping.',
    sample: 'Look around in a made-up business',
  },
  done: {
    title: 'All done.',
    text: 'Nothing else is waiting for you today.',
    bank: (date: string) => `The bank is up to date through ${date}.`,
    noBank: 'Import a bank statement to see what came in.',
  },
  doneElse: {
    title: 'Everything else is done.',
    text: 'Only what stands above still waits for you.',
  },
  failed: 'Today cannot be read',
};
