import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Money } from '../../backend';
import { nl } from '../../i18n/nl';
import { invoiceRow } from '../../testing/customers';
import { explainedSum } from '../../testing/explained';
import { renderApp } from '../../testing/fake';
import { appInfo, open } from '../../testing/fixtures';

vi.setConfig({ testTimeout: 30_000 });

describe('what is open above Facturen', () => {
  it('says how it came, with the open ones alone too, and with no other choice', async () => {
    const { user, called } = renderApp({
      app_info: () => appInfo(open),
      invoices: () => ({
        total: 1,
        amount: '1500.00' as Money,
        open: '1200.00' as Money,
        rows: [invoiceRow()],
      }),
      explain_sum: explainedSum,
    });
    await screen.findByRole('navigation');
    await user.keyboard('{Control>}3{/Control}');
    const why = () => screen.queryByRole('button', { name: /1.200,00.*open/i });
    const asked = (...filters: string[]) =>
      waitFor(() => expect(called('invoices').at(-1)?.payload).toMatchObject({ filters }));
    await waitFor(() => expect(why()).toBeTruthy());
    await asked('open');
    const chips = within(screen.getByLabelText(nl.invoices.filters));
    await user.click(why() as HTMLElement);
    await screen.findByRole('dialog', { name: /Open/ });
    await waitFor(() => expect(called('explain_sum').at(-1)?.payload).toMatchObject({ of: 'open' }));
    await user.keyboard('{Escape}');
    await user.click(chips.getByRole('button', { name: 'Te laat' }));
    await waitFor(() => expect(why(), 'of what is late it would be another sum').toBeNull());
    await user.click(chips.getByRole('button', { name: 'Te laat' }));
    await user.click(chips.getByRole('button', { name: 'Open' }));
    await waitFor(() => expect(why(), 'of everything it is the same sum').toBeTruthy());
  });
});
