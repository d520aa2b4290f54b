// Stands in one part of Instellingen, for tests.

import { screen } from '@testing-library/react';
import type { IsoDate, SettingsView } from '../backend';
import { renderApp, type Answers } from './fake';
import { appInfo, creditor, open } from './fixtures';

const date = (text: string) => text as IsoDate;

const limit = (field: string, min: number, max: number, shipped: number) => ({
  field,
  min,
  max,
  default: shipped,
});

export const settings = (change: Partial<SettingsView> = {}): SettingsView => ({
  creditor,
  settings: {
    delivery_days: 3,
    plan_days: 24,
    notice_of_default_days: 14,
    bank_amber_days: 3,
    bank_red_days: 10,
    transit_days: 2,
    always_365: false,
    window_shift_x: 0,
    window_shift_y: 0,
  },
  templates: [],
  rates: [],
  rates_verified_until: date('2026-12-31'),
  logo: false,
  limits: [
    limit('delivery_days', 2, 3, 3),
    limit('plan_days', 21, 365, 24),
    limit('notice_of_default_days', 7, 60, 14),
    limit('bank_amber_days', 0, 365, 3),
    limit('bank_red_days', 0, 365, 10),
    limit('transit_days', 0, 30, 2),
    limit('window_shift_x', -10, 10, 0),
    limit('window_shift_y', -10, 10, 0),
  ],
  terms_name_costs: null,
  ...change,
});

export async function part(name: string, answers: Answers = {}, picked: string | null = null) {
  const window = renderApp(
    {
      app_info: () => appInfo(open),
      settings: () => settings(),
      configure: () => ({ id: 'F-9', done: 'De instellingen zijn bijgewerkt.' }),
      undo: () => ({ id: 'F-10', done: 'Ongedaan gemaakt.' }),
      ...answers,
    },
    picked,
  );
  await screen.findByRole('heading', { level: 1 });
  await window.user.keyboard('{Control>}8{/Control}');
  await window.user.click(await screen.findByRole('tab', { name }));
  await screen.findByRole('heading', { level: 2, name });
  return window;
}
