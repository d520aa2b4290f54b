// Words of the settings: your details, paper, rates, rules. Keys, backups and the program stand in keeping.ts.

import type { Text } from '../nl';
import { keeping } from './keeping';

export const settings: Text['settings'] = {
  title: 'Settings',
  parts: 'Parts',
  failed: 'The settings cannot be read',
  save: 'Save',
  saved: 'Saved.',
  unsaved: 'Not saved yet.',
  revert: 'Back to what it was',
  tabs: {
    creditor: 'Creditor',
    paper: 'Letter paper',
    rates: 'Interest',
    plan: 'Plan',
    texts: 'Texts',
    mail: 'E-mail',
    rules: 'Rules',
    view: 'Display and language',
    security: 'Security',
    backups: 'Backups',
    place: 'File and moving',
    about: 'About',
  },

  creditor: {
    lead: 'These details appear on your letters and in dossiers.',
    take: 'Take them from one of your own e-invoices.',
    takeButton: 'Read an e-invoice…',
    taken: 'Taken from the e-invoice. Check it and save it.',
    terms: 'Do your terms mention costs or interest for consumers?',
    termsHelp:
      'Where they differ from the law, a court may reject the collection costs altogether. Standvast says so in a dossier.',
    termsChoices: { unknown: 'I do not know yet', yes: 'Yes', no: 'No' },
  },

  paper: {
    lead: 'How your letters look, and where the address falls in the window of your envelope.',
    logo: 'Logo',
    logoHelp:
      'A PNG or JPEG of at most 2 MB. It appears at the top left of every letter, in place of your name.',
    logoFaults: {
      document_failed: {
        message: 'This file cannot be used as a logo.',
        hint: 'Choose a PNG or JPEG of 2 MB at most that is not damaged. The logo you had is not changed.',
      },
      io: {
        message: 'This file cannot be read.',
        hint: 'Choose the file of the logo itself, not a folder.',
      },
    },
    logoNone: 'There is no logo yet.',
    logoAlt: 'Your logo as it appears on letters',
    logoSize: (width, height) => `${width} by ${height} pixels`,
    choose: 'Choose a logo…',
    change: 'Another logo…',
    remove: 'Remove the logo',
    pick: 'Choose a logo',
    pictures: 'Pictures',
    window: 'Window of your envelopes',
    windows: { left: 'Left', right: 'Right' },
    shift: 'Move the address',
    shiftHelp: 'In millimetres. Print the test page, fold it into an envelope and look.',
    x: 'To the right',
    y: 'Downwards',
    test: 'Test page',
    testText: 'A page with rulers, to see where the window falls.',
    testSave: 'Save the test page…',
    testFile: 'Test page.pdf',
    testSaved: (file) => `The test page is in ${file}.`,
    pdf: 'PDF',
  },

  rates: {
    lead: (date) => `The built-in rates were verified through ${date}.`,
    after:
      'For later days Standvast uses the last rate, and says so. It may change on 1 January and 1 July: add the new rate then.',
    kinds: {
      commercial: 'Commercial',
      consumer: 'Statutory',
      government: 'Governments',
    },
    government: 'Governments pay the ordinary commercial rate, unless you enter another one here.',
    table: (kind) => `Rates: ${kind}`,
    which: 'Kind of interest',
    columns: { from: 'From', through: 'Through', percent: 'Per year', source: 'Source' },
    now: 'until further notice',
    own: 'entered by you',
    add: 'Add a rate…',
    addTitle: 'A new rate',
    addText: 'Take it from the government or the central bank, and note where you found it.',
    start: 'From',
    percent: 'Percentage per year',
    percentProblem: 'This is not a percentage. Write for example 10.4.',
    source: 'Where it was found',
    sourceProblem: 'Note where you found it.',
    dateProblem: 'Fill in the first day.',
  },

  plan: {
    lead: 'The dunning plan says which letter goes out when.',
    text: 'There you see at once on which days something happens and how many customers it affects.',
    go: 'To the plan',
  },
  texts: {
    lead: 'The words of your letters and e-mails.',
    text: 'Change them and see the letter as it will go out. What the law prescribes stays.',
    changed: (n) =>
      n === 0 ? 'You use the built-in texts.' : n === 1 ? 'You changed one text.' : `You changed ${n} texts.`,
    go: 'To the texts',
  },

  rules: {
    lead: 'When something may be done, and when Standvast asks first.',
    shipped: (value) => `Built in: ${value}.`,
    range: (min, max) => `Choose a number from ${min} to ${max}.`,
    groups: { post: 'Post and terms', bank: 'The bank', interest: 'Interest' },
    fields: {
      delivery_days: {
        label: 'Days for the post',
        text: 'How long a letter counts as under way, for the 14-day letter and the notice of default.',
      },
      plan_days: {
        label: 'Waiting after a 14-day letter',
        text: 'This many days after sending, the plan asks for costs; later if the law requires it.',
      },
      notice_of_default_days: {
        label: 'Term in a notice of default',
        text: 'How many days the customer gets, counted from delivery.',
      },
      bank_amber_days: {
        label: 'Bank data: ask first after',
        text: 'When the bank data is this many banking days old, a letter needs your decision first.',
      },
      bank_red_days: {
        label: 'Bank data: send nothing after',
        text: 'When it is this old, nothing is sent: the customer may have paid.',
      },
      transit_days: {
        label: 'Payment under way',
        text: 'When money came in this recently, more may be under way. Then too Standvast asks first.',
      },
    },
    always365: 'Always divide a year of interest by 365',
    always365Help:
      'In a leap year too. Otherwise the year itself counts: 365 or 366 days. It is a matter of cents.',
  },

  ...keeping,
};
