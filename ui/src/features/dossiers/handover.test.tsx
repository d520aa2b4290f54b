import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { atDossiers, check, detail, room, view } from '../../testing/dossiers';
import { nl } from '../../i18n/nl';

describe('the last question before a handover', () => {
  it('does not lose what is known of somebody without a name', async () => {
    const window = atDossiers({}, '/home/kees/uit');
    await room(window);
    const { user, called } = window;
    await user.keyboard('{Enter}');
    await screen.findByRole('complementary', { name: 'Dossier van Zeilmakerij Bries' });
    await user.keyboard('o');
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Kiezen…' }));
    await user.type(within(dialog).getByRole('textbox', { name: /^Hun kenmerk/ }), '26/17');
    await user.click(within(dialog).getByRole('button', { name: 'Overdragen' }));
    const said = within(dialog).getByText(nl.dossiers.handover.nameNeeded);
    expect(said.closest('.field')?.textContent, 'beside the name').toContain('Naam');
    expect(called('handover'), 'nothing is made without what was typed').toHaveLength(0);
  });

  it('says once more why the plan holds it back, and how much one invoice is', async () => {
    const window = atDossiers({
      dossier_check: () => ({
        ...check,
        gate: 'red',
        reasons: [{ code: 'disputed', message: 'De klant betwist factuur 2026-17.' }],
      }),
    });
    await room(window);
    await window.user.keyboard('{Enter}');
    await screen.findByRole('complementary', { name: 'Dossier van Zeilmakerij Bries' });
    await window.user.keyboard('o');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('De klant betwist factuur 2026-17.')).toBeTruthy();
    expect(within(dialog).getByText(/1 factuur van €\s1.000,00 gaat uit het debiteurenplan/)).toBeTruthy();
  });
});

describe('a dossier that was handed over', () => {
  it('says what its amounts are made of, and leads to its invoices', async () => {
    const window = atDossiers({
      dossiers: () => ({ dossiers: [view()] }),
      dossier_detail: () => detail,
    });
    await room(window);
    const { user, called } = window;
    await user.click(screen.getByRole('tab', { name: /Overgedragen/ }));
    (await screen.findByRole('grid', { name: /overgedragen/ })).focus();
    await user.keyboard('{Enter}');
    const panel = await screen.findByRole('complementary', { name: /Overgedragen dossier/ });
    expect(
      within(panel).getAllByText(/€\s1.000,00 facturen, €\s12,34 rente, €\s150,00 kosten/),
      'of the claim then and of what is open now',
    ).toHaveLength(2);
    await user.click(within(panel).getByRole('button', { name: '2026-17' }));
    expect(called('invoice_detail').at(-1)?.payload, 'of this customer, whoever shares the number').toEqual({
      invoice: '2026-17@K-1',
    });
  });
});
