// Words of past runs: what was made, how it left, and what is still to be done about it.

import { common, count } from './common';

const { number } = common;

export const pastRuns = {
  title: 'Past runs',
  intro: 'Each run as it left the house. What was sent does not change any more.',
  failed: 'The runs cannot be read',
  emptyTitle: 'There has been no run yet',
  emptyText: 'As soon as you approve a run it stands here, with each letter exactly as it was made.',
  toRun: 'To today’s run',
  columns: {
    date: 'Run',
    letters: 'Letters',
    ways: 'Post and e-mail',
    state: 'State',
    amount: 'Amount',
  },
  ways: (paper: number, mails: number) =>
    [paper > 0 ? `${number(paper)} by post` : '', mails > 0 ? count(mails, 'e-mail', 'e-mails') : '']
      .filter(Boolean)
      .join(', '),
  waiting: (n: number) => (n === 1 ? '1 waits' : `${number(n)} wait`),
  unconfirmed: (n: number) => `${number(n)} to confirm`,
  done: 'finished',
  withdrawn: 'taken back',
  withdrawnOf: (n: number) => `${number(n)} taken back`,

  one: {
    title: (date: string) => `Run of ${date}`,
    summary: (letters: number, amount: string, run: string) =>
      `${count(letters, 'letter', 'letters')} for ${amount} · ${run}`,
    back: 'All runs',
    list: 'Letters of this run',
    failed: 'This run cannot be read',
    next: 'What is still to be done',
    changed: (n: number) =>
      n === 1
        ? 'For 1 letter something changed since you approved it:'
        : `For ${number(n)} letters something changed since you approved them:`,
    without: 'Leave these',
    allDone: 'Everything left the house and is confirmed.',
    paper: (n: number) => (n === 1 ? '1 letter on paper' : `${number(n)} letters on paper`),
    paperText: 'Print them, or save them as one PDF.',
    print: 'Print',
    duplex: 'Both sides: each letter begins on a front',
    save: 'Save as one PDF',
    saveTitle: 'Save the letters',
    saveName: (date: string, run: string) => `${date}-letters-${run}.pdf`,
    large: (pages: number) => `These are ${number(pages)} pages. Saving one PDF and printing that is faster.`,
    printAnyway: 'Print now all the same',
    printed: 'Did they print well?',
    printedText: 'Only when you say yes do they count as having left the program.',
    printedYes: 'Yes, all is well',
    printedNo: 'No, not yet',
    sayFirst: (n: number) =>
      n === 1
        ? 'First say whether the printed letter is well; until then nothing is taken back'
        : `First say whether the ${number(n)} printed letters are well; until then nothing is taken back`,
    printedMail: 'Will this print be posted?',
    printedMailText:
      'This letter was to go by e-mail. If you say yes, it counts as having left the program and the e-mail waits no more.',
    printedMailYes: 'Yes, it goes by post',
    printedMailNo: 'No, it stays here',
    mails: (n: number) => (n === 1 ? '1 e-mail' : `${number(n)} e-mails`),
    mailsText: 'Save them to send them with your own mail program.',
    mailsSendText: 'Send them now with your mail account, or save them for your own mail program.',
    send: 'Send',
    toAccount: 'Set up a mail account',
    saveMails: 'Save as e-mails',
    saveMailsTitle: 'Folder for the e-mails',
    savedMails: (n: number) => `${count(n, 'e-mail', 'e-mails')} saved.`,
    savedLetters: 'The letters are saved.',
    confirm: (n: number) => (n === 1 ? 'Confirm 1 letter' : `Confirm ${number(n)} letters`),
    confirmText: 'On which day was everything posted or sent? The next step’s term begins with it.',
    confirmDate: 'Posted or sent on',
    confirmSubmit: 'Confirm',
    again: 'Did something go wrong with the printing after all?',
    printAgain: (n: number) => (n === 1 ? 'Print the letter again' : `Print the ${number(n)} letters again`),
    sheet: 'Save the run sheet',
    sheetTitle: 'Save the run sheet',
    sheetName: (date: string, run: string) => `${date}-run-sheet-${run}.pdf`,
    sheetSaved: 'The run sheet is saved.',
    skipped: (n: number) => `${count(n, 'letter', 'letters')} did not go along`,
  },

  changed: 'changed',
  state: {
    approved: 'waits',
    handed_over: 'out of the program',
    confirmed: 'confirmed',
    withdrawn: 'taken back',
  },
  stateLong: {
    approved: 'Approved, not printed or sent yet.',
    handed_over: 'Printed, saved or sent; still to be confirmed.',
    confirmed: (date: string) => `Posted or sent on ${date}.`,
    withdrawn: (date: string, reason: string) =>
      `Taken back on ${date}, before it left the house.${reason === '' ? '' : ` ${reason}`} It counts for nothing and never leaves.`,
  },

  back: {
    one: 'Take back',
    oneOf: (name: string) => `Take back the letter to ${name}`,
    all: (n: number) => (n === 1 ? 'Take back 1 letter' : `Take back all ${number(n)}`),
    these: (n: number) => (n === 1 ? 'Take this one back' : `Take these ${number(n)} back`),
    sayFirst: {
      message: 'Nobody has said yet whether the printed letters are well. Nothing was taken back.',
      hint: 'That question is under Reminders, Past runs, with the run that you printed from.',
    },
    after: 'What may go after all is approved again under Reminders.',
    stays: (name: string, why: string, n: number) =>
      n === 1
        ? `The letter to ${name} stays: ${why}.`
        : `The letter to ${name} stays, and ${number(n - 1)} more: ${why}.`,
    none: 'All of this run was taken back. Nothing left the house.',
    approved: (n: number) => `${count(n, 'letter is', 'letters are')} approved.`,
    toRun: 'To the run',
  },

  letter: {
    more: 'More',
    copySuffix: '-copy',
    asSent: 'Exactly as it was made',
    hash: 'Fingerprint (SHA-256)',
    proof: 'Proof kept',
    save: 'Save',
    saveTitle: 'Save this letter',
    copy: 'Make a copy',
    copyTitle: 'Save the copy',
    copied: 'The copy is saved.',
    saved: 'The letter is saved.',
    print: 'Print',
    confirm: 'Confirm…',
    confirmTitle: (name: string) => `Confirm the letter to ${name}`,
    attach: 'Add proof…',
    proofField: 'Proof of sending',
    proofHelp: 'A file, such as a photo of the receipt. May stay empty.',
    proofPick: 'Choose the proof',
    customer: 'To the customer',
    reasons: 'Why it was let through',
  },
};
