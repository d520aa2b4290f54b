// Letters, runs, plans and texts for component tests.

import type {
  DunningPlan,
  IsoDate,
  IsoDateTime,
  LetterPreview,
  LetterRow,
  Money,
  PlanPreview,
  Proposal,
  RunRow,
} from '../backend';
import { proposal } from './fixtures';

const euros = (text: string) => text as Money;
const date = (text: string) => text as IsoDate;

export const letterText = `Aanmaning
---
{{ salutation }}

{% if one_invoice %}De factuur is{% else %}De facturen zijn{% endif %} niet betaald.

{{ legal_notice }}

{{ closing }}`;

export const run: readonly Proposal[] = [
  proposal({ customer: 'K-1', name: 'Zeilmakerij Bries' }),
  proposal({ customer: 'K-2', name: 'Scheepswerf Noord', step: 'reminder', channels: ['email'] }),
  proposal({
    customer: 'K-3',
    name: 'Bistro Luna',
    work: 'decide',
    gate: 'amber',
    step: 'reminder',
    channels: ['email'],
    reasons: [
      { code: 'past_due', message: 'Factuur 12 is 12 dagen te laat.' },
      { code: 'unallocated_money', message: 'Er staat € 640,00 nog bij geen factuur.' },
    ],
  }),
  proposal({
    customer: 'K-4',
    name: 'De Molen B.V.',
    work: 'held',
    gate: 'red',
    reasons: [{ code: 'dispute', message: 'Factuur 2026-11 is betwist.' }],
  }),
];

export function letterPreview(part: Partial<LetterPreview> & { of: Proposal }): LetterPreview {
  const { of, ...rest } = part;
  return {
    pdf: btoa(`brief aan ${of.customer}`),
    pages: 1,
    text: letterText,
    text_default: letterText,
    locked: [{ name: 'legal_notice', text: 'Betaal binnen veertien dagen.' }],
    fields: [
      { name: 'salutation', value: 'Geachte heer,' },
      { name: 'one_invoice', value: 'ja' },
    ],
    mail: of.channels.includes('email')
      ? { to: 'noord@werf.example', subject: 'Herinnering', body: 'Bijgaand onze brief.' }
      : null,
    proposal: of,
    ...rest,
  };
}

export function letterRow(part: Partial<LetterRow> = {}): LetterRow {
  return {
    letter: 'B-1',
    run: 'R-9',
    customer: 'K-1',
    name: 'Zeilmakerij Bries',
    step: 'notice_14_days',
    date: date('2026-11-22'),
    channels: ['letter'],
    state: 'approved',
    left_on: null,
    proof: false,
    claim: proposal().claim,
    invoices: ['2026-17'],
    gate: 'green',
    reasons: [],
    edited: false,
    withdraw: false,
    withdrawn: null,
    ...part,
  };
}

export function runRow(part: Partial<RunRow> = {}): RunRow {
  return {
    run: 'R-9',
    date: date('2026-11-22'),
    at: '2026-11-22T09:00:00Z' as IsoDateTime,
    letters: 2,
    paper: 1,
    mails: 1,
    waiting: 2,
    unconfirmed: 0,
    withdrawn: 0,
    amount: euros('3000.00'),
    ...part,
  };
}

export const businessPlan: DunningPlan = {
  min_interval_days: 7,
  steps: [
    { step: 'reminder', after_days: 2, channels: ['email'] },
    { step: 'final_reminder', after_days: 7, channels: ['email'] },
    { step: 'final_demand', after_days: 7, channels: ['letter'] },
  ],
};

export function planPreview(part: Partial<PlanPreview> = {}): PlanPreview {
  return {
    problems: [],
    steps: [
      { step: 'reminder', customers: 12, today: 3, amount: euros('300.00'), first_on: date('2026-11-22') },
    ],
    dates: [{ step: 'reminder', on: date('2026-11-24') }],
    before: 3,
    after: 3,
    added: [],
    removed: [],
    ...part,
  };
}
