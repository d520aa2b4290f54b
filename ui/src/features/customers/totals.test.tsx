import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { customersPage } from '../../testing/customers';
import { explainedSum } from '../../testing/explained';
import { renderApp } from '../../testing/fake';
import { appInfo, open } from '../../testing/fixtures';

vi.setConfig({ testTimeout: 30_000 });

describe('the totals above Klanten', () => {
  it('say how they came while they are of everybody, and only then', async () => {
    const { user, called } = renderApp({
      app_info: () => appInfo(open),
      customers: customersPage(40),
      explain_sum: explainedSum,
    });
    await screen.findByRole('navigation');
    await user.keyboard('{Control>}2{/Control}');
    await screen.findByText('Klant 1');
    await user.click(screen.getByRole('button', { name: /1.200,00.*Te laat/ }));
    await screen.findByRole('dialog', { name: /Te laat/ });
    await waitFor(() => expect(called('explain_sum').at(-1)?.payload).toMatchObject({ of: 'late' }));
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Betwist' }));
    await waitFor(() => expect(called('customers').at(-1)?.payload).toMatchObject({ filters: ['disputed'] }));
    expect(
      screen.queryByRole('button', { name: /1.200,00.*Te laat/ }),
      'the sum of everybody would be another',
    ).toBeNull();
  });
});
