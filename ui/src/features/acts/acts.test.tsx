import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Done } from '../../backend';
import { notify } from '../../components/Toast';
import { atCustomer } from '../../testing/atCustomer';
import { customerDetail } from '../../testing/customers';
import { refusal } from '../../testing/fake';

vi.setConfig({ testTimeout: 30_000 });

const done: Done = { id: 'F-99', done: 'Het is gedaan.' };

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

  it('closes what is no longer there when the act that made it is undone', async () => {
    let there = true;
    const { user } = await atCustomer({
      customer_detail: () => {
        if (!there) throw refusal({ code: 'unknown_customer', message: 'Deze klant is er niet.' });
        return customerDetail();
      },
    });
    there = false;
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('grid', { name: 'Klanten' })));
  });

  it('offers no second way back once an act was undone where it stands', async () => {
    const { user, called } = await atCustomer();
    await user.click(screen.getByRole('tab', { name: 'Betalingen' }));
    notify({ tone: 'good', message: 'Geboekt.', undo: () => {}, about: 'A-3' });
    notify({ tone: 'good', message: 'Iets anders.', undo: () => {}, about: 'F-77' });
    await screen.findByText('Geboekt.');
    await user.click(screen.getByRole('button', { name: 'Losmaken van factuur 2026-17' }));
    await waitFor(() => expect(called('undo').at(-1)?.payload).toEqual({ id: 'A-3' }));
    await waitFor(() => expect(screen.queryByText('Geboekt.'), 'it is undone').toBeNull());
    expect(screen.getByText('Iets anders.'), 'this one is not').toBeTruthy();
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
});
