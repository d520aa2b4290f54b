import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { InvoiceRow, Money, SetOffOutcome } from '../../backend';
import { nl } from '../../i18n/nl';
import { atCustomer } from '../../testing/atCustomer';
import { customerDetail, invoiceDetail, invoiceRow } from '../../testing/customers';
import { inside, toRun } from '../../testing/dunning';
import { refusal } from '../../testing/fake';
import { proposalsPage } from '../../testing/fixtures';
import { run } from '../../testing/letters';

vi.setConfig({ testTimeout: 30_000 });

const note = (id: string, open: string): InvoiceRow =>
  invoiceRow({
    id,
    number: id,
    kind: 'credit_note',
    amount: open as Money,
    open: open as Money,
    due: null,
    days_late: null,
    stage: null,
    next: null,
    flags: ['open'],
  });

const outcome: SetOffOutcome = {
  credit_before: '150.25' as Money,
  taken: '150.25' as Money,
  open_after: '49.75' as Money,
  credit_after: '0.00' as Money,
  loosened: '0.00' as Money,
  remarks: ['De factuur is overgedragen.'],
};

const young = invoiceRow({ id: 'N-2', number: 'N-2', due: invoiceRow().due, open: '200.00' as Money });
const old = invoiceRow({
  id: 'N-1',
  number: 'N-1',
  due: '2025-01-31' as InvoiceRow['due'],
  open: '200.00' as Money,
});

it('proposes the oldest invoice, says what it will do in the figures of the core, and does it', async () => {
  const credit = note('C-1', '-150.25');
  const { user, press, payload } = await atCustomer({
    customer_detail: () => customerDetail({ items: [credit, young, old] }),
    invoice_detail: () => invoiceDetail({ row: credit, agreements: [], letters: [] }),
    invoices: () => ({ total: 1, amount: credit.amount, open: credit.open, rows: [credit] }),
    credit_set_off_preview: () => outcome,
    credit_set_off: () => ({ id: 'F-9', done: 'Creditnota C-1 verrekend.' }),
  });
  await user.click(screen.getByRole('button', { name: 'C-1' }));
  const page = await screen.findByRole('complementary', { name: /C-1/ });
  await user.click(within(page).getByRole('button', { name: nl.acts.short.setOff }));
  const dialog = await screen.findByRole('dialog', { name: nl.acts.name.setOff });
  await within(dialog).findByText('De factuur is overgedragen.');
  expect(payload('credit_set_off_preview'), 'the oldest is proposed').toEqual({
    credit: 'C-1',
    invoice: 'N-1',
  });
  expect(within(dialog).getByText(/49,75/), 'what will be open').toBeTruthy();
  await press(nl.acts.setOff.submit);
  await waitFor(() => expect(payload('credit_set_off')).toEqual({ credit: 'C-1', invoice: 'N-1' }));
  await screen.findByText('Creditnota C-1 verrekend.');
});

it('is begun by key at the customer, asks which credit note, and says under the invoice what is wrong', async () => {
  const { user, press } = await atCustomer({
    customer_detail: () => customerDetail({ items: [note('C-1', '-150.25'), note('C-2', '-10.00'), old] }),
    credit_set_off_preview: () => outcome,
    credit_set_off: () => {
      throw refusal({ code: 'invoice_nothing_open', message: 'Niets meer open.', hint: 'Kies een andere.' });
    },
  });
  await user.keyboard('v');
  const dialog = await screen.findByRole('dialog', { name: nl.acts.name.setOff });
  expect(within(dialog).getByText(nl.acts.setOff.credit), 'there are two').toBeTruthy();
  await press(nl.acts.setOff.submit);
  await within(dialog).findByText('Niets meer open. Kies een andere.');
});

it('does nothing before what it does is shown, and keeps the figures until the next are there', async () => {
  const answers: (() => void)[] = [];
  const { user, press, called } = await atCustomer({
    customer_detail: () => customerDetail({ items: [note('C-1', '-150.25'), young, old] }),
    credit_set_off_preview: ({ invoice }) =>
      new Promise((answer) => {
        const open = (invoice === 'N-1' ? '49.75' : '33.33') as Money;
        answers.push(() => answer({ ...outcome, open_after: open }));
      }),
    credit_set_off: () => ({ id: 'F-9', done: 'Creditnota C-1 verrekend.' }),
  });
  await user.keyboard('v');
  const dialog = await screen.findByRole('dialog', { name: nl.acts.name.setOff });
  await press(nl.acts.setOff.submit);
  expect(called('credit_set_off'), 'nobody has seen yet what it does').toHaveLength(0);
  const submit = within(dialog).getByRole('button', { name: new RegExp(nl.acts.setOff.submit) });
  expect(document.activeElement, 'who was too early needs not find it again').toBe(submit);
  act(() => answers[0]?.());
  await within(dialog).findByText(/49,75/);
  await user.click(within(dialog).getByRole('button', { name: /^(Factuur|.*N-1)/ }));
  await user.click(await screen.findByRole('option', { name: /N-2/ }));
  await waitFor(() => expect(answers).toHaveLength(2));
  expect(within(dialog).getByText(/49,75/), 'the dialog does not jump').toBeTruthy();
  await press(nl.acts.setOff.submit);
  expect(called('credit_set_off'), 'those are the figures of another invoice').toHaveLength(0);
  act(() => answers[1]?.());
  await within(dialog).findByText(/33,33/);
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(called('credit_set_off')[0]?.payload).toEqual({ credit: 'C-1', invoice: 'N-2' }),
  );
});

it('says so when the customer has no invoice to set it off against', async () => {
  const { user } = await atCustomer({
    customer_detail: () => customerDetail({ items: [note('C-1', '-150.25')] }),
  });
  await user.keyboard('v');
  const dialog = await screen.findByRole('dialog', { name: nl.acts.name.setOff });
  expect(within(dialog).getByText(nl.acts.setOff.noInvoice)).toBeTruthy();
});

it('is not offered where there is no credit', async () => {
  const { user } = await atCustomer();
  expect(screen.queryByRole('button', { name: nl.acts.short.setOff })).toBeNull();
  await user.keyboard('v');
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('is what the check before sending leads to, for the customer of the letter', async () => {
  const waits = run.map((letter) =>
    letter.customer === 'K-1'
      ? {
          ...letter,
          gate: 'amber' as const,
          reasons: [{ code: 'open_credit', message: 'Er is nog tegoed.' }],
        }
      : letter,
  );
  const { user, called } = inside({
    proposals: (ask) => proposalsPage(ask, waits),
    customer_detail: () => customerDetail({ items: [note('C-1', '-150.25'), old] }),
    credit_set_off_preview: () => outcome,
  });
  const list = await toRun(user);
  await user.click(within(list).getByRole('option', { name: /Zeilmakerij Bries/ }));
  await user.click(await screen.findByRole('button', { name: nl.dunning.letter.remedy.credit }));
  await screen.findByRole('dialog', { name: nl.acts.name.setOff });
  expect(called('customer_detail').at(-1)?.payload).toEqual({ customer: 'K-1' });
});
