import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandName, Done } from '../../backend';
import {
  customerDetail,
  customerRow,
  customersPage,
  explained,
  invoiceDetail,
} from '../../testing/customers';
import { refusal, renderApp, type Answers } from '../../testing/fake';
import { appInfo, open } from '../../testing/fixtures';

vi.setConfig({ testTimeout: 30_000 });

const done: Done = { id: 'F-99', done: 'Het is gedaan.' };

beforeEach(() => {
  // happy-dom reports a change of selection while it is being changed, without end.
  vi.spyOn(Selection.prototype, 'collapse').mockReturnValue(undefined);
});

async function atCustomer(answers: Answers = {}, picked: string | null = null) {
  const app = renderApp(
    {
      app_info: () => appInfo(open),
      customers: customersPage(3),
      customer_detail: () => customerDetail(),
      invoice_detail: () => invoiceDetail(),
      explain: () => explained(),
      find: () => ({
        customers: [
          {
            id: 'K-7',
            number: '1007',
            name: 'Zeilmakerij Bries B.V.',
            city: 'Enkhuizen',
            open: customerRow().late,
          },
        ],
        invoices: [],
      }),
      undo: () => ({ id: 'F-100', done: 'Ongedaan gemaakt.' }),
      ...answers,
    },
    picked,
  );
  await screen.findByRole('navigation');
  await app.user.keyboard('{Control>}2{/Control}');
  await screen.findByText('Klant 1');
  screen.getByRole('grid', { name: 'Klanten' }).focus();
  await app.user.keyboard('{Enter}');
  await screen.findByRole('complementary', { name: 'Zeilmakerij Bries' });
  const payload = (name: CommandName) => app.called(name).at(-1)?.payload;
  const field = (name: string | RegExp) => screen.getByRole('textbox', { name });
  const retype = async (name: string | RegExp, text: string) => {
    await app.user.clear(field(name));
    if (text !== '') await app.user.type(field(name), text);
  };
  const press = (name: string | RegExp) =>
    app.user.click(within(screen.getByRole('dialog')).getByRole('button', { name }));
  return { ...app, payload, field, retype, press };
}

describe('an act of the day', () => {
  it('books a payment by the order of the law, with an amount as one types it', async () => {
    const { user, retype, press, payload } = await atCustomer({ pay: () => done });
    await user.keyboard('b');
    await screen.findByRole('dialog', { name: 'Betaling boeken' });
    await retype('Bedrag', '1.250,5');
    await press('Betaling boeken');
    await waitFor(() =>
      expect(payload('pay')).toEqual({ customer: 'K-1', amount: '1250.50', date: '2026-11-22' }),
    );
    await screen.findByText('Het is gedaan.');
    await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
    await waitFor(() => expect(payload('undo')).toEqual({ id: 'F-99' }));
  });

  it('books a payment to the invoices that were named', async () => {
    const { user, retype, press, payload } = await atCustomer({ pay: () => done });
    await user.keyboard('b');
    await screen.findByRole('dialog', { name: 'Betaling boeken' });
    await retype('Bedrag', '300');
    await user.click(screen.getByRole('radio', { name: /Naar facturen die ik kies/ }));
    await press('Betaling boeken');
    expect(screen.getByText('Kies een factuur.'), 'none chosen is no choice').toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: /2026-31/ }));
    await press('Betaling boeken');
    await waitFor(() => expect(payload('pay')).toMatchObject({ amount: '300.00', invoices: ['2026-31'] }));
  });

  it('says in words what is wrong before asking, and puts a refusal under its field', async () => {
    const { user, retype, press, called } = await atCustomer({
      pay: () => {
        throw refusal({ code: 'future_date', message: '1 jan 2030 ligt in de toekomst.' });
      },
    });
    await user.keyboard('b');
    await screen.findByRole('dialog');
    await retype('Bedrag', 'twaalf');
    await press('Betaling boeken');
    expect(screen.getByText('Vul een bedrag in, zoals 12,50.')).toBeTruthy();
    expect(called('pay')).toHaveLength(0);
    await retype('Bedrag', '12,50');
    expect(screen.queryByText('Vul een bedrag in, zoals 12,50.'), 'corrected is not wrong').toBeNull();
    await press('Betaling boeken');
    const date = await screen.findByText('1 jan 2030 ligt in de toekomst.');
    expect(date.closest('.field')?.textContent, 'under the date').toContain('Datum');
    expect(screen.queryByRole('alert'), 'said once').toBeNull();
  });

  it('notes a promise with what is late and a week, as proposed', async () => {
    const { user, press, payload } = await atCustomer({ promise: () => done });
    await user.keyboard('t');
    await screen.findByRole('dialog', { name: 'Toezegging noteren' });
    await press('Toezegging noteren');
    await waitFor(() =>
      expect(payload('promise')).toEqual({ customer: 'K-1', amount: '1200.00', by: '2026-11-29' }),
    );
  });

  it('lets one invoice rest for a month', async () => {
    const { user, retype, press, payload } = await atCustomer({ hold: () => done });
    await user.keyboard('p');
    await screen.findByRole('dialog', { name: 'Pauze geven' });
    await press('1 maand');
    await press('Pauze geven');
    expect(screen.getByText(/Zeg erbij waarom/)).toBeTruthy();
    await retype('Reden', 'creditnota onderweg');
    await user.click(screen.getByRole('button', { name: /Wat rust er/ }));
    await user.click(await screen.findByRole('option', { name: 'Factuur 2026-31' }));
    await press('Pauze geven');
    await waitFor(() =>
      expect(payload('hold')).toEqual({
        subject: '2026-31',
        until: '2026-12-22',
        reason: 'creditnota onderweg',
      }),
    );
  });

  it('keeps what was typed when the window locks, and comes back to it', async () => {
    const { user, field, retype } = await atCustomer({ note: () => done });
    await user.keyboard('n');
    await screen.findByRole('dialog', { name: 'Notitie maken' });
    await retype('Notitie', 'Belt vrijdag terug over');
    await user.keyboard('{Control>}l{/Control}');
    const passphrase = await screen.findByLabelText('Wachtzin');
    expect(screen.queryByText(/Belt vrijdag/), 'nothing is readable behind the lock').toBeNull();
    await user.type(passphrase, 'molen boter lantaarn regen{Enter}');
    await screen.findByRole('dialog', { name: 'Notitie maken' });
    expect((field('Notitie') as HTMLTextAreaElement).value).toBe('Belt vrijdag terug over');
  });

  it('writes a call down with its word in front', async () => {
    const { user, retype, press, payload } = await atCustomer({ note: () => done });
    await user.keyboard('n');
    await screen.findByRole('dialog');
    await retype('Notitie', 'betaalt vrijdag');
    await press('Notitie bewaren');
    await waitFor(() =>
      expect(payload('note')).toEqual({
        customer: 'K-1',
        text: 'Gebeld: betaalt vrijdag',
        date: '2026-11-22',
      }),
    );
  });

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
    await user.keyboard('{Escape}f');
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
