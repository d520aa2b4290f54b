import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Done } from '../../backend';
import { atCustomer } from '../../testing/atCustomer';
import { customerDetail, customerRow } from '../../testing/customers';
import { refusal } from '../../testing/fake';

vi.setConfig({ testTimeout: 30_000 });

const done: Done = { id: 'F-99', done: 'Het is gedaan.' };

describe('an act with more to fill in', () => {
  it('disputes a part, and points at an amount that is too large', async () => {
    const { user, retype, press, payload } = await atCustomer({
      dispute: () => {
        throw refusal({ code: 'amount_too_large', message: 'Meer dan wat openstaat.', hint: 'Geef minder.' });
      },
    });
    await user.keyboard('d');
    await screen.findByRole('dialog', { name: 'Betwisting noteren' });
    await user.click(screen.getByRole('radio', { name: 'Een deel' }));
    await retype('Bedrag', '9.999,00');
    await retype('Reden', 'twee dozen stuk');
    await press('Betwisting noteren');
    await screen.findByText('Meer dan wat openstaat. Geef minder.');
    expect(payload('dispute')).toEqual({
      invoice: '2026-17',
      amount: '9999.00',
      reason: 'twee dozen stuk',
    });
  });

  it('begins where typing begins, in the place of what is proposed', async () => {
    const { user, field } = await atCustomer();
    await user.keyboard('a');
    await screen.findByRole('dialog', { name: 'Afboeken' });
    const amount = field('Bedrag') as HTMLInputElement;
    expect(document.activeElement).toBe(amount);
    expect(amount.value).not.toBe('');
    expect([amount.selectionStart, amount.selectionEnd], 'typing replaces it').toEqual([
      0,
      amount.value.length,
    ]);
    await user.keyboard('{Escape}f');
    await screen.findByRole('dialog', { name: 'Factuur invoeren' });
    await waitFor(() => expect(document.activeElement).toBe(field('Factuurnummer')));
  });

  it('writes off what is open of the chosen invoice', async () => {
    const { user, retype, press, payload } = await atCustomer({ write_off: () => done });
    await user.keyboard('a');
    await screen.findByRole('dialog', { name: 'Afboeken' });
    await press(/2026-17/);
    await user.click(await screen.findByRole('option', { name: /2026-31/ }));
    await retype('Reden', 'kleine rest');
    await press('Afboeken');
    await waitFor(() =>
      expect(payload('write_off')).toEqual({ invoice: '2026-31', amount: '300.00', reason: 'kleine rest' }),
    );
  });

  it('waives costs and keeps interest', async () => {
    const { user, retype, press, payload } = await atCustomer({ waive: () => done });
    await user.keyboard('k');
    await screen.findByRole('dialog');
    await retype('Rente', '');
    await retype('Reden', 'coulance');
    await press('Kwijtschelden');
    await waitFor(() =>
      expect(payload('waive')).toEqual({ customer: 'K-1', costs: '217.50', reason: 'coulance' }),
    );
  });

  it('corrects only what was changed, and asks a reason for another kind', async () => {
    const { user, retype, press, payload } = await atCustomer({ set_customer: () => done });
    await user.keyboard('g');
    await screen.findByRole('dialog', { name: 'Gegevens verbeteren' });
    await retype('E-mail', 'administratie@bries.example');
    await user.click(screen.getByRole('button', { name: /Soort klant/ }));
    await user.click(await screen.findByRole('option', { name: 'Consument' }));
    await press('Bewaren');
    expect(screen.getByText(/Zeg erbij waarom/)).toBeTruthy();
    await retype(/Waaruit blijkt dat/, 'koopt voor privé');
    await press('Bewaren');
    await waitFor(() =>
      expect(payload('set_customer')).toEqual({
        customer: 'K-1',
        email: 'administratie@bries.example',
        kind: 'consumer',
        reason: 'koopt voor privé',
      }),
    );
  });

  it('merges with a double that was looked for, and stays with who remains', async () => {
    const { user, press, payload, called } = await atCustomer({
      merge_customers: () => done,
      customer_detail: ({ customer }) =>
        customerDetail({
          row: customerRow({
            id: customer,
            name: customer === 'K-7' ? 'Zeilmakerij Bries B.V.' : 'Zeilmakerij Bries',
          }),
        }),
    });
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog', { name: /Zoeken/ });
    await user.keyboard('samenvoegen');
    await user.click(await screen.findByText('Klant samenvoegen met een dubbele'));
    await screen.findByRole('dialog', { name: 'Samenvoegen met een dubbele' });
    await user.type(screen.getByRole('combobox', { name: 'De andere klant' }), 'bries');
    await user.click(await screen.findByRole('option', { name: /Zeilmakerij Bries B\.V\./ }));
    await user.click(await screen.findByRole('radio', { name: /Zeilmakerij Bries B\.V\./ }));
    await press('Samenvoegen');
    await waitFor(() => expect(payload('merge_customers')).toEqual({ from: 'K-1', into: 'K-7' }));
    await waitFor(() =>
      expect(called('customer_detail').at(-1)?.payload, 'the one who is left is shown').toEqual({
        customer: 'K-7',
      }),
    );
  });

  it('saves a statement of account where one says', async () => {
    const { user, payload } = await atCustomer(
      { statement: ({ out }) => ({ file: out, sha256: '00' }) },
      '/home/kees/overzicht.pdf',
    );
    await user.keyboard('o');
    await screen.findByText('Bewaard als /home/kees/overzicht.pdf');
    expect(payload('statement')).toEqual({ customer: 'K-1', out: '/home/kees/overzicht.pdf' });
  });

  it('adds an invoice for a new customer with only what was filled in', async () => {
    const { user, retype, press, payload } = await atCustomer({ invoice_add: () => done });
    await user.keyboard('{Escape}{Control>}i{/Control}');
    await screen.findByRole('dialog', { name: 'Factuur invoeren' });
    await user.click(screen.getByRole('radio', { name: 'Een nieuwe klant' }));
    await press('Factuur toevoegen');
    expect(screen.getAllByText('Vul dit in.'), 'a name and a number').toHaveLength(2);
    await retype('Naam', 'Ångström & Zonen');
    await retype('Factuurnummer', '2026-99');
    await retype('Bedrag met btw', '121');
    await press('Factuur toevoegen');
    await waitFor(() =>
      expect(payload('invoice_add')).toEqual({
        number: '2026-99',
        customer: { name: 'Ångström & Zonen', kind: 'unknown', language: 'nl' },
        date: '2026-11-22',
        amount: '121.00',
      }),
    );
  });
});
