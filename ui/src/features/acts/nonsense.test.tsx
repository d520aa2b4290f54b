// What is typed by accident is answered beside its field, before it is written down for good.

import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Done, IsoDate } from '../../backend';
import { nl } from '../../i18n/nl';
import { atCustomer } from '../../testing/atCustomer';
import { customerDetail, customerRow } from '../../testing/customers';
import { refusal } from '../../testing/fake';
import { letterRow } from '../../testing/letters';
import { amountProblem, dayProblem, untilProblem } from './checks';
import { asKnown, checkCorrection } from './correctForm';
import { checkInvoice, emptyInvoice, type InvoiceForm } from './invoiceForm';

vi.setConfig({ testTimeout: 30_000 });

const done: Done = { id: 'F-99', done: 'Het is gedaan.' };
const day = (text: string) => text as IsoDate;
const today = day('2026-11-22');

describe('an amount', () => {
  it('that is too large is called so, and other signs ask for an amount', () => {
    const said = (typed: string) => amountProblem('amount', typed, nl)['amount'];
    for (const typed of ['999999999999', '5'.repeat(5000), '€ 1.000.000.000.000,00'])
      expect(said(typed), typed.slice(0, 20)).toBe(nl.acts.problem.tooLarge);
    for (const typed of ['', 'abc', '1e9', '💶', '\u202E12,50', '12,345'])
      expect(said(typed), typed).toBe(nl.acts.problem.amount);
    for (const typed of ['0,00', '-5']) expect(said(typed), typed).toBe(nl.acts.problem.positive);
    expect(said('007,50'), 'noughts in front mean nothing').toBeUndefined();
  });
});

describe('a day', () => {
  it('of another century is a slip of the year', () => {
    expect(dayProblem('date', day('1926-11-22'), today, nl)).toEqual({ date: nl.acts.problem.longAgo });
    expect(dayProblem('date', null, today, nl)).toEqual({ date: nl.acts.problem.date });
    expect(dayProblem('date', day('2019-01-01'), today, nl), 'an old payment may come to light').toEqual({});
    expect(untilProblem(day('9999-12-31'), today, nl)).toEqual({ until: nl.acts.hold.far });
    expect(untilProblem(day('2027-11-22'), today, nl)).toEqual({});
  });
});

describe('an invoice typed by hand', () => {
  const wrong = (part: Partial<InvoiceForm>) =>
    checkInvoice(
      {
        ...emptyInvoice(today, { id: 'K-1', name: 'Zeilmakerij Bries' }),
        number: '1',
        amount: '121,00',
        ...part,
      },
      today,
      nl,
    );

  it('is not held up by a line of a new customer, once a known one was chosen', () => {
    const street = 'x'.repeat(5000);
    expect(wrong({ street, whose: 'known' }), 'that line is not on screen').toEqual({});
    expect(Object.keys(wrong({ street, whose: 'fresh', name: 'Bries' }))).toEqual(['street']);
  });

  it('is right as one usually types it', () => {
    expect(wrong({ due: day('2026-12-22'), vat: '21,00', received: today })).toEqual({});
    expect(wrong({ amount: '-121,00', vat: '-21,00' }), 'a credit note has its VAT negative').toEqual({});
  });

  it('has days that can be', () => {
    const words = nl.acts.invoiceForm;
    expect(wrong({ date: day('2030-01-01') })).toEqual({ date: words.farDate });
    expect(wrong({ date: day('1900-01-01') })).toEqual({ date: nl.acts.problem.longAgo });
    expect(wrong({ due: day('2199-01-01') })).toEqual({ due: words.farDate });
    expect(wrong({ due: day('2026-01-01') }), 'it would be late at once').toEqual({ due: words.dueBefore });
    expect(wrong({ received: day('2026-11-21') })).toEqual({ received: words.receivedBefore });
    expect(wrong({ received: day('2026-11-23') })).toEqual({ received: words.receivedLater });
  });

  it('has VAT that is a part of it', () => {
    const { vatTooLarge } = nl.acts.invoiceForm;
    for (const vat of ['99999', '121,00', '-21,00'])
      expect(wrong({ vat }), vat).toEqual({ vat: vatTooLarge });
    expect(wrong({ vat: 'abc' })).toEqual({ vat: nl.acts.problem.amount });
  });

  it('has a Dutch postcode and lines that fit on a letter', () => {
    expect(wrong({ whose: 'fresh', name: 'Nieuw', postcode: '123' })).toEqual({
      postcode: nl.acts.problem.postcode,
    });
    expect(wrong({ number: 'x'.repeat(5000) })['number']).toContain('5.000');
  });
});

describe('a correction', () => {
  const before = asKnown(customerDetail());
  const wrong = (part: Partial<typeof before>) => checkCorrection({ ...before, ...part }, before, nl);

  it('has a postcode of its country, and leaves alone what was so already', () => {
    expect(wrong({ postcode: '123', country: 'NL' })).toEqual({ postcode: nl.acts.problem.postcode });
    expect(wrong({ postcode: '1234 ab', country: 'NL' })).toEqual({});
    expect(wrong({ postcode: '9000', country: 'BE' }), 'another country has its own').toEqual({});
    const odd = { ...before, postcode: '12' };
    expect(checkCorrection({ ...odd, phone: '0118 1' }, odd, nl), 'it does not bar the rest').toEqual({});
  });

  it('has a name that fits on a letter', () => {
    expect(wrong({ name: 'x'.repeat(5000) })['name']).toContain('5.000');
  });

  it('that changes nothing says so, where it said nothing at all', async () => {
    const { user, retype, press } = await atCustomer({
      set_customer: () => {
        throw refusal({
          code: 'invalid_fields',
          message: 'Niet alles is goed ingevuld.',
          fields: [{ field: 'customer', code: 'required', message: 'Dit is nodig.' }],
        });
      },
    });
    await user.keyboard('g');
    await screen.findByRole('dialog', { name: 'Gegevens verbeteren' });
    await retype('Land', 'Nederland');
    await press('Bewaren');
    await screen.findByText(nl.acts.correct.nothing);
  });

  it('to a number that somebody has says what to do', async () => {
    const { user, retype, press } = await atCustomer({
      set_customer: () => {
        throw refusal({ code: 'duplicate', message: 'Dit bestaat al.' });
      },
    });
    await user.keyboard('g');
    await screen.findByRole('dialog', { name: 'Gegevens verbeteren' });
    await retype('Uw klantnummer', '1006');
    await press('Bewaren');
    const said = await screen.findByText(nl.acts.correct.numberTaken);
    expect(said.closest('.field')?.textContent, 'beside the number').toContain('Uw klantnummer');
  });
});

describe('twins that are none', () => {
  it('are told apart by the number of their company', async () => {
    const { user } = await atCustomer({
      customer_detail: ({ customer }) =>
        customerDetail({
          row: customerRow({ id: customer, name: customer === 'K-1' ? 'Zeilmakerij Bries' : 'Een ander' }),
          kvk: customer === 'K-1' ? '40038295' : '40037592',
        }),
    });
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog', { name: /Zoeken/ });
    await user.keyboard('samenvoegen');
    await user.click(await screen.findByText('Klant samenvoegen met een dubbele'));
    await screen.findByRole('dialog', { name: 'Samenvoegen met een dubbele' });
    await user.type(screen.getByRole('combobox', { name: 'De andere klant' }), 'bries');
    await user.click(await screen.findByRole('option', { name: /Zeilmakerij Bries B.V./ }));
    await screen.findByText(nl.acts.merge.two);
  });
});

describe('a proof of posting', () => {
  it('is something that can be looked at: what is kept with a letter stays', async () => {
    const { user, press, called } = await atCustomer({
      confirm: () => done,
      customer_detail: () =>
        customerDetail({
          letters: [letterRow({ state: 'handed_over', channels: ['letter'], proof: false })],
        }),
    });
    await user.click(await screen.findByRole('tab', { name: 'Documenten' }));
    await user.click(screen.getByRole('button', { name: /^Bevestigen: / }));
    const path = within(await screen.findByRole('dialog')).getByRole('textbox', {
      name: 'Bewijs van verzending',
    });
    await user.type(path, '/tmp/bewijs.docx');
    await press('Bevestigen');
    await screen.findByText(nl.acts.confirm.noProof);
    expect(called('confirm')).toHaveLength(0);
    await user.clear(path);
    await user.type(path, '/tmp/Bewijs.JPG');
    await press('Bevestigen');
    await waitFor(() => expect(called('confirm')).toHaveLength(1));
  });
});

describe('more than there is', () => {
  it('is not waived: it would give up what has not come yet', async () => {
    const { user, retype, press, called } = await atCustomer({ waive: () => done });
    await user.keyboard('k');
    await screen.findByRole('dialog');
    await retype('Rente', '999999');
    await retype('Reden', 'coulance');
    await press('Kwijtschelden');
    screen.getByText(/hooguit € 1\.512,40 rente kwijt te schelden, ook als een betaling/);
    expect(called('waive')).toHaveLength(0);
    // More than is left of it: a payment may have covered interest that is given up as well.
    await retype('Rente', '20,00');
    await press('Kwijtschelden');
    await waitFor(() => expect(called('waive'), 'that money goes to the invoice').toHaveLength(1));
  });

  it('is waived of neither part: what is asked of the one is not there of the other', async () => {
    const { user, retype, press, called } = await atCustomer({
      waive: () => done,
      customer_detail: () => customerDetail({ payments: [] }),
    });
    await user.keyboard('k');
    await screen.findByRole('dialog');
    await retype('Rente', '20,00');
    await retype('Incassokosten', '300');
    await retype('Reden', 'coulance');
    await press('Kwijtschelden');
    screen.getByText(/hooguit € 12,40 rente kwijt te schelden: meer wordt er nu niet gevraagd/);
    screen.getByText(/hooguit € 217,50 aan incassokosten kwijt te schelden/);
    expect(called('waive')).toHaveLength(0);
  });

  it('is not promised, and a day too far is said beside the day only', async () => {
    const { user, retype, press, called } = await atCustomer({
      promise: () => {
        throw refusal({
          code: 'far_promise',
          message: '31 december 2099 is meer dan een jaar ver.',
          fields: [{ field: 'by', code: 'far_promise', message: 'Te ver.' }],
        });
      },
    });
    await user.keyboard('t');
    await screen.findByRole('dialog');
    await retype('Bedrag', '999999,99');
    await press('Toezegging noteren');
    screen.getByText(/meer dan twee keer wat er met rente en kosten gevraagd wordt/);
    expect(called('promise')).toHaveLength(0);
    // More than is asked today: with interest up to that day it may well be owed by then.
    await retype('Bedrag', '2000');
    await press('Toezegging noteren');
    const said = await screen.findByText(/meer dan een jaar ver/);
    expect(said.closest('.field')?.textContent, 'under the day').toContain('Betaalt uiterlijk');
    expect(screen.queryByRole('alert'), 'said once').toBeNull();
  });
});
