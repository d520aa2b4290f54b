import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { atCustomer } from '../../testing/atCustomer';
import { customerDetail, customerRow, invoiceRow } from '../../testing/customers';

vi.setConfig({ testTimeout: 30_000 });

describe('what is open', () => {
  it('shows few enough invoices to see what stands below, and the rest when asked', async () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      invoiceRow({ id: `F-${index}`, number: `F-${index}` }),
    );
    const { user } = await atCustomer({ customer_detail: () => customerDetail({ items: many }) });
    const table = screen.getByRole('region', { name: 'Open posten' });
    expect(within(table).getAllByRole('row'), 'a head and twelve').toHaveLength(13);
    await user.click(screen.getByRole('button', { name: 'Nog 28 tonen' }));
    expect(within(table).getAllByRole('row')).toHaveLength(41);
  });

  it('says of a claim that what was handed over is not in it', async () => {
    await atCustomer({
      customer_detail: () => customerDetail({ row: customerRow({ flags: ['open', 'late', 'handed_over'] }) }),
    });
    expect(screen.getByText('Zonder wat is overgedragen.')).toBeTruthy();
  });
});

describe('the head of a customer', () => {
  it('says why the kind is what it is, and writes to no other address than the one shown', async () => {
    await atCustomer({
      customer_detail: () => customerDetail({ email: 'post@bries.example?bcc=dief@x.example' }),
    });
    expect(screen.getByText(/omdat: ingeschreven bij de KvK/)).toBeTruthy();
    const link = screen.getByRole('link', { name: /^Mail post@bries/ });
    expect(link.getAttribute('href'), 'nothing in an address becomes a second one').toBe(
      'mailto:post@bries.example%3Fbcc%3Ddief%40x.example',
    );
  });

  it('warns that an unknown kind counts as a consumer, and says what is missing', async () => {
    await atCustomer({
      customer_detail: () =>
        customerDetail({
          row: customerRow({ kind: 'unknown', city: null, flags: ['open', 'kind_unknown', 'disputed'] }),
          kind_reason: null,
          phone: null,
          email: null,
          street: null,
          postcode: null,
          postal_city: null,
        }),
    });
    const page = screen.getByRole('complementary', { name: 'Zeilmakerij Bries' });
    expect(within(page).getByText(/Wordt als consument behandeld/)).toBeTruthy();
    expect(within(page).getByText('Geen telefoon of e-mail bekend.')).toBeTruthy();
    expect(within(page).getByText('Geen adres bekend.')).toBeTruthy();
    expect(within(page).getByText('betwist')).toBeTruthy();
  });
});
