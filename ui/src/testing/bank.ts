// What the core answers about bank money, for component tests.

import type {
  DeskLine,
  DeskPage,
  DeskProposal,
  FilePreview,
  ImportPreview,
  IsoDate,
  Money,
} from '../backend';

const euros = (text: string) => text as Money;
const date = (text: string) => text as IsoDate;

export function deskProposal(part: Partial<DeskProposal> = {}): DeskProposal {
  return {
    certainty: 'certain',
    customer: 'K-1',
    name: 'Zeilmakerij Bries',
    number: '1001',
    reasons: [
      { code: 'invoice_number', tone: 'for', words: 'De omschrijving noemt factuur 2026-17.' },
      { code: 'amount_exact', tone: 'for', words: 'Het bedrag is precies wat er openstaat (€ 1.500,00).' },
    ],
    parts: [
      {
        invoice: 'I-17',
        number: '2026-17',
        due: date('2026-11-11'),
        open: euros('1500.00'),
        amount: euros('1500.00'),
        remains: euros('0.00'),
        beyond: euros('0.00'),
      },
    ],
    unallocated: euros('0.00'),
    ...part,
  };
}

export function deskLine(part: Partial<DeskLine> = {}): DeskLine {
  return {
    id: 'L-1',
    class: 'certain',
    date: date('2026-11-20'),
    amount: euros('1500.00'),
    payer: 'ZEILMAKERIJ BRIES',
    iban: 'NL91ABNA0417164300',
    description: 'Factuur 2026-17',
    reference: null,
    end_to_end: null,
    account: 'NL20INGB0001234567',
    reversal: false,
    returned: null,
    alike: 1,
    proposals: [deskProposal()],
    ...part,
  };
}

export function deskPage(rows: DeskLine[], done = 0): DeskPage {
  const of = (kind: DeskLine['class']) => rows.filter((row) => row.class === kind).length;
  return {
    counts: {
      waiting: rows.filter((row) => row.class !== 'out').length,
      certain: of('certain'),
      choice: of('choice'),
      unknown: of('unknown'),
      out: of('out'),
      done_today: done,
    },
    total: rows.length,
    rows,
  };
}

export function filePreview(part: Partial<FilePreview> = {}): FilePreview {
  return {
    path: '/home/kees/november.xml',
    name: 'november.xml',
    kind: 'bank_statement',
    what: 'Bankafschrift (camt.053)',
    format: 'camt.053.001.02',
    refused: null,
    added: { bank_lines: 2, invoices: 0, customers: 0 },
    changed: 0,
    duplicates: 1,
    skipped: 0,
    statements: [
      {
        account: 'NL20INGB0001234567',
        own: true,
        number: '25',
        from: date('2026-11-01'),
        through: date('2026-11-20'),
        opening: euros('100.00'),
        closing: euros('300.00'),
        lines: 3,
        added: 2,
        balance: { result: 'ok', words: 'Begin plus bij en af is precies het eindsaldo.' },
        chain: {
          result: 'wrong',
          words: 'Er ontbreekt een afschrift: het vorige eindigde op 30 oktober 2026.',
        },
      },
    ],
    statement_count: 1,
    statements_new: 1,
    lines: [
      {
        date: date('2026-11-20'),
        amount: euros('1500.00'),
        name: 'Zeilmakerij Bries',
        iban: null,
        description: 'Factuur 2026-17',
        account: 'NL20INGB0001234567',
      },
    ],
    money_in: euros('1500.00'),
    money_out: euros('0.00'),
    invoices: [],
    invoices_changed: 0,
    open: euros('0.00'),
    customers: [],
    customers_changed: 0,
    problems: [],
    problem_count: 0,
    table: null,
    ...part,
  };
}

export function importPreview(files: FilePreview[]): ImportPreview {
  return {
    files,
    seen: files.map(({ path }) => ({ path, sha256: '00' })),
    anything: files.some(({ added }) => added.bank_lines + added.invoices > 0),
  };
}
