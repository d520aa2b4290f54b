// Words of reading files in: the preview of what they add, change and skip, and the columns of a table.

import type { importing as nl } from '../nl/importing';
import { common, count } from './common';

export const importing: typeof nl = {
  start: {
    title: 'Import bank and invoices',
    text: 'Drop files on this window, or choose them. You see what is in them first; nothing is stored yet.',
    file: 'Choose a file',
    folder: 'Choose a folder',
    pickFile: 'File to import',
    pickFolder: 'Folder with files',
    again: 'Another file',
    what: 'What you can import',
    kinds: {
      bank: {
        title: 'Statements of the bank',
        text: 'In online banking, at Download: choose camt.053 (XML). Every Dutch bank has it.',
      },
      invoices: {
        title: 'Your own e-invoices',
        text: 'UBL (XML). The richest: address, due date and the invoice itself come along. A whole folder will do.',
      },
      list: {
        title: 'Open items',
        text: 'A CSV list from your accounting package, often at Debtors or Reports. You point out the columns here.',
      },
      zip: {
        title: 'A ZIP of those',
        text: 'No need to unpack it first.',
      },
    },
    notYet:
      'Standvast does not read MT940, bank CSV, Excel and audit files (XAF) yet. Save an Excel list as CSV first.',
  },

  preview: {
    reading: 'Looking at files',
    failed: 'The files cannot be read',
    title: (parts) => `This is added: ${parts}.`,
    changesOnly: 'This updates what you have.',
    statementsOnly: 'No lines are added, but a newer statement is.',
    nothing: 'There is nothing new in here.',
    nothingText: 'Everything is known already. There is nothing to do.',
    skippedList: 'Nothing can be taken over as it is.',
    skippedListText: 'See under Columns whether each of them is right. What is wrong stands with the rows.',
    emptyListText: 'A list is empty. Was a filter or another period still on in your package?',
    noFiles: 'There is nothing to import in this folder.',
    noFilesText: 'Choose another folder, or the file itself.',
    columnsNeeded: 'Say what the columns hold.',
    supplierAsked: 'Are these your own invoices?',
    unusable: 'Standvast cannot use this.',
    and: ' and ',
    lines: (n) => count(n, 'bank line', 'bank lines'),
    invoices: (n) => count(n, 'invoice', 'invoices'),
    customers: (n) => count(n, 'new customer', 'new customers'),
    book: 'Book',
    booking: 'Booking…',
    no: 'Do not import',
    remove: (name) => `Do not import ${name}`,
    files: 'Files',
  },

  file: {
    bank: (account, period, lines) => `Statement of ${account}${period}: ${count(lines, 'line', 'lines')}`,
    accounts: (accounts, lines) => `Statements of ${accounts} accounts: ${count(lines, 'line', 'lines')}`,
    known: (n) => `, ${n} known already`,
    allKnown: ', all known already',
    invoice: (number, customer, amount) => `Invoice ${number} for ${customer}: ${amount}`,
    creditNote: (number, customer, amount) => `Credit note ${number} for ${customer}: ${amount}`,
    invoiceKnown: 'An invoice that you have already',
    list: (invoices, amount) => `${count(invoices, 'invoice', 'invoices')} added, ${amount} open`,
    listKnown: 'A list with nothing new in it',
    listSkipped: 'A list of which no row can be used',
    listEmpty: 'A list without lines: only names of columns are in it',
    changed: (n) => `${count(n, 'change', 'changes')}`,
    knownRows: (n) => `${n} known already`,
    skipped: (n) => `${n} skipped`,
  },

  checks: {
    title: 'Checks',
    result: { ok: 'in order', mind: 'mind this', wrong: 'not right', unknown: 'cannot be checked' },
    own: 'This is the account on your letters.',
    otherAccount: (account, lines) =>
      `${account} is not the account on your letters.${lines > 0 ? ' Its lines are added all the same.' : ''}`,
    allBalance: (n) =>
      `All ${n} statements add up: opening plus money in and out is exactly the closing balance.`,
    allChain: (n) => `All ${n} statements follow on each other.`,
    duplicates: (n) =>
      n === 1
        ? 'One line is known already; it is not added again.'
        : `${n} lines are known already; they are not added again.`,
    statement: (account, date) => `${account}, ${date}`,
  },

  table: {
    newLines: 'New bank lines',
    invoices: 'Invoices',
    customers: 'Customers',
    first: (shown, all) => `the first ${shown} of ${all}`,
    date: 'Date',
    who: 'Who',
    description: 'Description',
    amount: 'Amount',
    number: 'Number',
    customer: 'Customer',
    due: 'Due',
    open: 'Open',
    what: 'What changes',
    isNew: 'new',
    isChanged: 'updated',
    newCustomer: 'new customer',
    from: (what, from, to) => `${what}: ${from} becomes ${to}`,
    fill: (what, to) => `${what}: ${to}`,
    empty: 'empty',
    moneyIn: (amount) => `${amount} in`,
    moneyOut: (amount) => `${amount} out`,
    line: (n) => `line ${n}`,
  },

  problems: {
    title: (n) => count(n, 'remark', 'remarks'),
    show: (n) => `Show all ${common.number(n)}`,
    less: 'Show less',
    first: (shown, all) => `The first ${shown} of ${all}.`,
    severity: { info: 'for information', warning: 'mind this', error: 'error' },
  },

  refused: {
    accept: (n: number) =>
      n === 1
        ? 'I accept this supplier: it is my own invoice'
        : `I accept the suppliers of these ${n} invoices: they are my own invoices`,
    map: 'Point out below what each column holds. Then Standvast can read this list.',
  },

  mapping: {
    title: 'Columns',
    remembered: 'As the last time with a file of these columns.',
    guessed: 'Recognised by the names of the columns. See whether it is right.',
    missing: (fields) => `Still to point out: ${fields}.`,
    wished: (fields) =>
      `If it is there also: ${fields}. Without a due date, it is the invoice date plus your usual term.`,
    column: 'Column in the file',
    samples: 'Samples',
    holds: 'What it holds',
    unused: 'Do not use',
    ofColumn: (header) => `What column ${header} holds`,
    dates: 'Dates such as 3-4-2026',
    dayFirst: '3 April (day first)',
    monthFirst: '4 March (month first)',
    decimal: 'Amounts',
    told: 'See by themselves',
    comma: '1.234,56 (comma)',
    dot: '1,234.56 (dot)',
    facts: (delimiter, encoding, rows) =>
      `${count(rows, 'row', 'rows')}, divided by ${delimiter}, ${encoding}`,
    delimiters: { ';': 'semicolons', ',': 'commas', '\t': 'tabs', '|': 'bars' },
    unnamed: (n) => `Column ${n}`,
  },

  done: {
    match: (n) => `Match now: ${count(n, 'line waits', 'lines wait')}`,
    customers: 'To Customers',
    more: 'Import something else',
    title: 'Imported',
    nothing: 'There was nothing new in it; nothing was changed.',
  },
};
