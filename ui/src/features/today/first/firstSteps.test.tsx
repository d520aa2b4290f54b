// Skipping the first steps, and doing them after all.

import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderApp } from '../../../testing/fake';
import { appInfo, open, overview } from '../../../testing/fixtures';

const none = '0.00' as never;
const nothing = () =>
  overview({
    customers: 0,
    known_customers: 0,
    known_invoices: 0,
    open: none,
    overdue: none,
    moving: none,
    bank_through: null,
    work: [],
    last_run: null,
  });

const path = () => screen.findByRole('region', { name: 'Eerste stappen' });

describe('the first steps', () => {
  beforeEach(() => localStorage.clear());

  it('lets a step that was skipped be done after all', async () => {
    const { user } = renderApp({ app_info: () => appInfo(open), overview: nothing });
    const steps = await path();
    await user.click(within(steps).getByRole('button', { name: 'Overslaan' }));
    expect(within(steps).getByRole('listitem', { current: 'step' }).textContent).toContain(
      'Klanten nakijken',
    );
    await user.click(within(steps).getByRole('button', { name: 'Facturen inlezen' }));
    expect(within(steps).getByRole('listitem', { current: 'step' }).textContent).toContain(
      'Facturen inlezen',
    );
  });

  it('leaves a way to begin when every step was skipped and still nothing is known', async () => {
    const { user } = renderApp({ app_info: () => appInfo(open), overview: nothing });
    await path();
    for (let step = 0; step < 6; step += 1) {
      // One after the other: each shows the next.
      // oxlint-disable-next-line no-await-in-loop
      await user.click(await screen.findByRole('button', { name: 'Overslaan' }));
    }
    expect(screen.queryByRole('region', { name: 'Eerste stappen' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Eerste stappen tonen' }));
    const steps = await path();
    expect(within(steps).getByRole('listitem', { current: 'step' }).textContent).toContain(
      'Facturen inlezen',
    );
  });
});
