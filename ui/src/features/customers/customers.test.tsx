import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { customerDetail, customerRow, customersPage, invoiceRow } from '../../testing/customers';
import { explained, explainedSum } from '../../testing/explained';
import { refusal, renderApp, type Answers } from '../../testing/fake';
import { appInfo, open } from '../../testing/fixtures';

vi.setConfig({ testTimeout: 30_000 });

// Wide enough for details beside the list.
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 1200 });

function inside(answers: Answers = {}) {
  return renderApp({
    app_info: () => appInfo(open),
    customers: customersPage(40),
    customer_detail: ({ customer }) =>
      customerDetail({ row: customerRow({ id: customer, name: `Zeilmakerij ${customer}` }) }),
    explain: () => explained(),
    explain_sum: explainedSum,
    undo: () => ({ id: 'F-50', done: 'Ongedaan gemaakt.' }),
    ...answers,
  });
}

async function toCustomers(user: ReturnType<typeof renderApp>['user']) {
  await screen.findByRole('navigation');
  await user.keyboard('{Control>}2{/Control}');
  await screen.findByText('Klant 1');
}

async function openFirst(user: ReturnType<typeof renderApp>['user']) {
  await toCustomers(user);
  screen.getByRole('grid', { name: 'Klanten' }).focus();
  await user.keyboard('{Enter}');
  return screen.findByRole('complementary', { name: 'Zeilmakerij K-1' });
}

describe('Klanten', () => {
  it('asks for what is typed and filtered, and says how many and how much', async () => {
    const { user, called } = inside();
    await toCustomers(user);
    expect(screen.getByText('€ 1.200,00 te laat')).toBeTruthy();
    await user.keyboard('/');
    await user.keyboard('bries');
    await waitFor(() => expect(called('customers').at(-1)?.payload).toMatchObject({ search: 'bries' }));
    const chips = within(screen.getByRole('toolbar'));
    await user.click(chips.getByRole('button', { name: 'Te laat' }));
    await user.click(screen.getByRole('button', { name: 'Soort onbekend' }));
    await waitFor(() =>
      expect(called('customers').at(-1)?.payload).toMatchObject({
        search: 'bries',
        filters: ['late', 'kind_unknown'],
        offset: 0,
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Alles' }));
    expect(chips.getByRole('button', { name: 'Te laat' }).getAttribute('aria-pressed')).toBe('false');
    expect(screen.getByRole('button', { name: 'Alles' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('begins with what to do when nobody is known, and with a way out when nobody is found', async () => {
    const { user } = inside({
      customers: (ask) => customersPage(ask.search === undefined ? 3 : 0)(ask),
    });
    await toCustomers(user);
    await user.keyboard('/');
    await user.keyboard('x');
    await screen.findByRole('heading', { name: 'Geen klant gevonden' });
    await user.click(screen.getByRole('button', { name: 'Alles laten zien' }));
    await screen.findByText('Klant 3');
  });

  it('leads an empty administration to its first invoice', async () => {
    const { user } = inside({ customers: customersPage(0) });
    await screen.findByRole('navigation');
    await user.keyboard('{Control>}2{/Control}');
    await screen.findByRole('heading', { name: 'Nog geen klanten' });
    await user.click(screen.getByRole('button', { name: 'Factuur invoeren' }));
    expect(await screen.findByRole('dialog', { name: 'Factuur invoeren' })).toBeTruthy();
  });

  it('opens a customer beside the list, keeps the focus in the list, and closes', async () => {
    const { user } = inside();
    const page = await openFirst(user);
    expect(within(page).getByText('De laatste herinnering ging op 2 november uit.')).toBeTruthy();
    const grid = screen.getByRole('grid', { name: 'Klanten' });
    expect(document.activeElement, 'arrows go on').toBe(grid);
    await user.keyboard('{ArrowDown}');
    await screen.findByRole('complementary', { name: 'Zeilmakerij K-2' });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(grid);
  });

  it('is as it was when one comes back', async () => {
    const { user, called } = inside();
    await toCustomers(user);
    await user.keyboard('/');
    await user.keyboard('noord');
    await waitFor(() => expect(called('customers').at(-1)?.payload).toMatchObject({ search: 'noord' }));
    await user.keyboard('{Control>}1{/Control}');
    await screen.findByRole('heading', { level: 1, name: /open/ });
    await user.keyboard('{Control>}2{/Control}');
    const search = await screen.findByRole('searchbox', { name: /Zoek op naam/ });
    expect((search as HTMLInputElement).value).toBe('noord');
  });

  it('explains every amount, line by line with its ground, and gives the focus back', async () => {
    const { user, called } = inside();
    const page = await openFirst(user);
    await user.keyboard('w');
    const sheet = await screen.findByRole('dialog', { name: 'Berekening: Zeilmakerij K-1' });
    expect(await within(sheet).findByText('artikel 6:119a BW')).toBeTruthy();
    expect(within(sheet).getByText(/over € 1\.200,00 · 10,15% · .*33 dagen/)).toBeTruthy();
    expect(called('explain').at(-1)?.payload).toEqual({ customer: 'K-1' });
    await user.keyboard('{Escape}');
    const amount = within(page).getByRole('button', { name: /Nog open, 2026-17: waarom/ });
    await user.click(amount);
    await screen.findByRole('dialog', { name: 'Berekening: Factuur 2026-17' });
    expect(called('explain_sum').at(-1)?.payload, 'what is pressed is what is explained').toEqual({
      of: 'open',
      customer: 'K-1',
      invoice: '2026-17',
      offset: 0,
      limit: 100,
    });
    expect(
      await screen.findByRole('heading', { name: 'Wat het inmiddels is geworden' }),
      'interest stands apart from what is open',
    ).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(amount));
  });

  it('ends an agreement and undoes an entry by their own numbers', async () => {
    const { user, called } = inside();
    const page = await openFirst(user);
    await user.click(within(page).getByRole('button', { name: 'Beëindigen: Pauze' }));
    await waitFor(() => expect(called('undo').at(-1)?.payload).toEqual({ id: 'F-9' }));
    await user.click(within(page).getByRole('button', { name: /Ongedaan maken: Gebeld/ }));
    await waitFor(() => expect(called('undo').at(-1)?.payload).toEqual({ id: 'F-12' }));
    await user.click(within(page).getByRole('tab', { name: 'Betalingen' }));
    await user.click(within(page).getByRole('button', { name: 'Losmaken van factuur 2026-17' }));
    await waitFor(() =>
      expect(called('undo').at(-1)?.payload, 'one part, not the payment').toEqual({ id: 'A-3' }),
    );
  });

  it('filters the timeline', async () => {
    const { user } = inside();
    const page = await openFirst(user);
    expect(within(page).getByText('Gebeld: betaalt volgende week')).toBeTruthy();
    await user.click(within(page).getByRole('button', { name: 'Betalingen' }));
    expect(within(page).queryByText('Gebeld: betaalt volgende week')).toBeNull();
  });

  it('lets several customers rest at once, and undoes them all', async () => {
    let next = 20;
    const { user, called } = inside({
      hold: ({ subject }) => ({ id: `F-${(next += 1)}`, done: `${subject} rust.` }),
    });
    await toCustomers(user);
    screen.getByRole('grid', { name: 'Klanten' }).focus();
    await user.keyboard(' {ArrowDown} ');
    await user.click(screen.getByRole('button', { name: 'Pauze geven' }));
    const dialog = await screen.findByRole('dialog', { name: '2 klanten pauze geven' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Reden' }), 'vakantie');
    await user.click(within(dialog).getByRole('button', { name: 'Pauze geven' }));
    await waitFor(() =>
      expect(called('hold').map(({ payload }) => payload)).toEqual([
        { subject: 'K-1', until: '2026-11-29', reason: 'vakantie' },
        { subject: 'K-2', until: '2026-11-29', reason: 'vakantie' },
      ]),
    );
    await screen.findByText('2 klanten rusten tot en met 29 nov 2026.');
    await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
    await waitFor(() =>
      expect(called('undo').map(({ payload }) => payload)).toEqual([{ id: 'F-22' }, { id: 'F-21' }]),
    );
  });

  it('says what could not be read, and tries again', async () => {
    let broken = true;
    const { user } = inside({
      customers: (ask) => {
        if (!broken) return customersPage(5)(ask);
        throw refusal({ code: 'database', message: 'Bladzijde 12 is stuk.' });
      },
    });
    await screen.findByRole('navigation');
    await user.keyboard('{Control>}2{/Control}');
    expect((await screen.findByRole('alert')).textContent).toContain('Bladzijde 12 is stuk.');
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Opnieuw proberen' }));
    await screen.findByText('Klant 5');
  });

  it('shows letters as they left, with proof still to come', async () => {
    const letter = {
      letter: 'B-4',
      run: 'R-1',
      customer: 'K-1',
      name: 'Zeilmakerij Bries',
      step: 'reminder' as const,
      date: invoiceRow().date,
      channels: ['letter' as const],
      state: 'handed_over' as const,
      left_on: null,
      proof: false,
      claim: customerDetail().claim,
      invoices: ['2026-17'],
      gate: 'green' as const,
      reasons: [],
      edited: false,
      withdraw: false,
      withdrawn: null,
    };
    const confirm = vi.fn(() => ({ id: 'F-60', done: 'B-4 staat als verzonden genoteerd.' }));
    const { user, called } = inside({
      customer_detail: () => customerDetail({ letters: [letter] }),
      confirm,
    });
    await toCustomers(user);
    screen.getByRole('grid', { name: 'Klanten' }).focus();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('tab', { name: 'Documenten' }));
    await user.click(screen.getByRole('button', { name: 'Bevestigen: B-4' }));
    const dialog = await screen.findByRole('dialog', { name: 'Verzending bevestigen' });
    await user.type(
      within(dialog).getByRole('textbox', { name: 'Bewijs van verzending' }),
      '/tmp/bewijs.jpg',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Bevestigen' }));
    await waitFor(() =>
      expect(called('confirm').at(-1)?.payload).toEqual({
        letter: 'B-4',
        left_on: '2026-11-22',
        proof: '/tmp/bewijs.jpg',
      }),
    );
  });
});
