import { screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Money } from '../../backend';
import { nl } from '../../i18n/nl';
import { atCustomer } from '../../testing/atCustomer';
import { customerDetail, invoiceDetail, invoiceRow } from '../../testing/customers';

vi.setConfig({ testTimeout: 30_000 });

it('a credit note asks nothing: it is set off, has no last day, and is not paid or promised', async () => {
  const credit = invoiceRow({
    id: 'C-1',
    number: 'C-1',
    kind: 'credit_note',
    amount: '-150.25' as Money,
    open: '-150.25' as Money,
    days_late: null,
    stage: null,
    next: null,
    flags: ['open'],
  });
  const { user } = await atCustomer({
    customer_detail: () => customerDetail({ items: [credit] }),
    invoice_detail: () => invoiceDetail({ row: credit, agreements: [], letters: [], files: [] }),
    invoices: () => ({ total: 1, amount: credit.amount, open: credit.open, rows: [credit] }),
  });
  const items = screen.getByRole('region', { name: 'Open posten' });
  expect(within(items).getByText(nl.invoices.notSettled), 'in the place of a last day').toBeTruthy();
  await user.click(within(items).getByRole('button', { name: 'C-1' }));
  const page = await screen.findByRole('complementary', { name: /C-1/ });
  expect(within(page).getByText(nl.invoices.one.toSetOff)).toBeTruthy();
  expect(within(page).queryByText(nl.invoices.one.due), 'nothing falls due').toBeNull();
  expect(within(page).queryByText(nl.invoices.one.grown), 'it bears no interest').toBeNull();
  expect(within(page).getByText(nl.invoices.one.credit.noLetters)).toBeTruthy();
  expect(within(page).getByText(nl.invoices.one.credit.noFiles)).toBeTruthy();
  expect(within(page).getByText(nl.invoices.one.credit.date)).toBeTruthy();
  const acts = within(page).getByRole('group', { name: 'Doen' });
  expect(within(acts).getByRole('button', { name: 'Notitie' })).toBeTruthy();
  for (const name of ['Betaling', 'Toezegging', 'Pauze'])
    expect(within(acts).queryByRole('button', { name }), name).toBeNull();
  await user.click(within(acts).getByRole('button', { name: 'Notitie' }));
  const dialog = await screen.findByRole('dialog', { name: nl.acts.name.note });
  expect(within(dialog).getByText(/^Creditnota C-1 van /), 'nor is it called an invoice there').toBeTruthy();
});
