// One invented administration for component tests.

import type {
  AppInfo,
  CreditorForm,
  ExpectedWeek,
  IsoDate,
  IsoDateTime,
  Money,
  Overview,
  Proposal,
  ProposalsAsk,
  ProposalsPage,
  SessionState,
} from '../backend';

const euros = (text: string) => text as Money;
const date = (text: string) => text as IsoDate;

export const creditor: CreditorForm = {
  name: 'Touwslagerij De Lijn',
  legal_form: 'sole_trader',
  street: 'Kade 1',
  address_extra: '',
  postcode: '1621 AA',
  city: 'Hoorn',
  country: 'NL',
  kvk: '12345678',
  vat: '',
  iban: 'NL91ABNA0417164300',
  email: 'post@delijn.example',
  phone: '',
  term_days: 14,
  term_agreed: true,
  collection_vat: false,
  collects_for_others: false,
  register_number: null,
  window: 'left',
};

export const open: Extract<SessionState, { state: 'open' }> = {
  state: 'open',
  folder: '/home/kees/De Lijn.standvast',
  name: 'Touwslagerij De Lijn',
  creditor,
};

export function appInfo(session: SessionState = { state: 'closed' }): AppInfo {
  return {
    version: '0.1.0',
    today: date('2026-11-22'),
    platform: 'linux',
    dev: true,
    recent: [],
    default_folder: '/home/kees',
    lock_after_minutes: 15,
    session,
  };
}

export function proposal(part: Partial<Proposal> = {}): Proposal {
  return {
    customer: 'c1',
    name: 'Zeilmakerij Bries',
    kind: 'letter',
    work: 'letters',
    step: 'notice_14_days',
    channels: ['letter'],
    gate: 'green',
    reasons: [{ code: 'term', message: 'De termijn loopt tot en met 9 december.' }],
    invoices: ['2026-17'],
    oldest_due: date('2026-11-11'),
    claim: {
      principal: euros('1500.00'),
      interest: euros('0.00'),
      costs: euros('0.00'),
      total: euros('1500.00'),
      costs_announced: euros('225.00'),
      costs_from: date('2026-12-17'),
    },
    ...part,
  };
}

const week = (from: string, through: string, amount: string, invoices: number): ExpectedWeek => ({
  from: date(from),
  through: date(through),
  amount: euros(amount),
  invoices,
});

export function overview(part: Partial<Overview> = {}): Overview {
  return {
    date: date('2026-11-22'),
    revision: 7,
    bank_through: date('2026-11-20'),
    bank_gate: 'green',
    backup_at: '2026-11-21T17:05:00Z' as IsoDateTime,
    customers: 3,
    known_customers: 4,
    known_invoices: 12,
    open: euros('48210.35'),
    overdue: euros('17930.10'),
    unallocated: euros('0.00'),
    moving: euros('1500.00'),
    ageing: [
      { bucket: 'not_due', amount: euros('30280.25'), invoices: 7 },
      { bucket: '1-30', amount: euros('17930.10'), invoices: 1 },
      { bucket: '31-60', amount: euros('0.00'), invoices: 0 },
      { bucket: '61-90', amount: euros('0.00'), invoices: 0 },
      { bucket: '90+', amount: euros('-50.00'), invoices: 1 },
    ],
    work: [
      {
        kind: 'letters',
        count: 1,
        amount: euros('1500.00'),
        green: 1,
        amber: 0,
        red: 0,
        detail: [{ step: 'notice_14_days', count: 1 }],
      },
      { kind: 'held', count: 1, amount: euros('80.00'), green: 0, amber: 0, red: 1, detail: [] },
    ],
    expected: {
      weeks: [
        week('2026-11-22', '2026-11-28', '6100.00', 3),
        week('2026-11-29', '2026-12-05', '0.00', 0),
        week('2026-12-06', '2026-12-12', '12000.25', 4),
        week('2026-12-13', '2026-12-19', '2500.00', 1),
        week('2026-12-20', '2026-12-26', '900.00', 1),
        week('2026-12-27', '2027-01-02', '0.00', 0),
        week('2027-01-03', '2027-01-09', '400.00', 1),
        week('2027-01-10', '2027-01-16', '310.00', 1),
      ],
      later: euros('8000.00'),
      past: euros('17000.10'),
      unknown: euros('1000.00'),
      median_days_late: 9,
      customers_with_own: 2,
    },
    waiting_lines: 5,
    waiting_letters: 0,
    unconfirmed_letters: 0,
    returned_mails: 0,
    uncertain_mails: 0,
    uncertain_since: null,
    last_run: { run: 'R-1', date: date('2026-11-16'), letters: 3 },
    ...part,
  };
}

export const proposals: readonly Proposal[] = [
  proposal(),
  proposal({
    customer: 'c2',
    name: 'Scheepswerf Noord',
    work: 'held',
    gate: 'red',
    reasons: [{ code: 'dispute', message: 'Factuur 2026-11 is betwist.' }],
  }),
];

/** What the core answers about proposals: those asked for, counted by gate. */
export function proposalsPage(ask: ProposalsAsk, all: readonly Proposal[] = proposals): ProposalsPage {
  const matching = all.filter(({ work }) => ask.work === undefined || work === ask.work);
  const counts = { green: 0, amber: 0, red: 0 };
  for (const { gate } of matching) counts[gate] += 1;
  const shown = matching.filter(({ gate }) => ask.gate === undefined || gate === ask.gate);
  return {
    total: shown.length,
    amount: euros('0.00'),
    counts,
    proposals: shown.slice(ask.offset, ask.offset + ask.limit),
  };
}
