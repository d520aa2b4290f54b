// Words of Dossiers: who can be handed over, what a dossier lacks, and what comes back.

import type { Text } from '../nl';
import { count } from './common';

export const dossiers: Text['dossiers'] = {
  title: 'Dossiers',
  lead: (ready, out) => {
    if (ready === 0 && out === 0) return 'Hand over here what will not be paid without help.';
    const first = ready === 0 ? 'Nobody' : count(ready, 'customer', 'customers');
    const second =
      out === 0 ? 'nothing was handed over yet' : `${count(out, 'dossier', 'dossiers')} handed over`;
    return `${first} ready to hand over, ${second}.`;
  },
  tabs: { ready: 'Ready to hand over', handed: 'Handed over' },
  failed: 'The dossiers cannot be read',

  find: {
    button: 'Another customer…',
    title: 'Which customer do you want to hand over?',
    placeholder: 'Name or customer number',
    results: 'Customers found',
    start: 'Type a part of the name or the number.',
    none: 'No customer found. Try another word.',
    open: (amount) => `${amount} open`,
  },

  ready: {
    table: 'Customers the plan proposes to hand over',
    name: 'Customer',
    complete: 'Complete',
    oldest: 'Late',
    amount: 'Claim',
    days: (n) => count(n, 'day', 'days'),
    invoices: (n) => count(n, 'invoice', 'invoices'),
    behind: (n) => `${n} not yet`,
    serious: (n) => `${n} to settle first`,
    other: (n) => `${n} could be better`,
    whole: 'Complete',
    held: 'Held back',
    first: {
      letters: 'a letter comes first',
      decide: 'a letter to decide on comes first',
      held: 'held back',
      other: 'something else comes first',
    },
    emptyTitle: 'Nobody to hand over',
    emptyText:
      'The plan proposes a handover when the final demand did not help either. You can also choose a customer yourself.',
  },

  handed: {
    table: 'Dossiers that were handed over',
    name: 'Customer',
    party: 'With',
    state: 'State',
    date: 'Handed over',
    claim: 'Claim then',
    open: 'Open now',
    nobody: 'not recorded',
    reference: (reference) => `reference ${reference}`,
    emptyTitle: 'Nothing handed over yet',
    emptyText: 'Once you hand a customer over, you see here who has the dossier and what came of it.',
  },
  states: {
    with_them: 'Running',
    settled: 'Paid',
    withdrawn: 'Taken back',
    uncollectable: 'Uncollectable',
  },
  party: { bailiff: 'Bailiff', agency: 'Collection agency', lawyer: 'Lawyer' },

  check: {
    label: (name) => `Dossier of ${name}`,
    failed: 'This dossier cannot be made',
    proposed: 'The plan proposes to hand this over',
    notProposed: 'The plan does not propose this yet. You may decide to hand over yourself.',
    first: {
      letters: 'A letter to this customer comes first today.',
      decide: 'A letter that you decide about comes first for this customer today.',
      held: 'This customer is held back today.',
      other: 'Something else comes first for this customer today.',
    },
    tooEarly:
      'Nothing of this customer may be handed over yet: a last warning still runs or has yet to go out, or something holds it back. Waiting is safest. Below is everything that is late.',
    why: 'Why now',
    whyNot: 'Why not yet',
    nothing: 'Nothing stands in the way.',
    serious: (n) => `Settle first (${n})`,
    seriousText: 'Because of these a bailiff or court may refuse the claim, or part of it.',
    other: (n) => `Could be better (${n})`,
    otherText: 'These make the dossier stronger, but it works without them.',
    whole: 'The dossier is complete',
    wholeText: 'Nothing is missing that Standvast can check.',
    claim: (date) => `Claim on ${date}`,
    principal: 'Principal',
    interest: 'Interest',
    costs: 'Collection costs',
    total: 'Together',
    perDay: (amount) => `After that, ${amount} interest a day.`,
    invoices: 'Invoices',
    invoice: 'Invoice',
    due: 'Due',
    open: 'Open',
    copy: 'Copy',
    copyKept: 'kept',
    copyMissing: 'missing',
    contents: (n) => `What the dossier will hold (${count(n, 'file', 'files')})`,
    kinds: {
      overview: 'Overview to read',
      data: 'The same data for a computer',
      invoice: 'Copy of an invoice',
      letter: 'Letter or e-mail as sent',
      proof: 'Proof of sending',
    },
    made: 'will be made',
    handover: 'Hand over…',
    customer: 'To the customer',
  },

  behind: {
    title: (n) => `Stays in the plan (${n})`,
    text: 'These invoices are late too, but may not go along yet. They go on in the dunning plan as usual and can have a dossier of their own later.',
    from: (date) => `It can be handed over on ${date} at the earliest.`,
  },

  goto: {
    customer: 'Complete it at the customer',
    invoice: (number) => `To invoice ${number}`,
    letter: (date) => `To the letter of ${date}`,
    run: 'To the letters of today',
    settings: 'To your details',
    rates: 'To the rates',
    bank: 'To the bank',
  },

  handover: {
    title: (name) => `Hand over ${name}`,
    text: 'Standvast makes one file with everything in it. You give or mail it yourself; nothing leaves by itself.',
    leaves: (invoices, amount) =>
      invoices === 1
        ? `1 invoice of ${amount} leaves the dunning plan.`
        : `${count(invoices, 'invoice', 'invoices')} of ${amount} together leave the dunning plan.`,
    gaps: (n) =>
      n === 1
        ? 'One point is not settled yet. The dossier says so too.'
        : `${n} points are not settled yet. The dossier says so too.`,
    stays: (n) =>
      n === 1
        ? 'One other invoice stays in the plan; it may not go along yet.'
        : `${n} other invoices stay in the plan; they may not go along yet.`,
    tooEarly:
      'The last warning for these invoices still runs or has yet to go out. A court may then leave the costs to you.',
    early: 'Hand over now all the same',
    earlyNeeded: 'Tick this if you do want to hand over now, or wait until the term has passed.',
    party: 'To whom?',
    partyKind: 'Kind',
    partyName: 'Name',
    heldBack: 'The plan holds this handover back:',
    nameNeeded: 'Enter a name, or leave reference and e-mail address empty too.',
    partyLater: 'You can add this later too.',
    reference: 'Their reference',
    email: 'E-mail address',
    folder: 'Folder for the file',
    folderPick: 'Choose the folder for the dossier',
    folderNeeded: 'Choose a folder.',
    file: (name) => `The file will be called ${name}.`,
    start: 'Hand over',
    making: 'The dossier is being made…',
    done: (name) => `${name} was handed over.`,
  },

  made: {
    title: 'The dossier is ready',
    text: 'Give or mail this file to whoever takes it over.',
    file: 'File',
    hash: 'Checksum (SHA-256)',
    hashHelp: 'With this the receiver can check that the file was not changed on its way.',
    missing: (n) => `${count(n, 'point stands', 'points stand')} in the dossier as missing or weak.`,
    undo: 'Undo the handover',
    undoText: 'The file itself stays; delete it when you no longer need it.',
  },

  dossier: {
    label: (name) => `Dossier of ${name}, handed over`,
    failed: 'This dossier cannot be read',
    since: (date) => `Handed over on ${date}`,
    with: 'Is with',
    nobody: 'Who has it is not recorded yet.',
    change: 'Change…',
    tellParty: 'Record it…',
    figures: 'Amounts',
    before: 'Claim at handover',
    now: 'Still open now',
    paidThere: 'Paid to them',
    paidThereHelp: 'What was paid to them counts once it shows on your bank account.',
    costs: 'Their costs',
    perDay: 'Interest a day',
    invoices: 'Invoices',
    happened: 'What happened',
    tell: 'Record something…',
    file: 'File of the dossier',
    customer: 'To the customer',
    withdrawn: 'Taken back: the customer is in the dunning plan again.',
    uncollectable:
      'Declared uncollectable. To write the invoices off, go to the customer; ask your accountant about the VAT.',
    settled: 'These invoices are no longer open.',
  },

  event: {
    title: 'What happened?',
    kind: 'Event',
    kinds: {
      given_to: 'The dossier is with …',
      paid_to_them: 'The customer paid them',
      costs: 'They charged costs',
      settlement: 'There is a settlement or arrangement',
      judgment: 'There is a judgment',
      uncollectable: 'They declare it uncollectable',
      withdrawn: 'We take the dossier back',
      note: 'A message',
    },
    help: {
      given_to: 'Record who has the dossier, and their reference if you know it.',
      paid_to_them: 'This does not change what is open: your bank statement does.',
      costs: 'Only to remember what it cost you; the customer does not pay more for it.',
      settlement: 'Add what was agreed.',
      judgment: 'A judgment lapses after twenty years.',
      uncollectable: 'The dossier stays here. Writing off is done at the customer.',
      withdrawn: 'The customer returns to the dunning plan. Let them know too.',
      note: 'Such as what they wrote or said.',
    },
    amount: 'Amount',
    amountProblem: 'Fill in an amount, such as 125.00.',
    date: 'On',
    dateNeeded: 'Fill in a date.',
    text: 'Explanation',
    note: 'Message',
    save: 'Record it',
  },
};
