import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../backend';
import {
  atDossiers,
  check,
  claim,
  detail,
  euros,
  ready,
  room,
  view,
  handedOver,
} from '../../testing/dossiers';
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

describe('a letter that comes first', () => {
  it('puts a customer after those who can go, unless it is about what stays', async () => {
    const window = atDossiers({
      dossiers_ready: () => ({
        ready: [
          ready({ customer: 'K-2', name: 'Noord', first: 'held' }),
          ready({ customer: 'K-3', name: 'Luna', first: 'letters', behind: 2 }),
        ],
      }),
    });
    await room(window);
    const rows = screen.getAllByText(/^(Noord|Luna)$/).map(({ textContent }) => textContent);
    expect(rows, 'who can go stands on top').toEqual(['Luna', 'Noord']);
  });

  it('is said in the list, the check and the last question alike', async () => {
    const window = atDossiers({ dossiers_ready: () => ({ ready: [ready({ first: 'letters' })] }) });
    await room(window);
    expect(screen.getByText(/eerst een brief/), 'in the list').toBeTruthy();
    await window.user.keyboard('{Enter}');
    const panel = await screen.findByRole('complementary', { name: 'Dossier van Zeilmakerij Bries' });
    expect(within(panel).getByText(nl.dossiers.check.first.letters)).toBeTruthy();
    await window.user.keyboard('o');
    expect(within(await screen.findByRole('dialog')).getByText(nl.dossiers.check.first.letters)).toBeTruthy();
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

describe('what is late too, but stays in the plan', () => {
  const stays = {
    id: 'I-9',
    number: '2026-31',
    due: check.invoices[0]?.due ?? null,
    open: euros('500.00'),
    code: 'demand_running',
    message: 'De laatste brief (sommatie) ging op 22 november 2026 de deur uit; de termijn loopt nog.',
    from: '2026-12-02' as IsoDate,
  };

  it('is named with why and from when, in the list, the check and the last question', async () => {
    const window = atDossiers(
      {
        dossiers_ready: () => ({ ready: [ready({ behind: 1, first: 'letters' })] }),
        dossier_check: () => ({ ...check, behind: [stays] }),
        explain: () => ({
          date: check.date,
          total: claim.total,
          per_day: check.per_day,
          parts: [],
          warnings: [],
        }),
      },
      '/home/kees/uit',
    );
    await room(window);
    const { user, called } = window;
    expect(
      screen.getByText(/1 factuur · 1 nog niet/).textContent,
      'the letter is about what stays',
    ).not.toMatch(/eerst/);
    expect(screen.getByText(/^1 klant klaar om over te dragen/), 'and can go').toBeTruthy();
    await user.keyboard('{Enter}');
    const panel = await screen.findByRole('complementary', { name: 'Dossier van Zeilmakerij Bries' });
    expect(within(panel).getByText(stays.message)).toBeTruthy();
    expect(within(panel).getByText(/Overdragen kan op zijn vroegst op 2 dec/)).toBeTruthy();
    await user.click(within(panel).getByRole('button', { name: /1\.162,34/ }));
    expect(called('explain').at(-1)?.payload, 'why, of this dossier and not of all that is late').toEqual({
      customer: 'K-1',
      dossier: ['I-7'],
    });
    await user.keyboard('{Escape}');
    await user.keyboard('o');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(nl.dossiers.handover.stays(1))).toBeTruthy();
    expect(within(dialog).queryByRole('checkbox'), 'nothing to choose: it stays').toBeNull();
  });

  it('is handed over early only by a choice made there and then', async () => {
    const window = atDossiers(
      {
        dossier_check: () => ({ ...check, early: true, proposed: false, gate: null, reasons: [] }),
        handover: () => handedOver,
      },
      '/home/kees/uit',
    );
    await room(window);
    const { user, called } = window;
    await user.keyboard('{Enter}');
    const panel = await screen.findByRole('complementary', { name: 'Dossier van Zeilmakerij Bries' });
    expect(within(panel).getByText(nl.dossiers.check.tooEarly)).toBeTruthy();
    await user.keyboard('o');
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Kiezen…' }));
    await user.click(within(dialog).getByRole('button', { name: 'Overdragen' }));
    expect(called('handover'), 'not without the choice').toHaveLength(0);
    expect(within(dialog).getByText(nl.dossiers.handover.earlyNeeded)).toBeTruthy();
    await user.click(within(dialog).getByRole('checkbox', { name: nl.dossiers.handover.early }));
    await user.click(within(dialog).getByRole('button', { name: 'Overdragen' }));
    expect(called('handover')[0]?.payload).toEqual({ customer: 'K-1', out: '/home/kees/uit', early: true });
  });
});
