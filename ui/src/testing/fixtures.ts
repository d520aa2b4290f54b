// One invented administration for component tests.

import type {
  AppInfo,
  CreditorForm,
  IsoDate,
  IsoDateTime,
  Money,
  Proposal,
  SessionState,
  Today,
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

export function today(part: Partial<Today> = {}): Today {
  return {
    date: date('2026-11-22'),
    bank_through: date('2026-11-20'),
    backup_at: '2026-11-21T17:05:00Z' as IsoDateTime,
    customers: 3,
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
    proposals: [
      proposal(),
      proposal({
        customer: 'c2',
        name: 'Scheepswerf Noord',
        work: 'held',
        gate: 'red',
        reasons: [{ code: 'dispute', message: 'Factuur 2026-11 is betwist.' }],
      }),
    ],
    ...part,
  };
}
