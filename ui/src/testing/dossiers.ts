// Invented dossiers for component tests, and the way to their room.

import { screen } from '@testing-library/react';
import type {
  Commands,
  DossierCheck,
  DossierDetail,
  DossierView,
  IsoDate,
  Money,
  ReadyDossier,
} from '../backend';
import { renderApp, type Answers } from './fake';
import { appInfo, open } from './fixtures';

export const euros = (text: string) => text as Money;
const date = (text: string) => text as IsoDate;

export const claim = {
  principal: euros('1000.00'),
  interest: euros('12.34'),
  costs: euros('150.00'),
  total: euros('1162.34'),
  costs_announced: null,
  costs_from: null,
};

export const ready = (part: Partial<ReadyDossier> = {}): ReadyDossier => ({
  customer: 'K-1',
  number: '1001',
  name: 'Zeilmakerij Bries',
  kind: 'business',
  gate: 'green',
  first: null,
  reasons: [],
  claim,
  invoices: 1,
  behind: 0,
  oldest_due: date('2026-09-01'),
  serious: 1,
  other: 0,
  ...part,
});

export const check: DossierCheck = {
  customer: 'K-1',
  number: '1001',
  name: 'Zeilmakerij Bries',
  kind: 'business',
  date: date('2026-11-22'),
  claim,
  per_day: euros('0.31'),
  invoices: [
    {
      id: 'I-7',
      number: '2026-17',
      date: date('2026-08-18'),
      due: date('2026-09-01'),
      open: euros('1000.00'),
      interest: euros('12.34'),
      copy: false,
    },
  ],
  behind: [],
  early: false,
  proposed: true,
  gate: 'green',
  reasons: [{ code: 'after_step', message: 'De sommatie hielp niet.' }],
  gaps: [
    {
      code: 'address_missing',
      message: 'Er is geen volledig postadres.',
      what_to_do: 'Vul het adres aan.',
      serious: true,
      invoices: [],
      letters: [],
    },
  ],
  contents: [{ path: '00-overzicht.pdf', kind: 'overview', bytes: null }],
  file: 'dossier_K-1_2026-11-22.zip',
};

export const view = (part: Partial<DossierView> = {}): DossierView => ({
  id: 'F-12',
  customer: 'K-1',
  name: 'Zeilmakerij Bries',
  date: date('2026-11-20'),
  file: 'dossier_K-1_2026-11-20.zip',
  sha256: 'ab'.repeat(32),
  claim,
  invoices: 1,
  state: 'with_them',
  to: { kind: 'bailiff', name: 'Deurwaarder Dijk', reference: '26/17' },
  paid_to_them: euros('0.00'),
  costs: euros('0.00'),
  open: euros('1162.34'),
  events: [],
  ...part,
});

export const detail: DossierDetail = {
  dossier: view(),
  now: claim,
  per_day: euros('0.31'),
  numbers: ['2026-17'],
  timeline: [
    { date: date('2026-11-21'), text: 'Klant betaalde daar: € 100,00', undo: 'F-13' },
    { date: date('2026-11-20'), text: 'Overgedragen', undo: null },
  ],
};

export const handedOver: Commands['handover']['res'] = {
  id: 'F-12',
  file: '/home/kees/dossier_K-1.zip',
  sha256: 'ab'.repeat(32),
  claim,
  per_day: euros('0.31'),
  missing: [],
  behind: [],
};

export function atDossiers(answers: Answers = {}, picked: string | null = null) {
  return renderApp(
    {
      app_info: () => appInfo(open),
      dossiers_ready: () => ({ ready: [ready()] }),
      dossiers: () => ({ dossiers: [] }),
      dossier_check: () => check,
      dossier_detail: () => detail,
      ...answers,
    },
    picked,
  );
}

export async function room(window: ReturnType<typeof atDossiers>) {
  await screen.findByRole('heading', { level: 1 });
  await window.user.keyboard('{Control>}6{/Control}');
  await screen.findByRole('heading', { level: 1, name: 'Dossiers' });
}
