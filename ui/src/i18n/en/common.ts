// Words that belong to no room, in English.

import { counted, grouped } from '../count';

export const number = (n: number) => grouped(n, 'en-GB');
export const count = (n: number, one: string, many: string) => counted(n, one, many, 'en-GB');

export const common = {
  appName: 'Standvast',
  languageName: { nl: 'Nederlands', en: 'English' },

  date: {
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    longMonths: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    dayOfMonth: (day: number, month: string) => `${day} ${month}`,
    day: (day: number, month: string, year: number) => `${day} ${month} ${year}`,
    today: 'today',
    yesterday: 'yesterday',
    daysAgo: (n: number) => `${n} days ago`,
    todayAt: (time: string) => `today ${time}`,
    yesterdayAt: (time: string) => `yesterday ${time}`,
  },

  dateField: {
    day: (date: string, month: string, last: number) =>
      `${date} does not exist: that ${month} has ${last} days.`,
    year: 'Write the year in four digits.',
    part: 'This date is not finished: it needs a day, a month and a year.',
  },

  number,

  common: {
    cancel: 'Cancel',
    close: 'Close',
    readOn: 'Read on',
    less: 'Less',
    back: 'Back',
    next: 'Continue',
    choose: 'Choose…',
    again: 'Try again',
    undo: 'Undo',
    optional: 'optional',
    loading: 'Loading',
    notifications: 'Notifications',
    lower: 'Lower',
    higher: 'Higher',
  },

  table: { all: 'All', marked: 'Chosen' },

  copy: {
    copy: 'Copy',
    what: (label: string) => `Copy: ${label}`,
    copied: 'Copied.',
    selected: 'Copying is not allowed here. The text is selected; copy it with your keys.',
  },

  error: {
    title: 'That did not work',
    nothingLost: 'Nothing was lost.',
    code: (code: string) => `Error code ${code}`,
    details: 'What exactly happened',
    checkFields: (n: number) => `Please look at ${count(n, 'field', 'fields')}.`,
    place: {
      read_only: {
        message: 'Standvast may not write in this place.',
        hint: 'Choose another place, such as your documents or a USB stick.',
      },
      io: {
        message: 'It did not work in this place.',
        hint: 'See whether the disk is connected and the place exists, or choose another.',
      },
      disk_full: {
        message: 'There is no room left in this place.',
        hint: 'Make room there, or choose another disk.',
      },
    },
    reading: {
      read_only: {
        message: 'Standvast may not open this file.',
        hint: 'Copy it to your documents and choose it there, or ask who looks after the computer for access.',
      },
    },
    local: {
      core_unreachable: {
        message: 'The core of Standvast does not answer.',
        hint: 'Try again. If it stays silent, close the window and open it once more.',
      },
      answer_not_understood: {
        message: 'The answer of the core cannot be read.',
        hint: 'Close Standvast and open it again.',
      },
      unexpected: {
        message: 'Something went wrong in this window.',
        hint: 'Try again. If it happens once more, close the window and reopen it.',
      },
    },
  },

  job: {
    progress: (done: number, total: number) => `${number(done)} of ${number(total)}`,
    done: (done: number) => `${number(done)} done`,
    preparing: 'Preparing',
    cancel: 'Stop',
    cancelling: 'Stopping…',
    working: 'Working',
    labels: {
      import: 'Reading in files',
      import_bank: 'Reading in bank statements',
      import_open_items: 'Reading in open items',
      import_rows: 'Reading rows',
      bank_desk: 'Looking up bank lines',
      undo: 'Undoing',
      match: 'Matching payments',
      run: 'Making letters',
      export: 'Writing out everything',
      backup: 'Making a backup',
      restore: 'Putting a backup back',
      sample: 'Making the sample',
      plan_preview: 'Reckoning the dunning plan',
      template_check: 'Trying the text of a letter',
      mails: 'Writing e-mails',
      print: 'Putting letters together',
      verify: 'Checking the administration',
      read: 'Looking at files',
      mail_send: 'Sending e-mails',
    },
  },

  path: {
    title: { folder: 'Choose a folder', file: 'Choose a file', save: 'Save as' },
    label: 'Full path',
    confirm: 'Use this',
  },
};
