// Invented customers and invoices for component tests.

import type {
  Claim,
  CustomerDetail,
  CustomerRow,
  CustomersPage,
  InvoiceDetail,
  InvoiceRow,
  IsoDate,
  Money,
} from '../backend';
import { explained } from './explained';

const euros = (text: string) => text as Money;
const date = (text: string) => text as IsoDate;

export function customerRow(part: Partial<CustomerRow> = {}): CustomerRow {
  return {
    id: 'K-1',
    number: '1001',
    name: 'Zeilmakerij Bries',
    city: 'Hoorn',
    kind: 'business',
    open: euros('1500.00'),
    late: euros('1200.00'),
    unallocated: euros('0.00'),
    invoices: 2,
    oldest_due: date('2026-10-20'),
    days_late: 33,
    on_time: 60,
    median_days_late: 6,
    behaviour: [0, -2, 12, 40],
    next: { kind: 'letter', step: 'final_demand', on: date('2026-11-22'), gate: 'green' },
    flags: ['open', 'late', 'business'],
    ...part,
  };
}

/** So many customers, answered in pages as the core does. */
export function customersPage(count: number, name = (index: number) => `Klant ${index + 1}`) {
  return ({ offset, limit }: { offset: number; limit: number }): CustomersPage => ({
    total: count,
    open: euros('1500.00'),
    late: euros('1200.00'),
    rows: Array.from({ length: Math.max(0, Math.min(limit, count - offset)) }, (_, index) =>
      customerRow({ id: `K-${offset + index + 1}`, name: name(offset + index) }),
    ),
  });
}

export function invoiceRow(part: Partial<InvoiceRow> = {}): InvoiceRow {
  return {
    id: '2026-17',
    number: '2026-17',
    kind: 'invoice',
    customer: 'K-1',
    name: 'Zeilmakerij Bries',
    date: date('2026-10-06'),
    due: date('2026-10-20'),
    amount: euros('1300.00'),
    open: euros('1200.00'),
    days_late: 33,
    stage: 'final_reminder',
    next: { kind: 'letter', step: 'final_demand', on: date('2026-11-22'), gate: 'green' },
    flags: ['open', 'late', 'part_paid'],
    ...part,
  };
}

export const claim: Claim = {
  principal: euros('1500.00'),
  interest: euros('12.40'),
  costs: euros('217.50'),
  total: euros('1729.90'),
  costs_announced: null,
  costs_from: null,
};

export function customerDetail(part: Partial<CustomerDetail> = {}): CustomerDetail {
  return {
    row: customerRow(),
    kind_reason: 'ingeschreven bij de KvK',
    attention: null,
    kvk: '12345678',
    vat: null,
    email: 'post@bries.example',
    phone: '0229 12 34 56',
    street: 'Kade 3',
    address_extra: null,
    postcode: '1621AA',
    postal_city: 'Hoorn',
    country: 'NL',
    language: 'nl',
    ibans: ['NL91ABNA0417164300'],
    term_agreed: true,
    buys_goods: false,
    recurring: false,
    agreed_interest: null,
    own_plan: false,
    since: date('2024-02-01'),
    proposals: [
      {
        customer: 'K-1',
        name: 'Zeilmakerij Bries',
        kind: 'letter',
        work: 'letters',
        step: 'final_demand',
        channels: ['letter'],
        gate: 'green',
        reasons: [{ code: 'term', message: 'De laatste herinnering ging op 2 november uit.' }],
        invoices: ['2026-17'],
        oldest_due: date('2026-10-20'),
        claim,
      },
    ],
    claim,
    items: [
      invoiceRow(),
      invoiceRow({
        id: '2026-31',
        number: '2026-31',
        open: euros('300.00'),
        days_late: null,
        flags: ['open'],
      }),
    ],
    agreements: [
      {
        id: 'F-9',
        kind: 'hold',
        active: true,
        title: 'Pauze',
        reason: 'wacht op creditnota',
        invoice: '2026-31',
        amount: null,
        since: date('2026-11-10'),
        until: date('2026-12-01'),
        undo: true,
      },
    ],
    payments: [
      {
        id: 'P-3',
        date: date('2026-11-01'),
        amount: euros('100.00'),
        source: 'bank',
        text: 'deel factuur 2026-17',
        unallocated: euros('0.00'),
        parts: [{ id: 'A-3', invoice: '2026-17', amount: euros('100.00') }],
      },
    ],
    letters: [],
    files: [],
    dossiers: [],
    timeline: [
      {
        id: 'F-12',
        date: date('2026-11-12'),
        kind: 'note',
        title: 'Gebeld: betaalt volgende week',
        detail: null,
        amount: null,
        ref: null,
        undo: true,
      },
      {
        id: 'F-7',
        date: date('2026-11-01'),
        kind: 'payment',
        title: 'Betaling',
        detail: null,
        amount: euros('100.00'),
        ref: 'P-3',
        undo: false,
      },
    ],
    ...part,
  };
}

export function invoiceDetail(part: Partial<InvoiceDetail> = {}): InvoiceDetail {
  return {
    row: invoiceRow(),
    vat: euros('225.62'),
    description: 'Zeildoek',
    payment_reference: null,
    contract: null,
    received: null,
    credits: null,
    due_why: 'Veertien dagen na de factuurdatum, zoals afgesproken.',
    next_why: 'De laatste herinnering ging op 2 november uit.',
    moves: [
      {
        date: date('2026-10-06'),
        what: 'invoiced',
        label: 'Gefactureerd',
        amount: euros('1300.00'),
        open_after: euros('1300.00'),
        ref: null,
        undo: null,
      },
      {
        date: date('2026-11-01'),
        what: 'payment',
        label: 'Betaling',
        amount: euros('-100.00'),
        open_after: euros('1200.00'),
        ref: 'P-3',
        undo: 'A-3',
      },
    ],
    growth: explained(),
    letters: [],
    files: [
      { id: 'B-2', name: 'factuur.pdf', media_type: 'application/pdf', bytes: 52_000, invoice: '2026-17' },
    ],
    agreements: [],
    ...part,
  };
}
