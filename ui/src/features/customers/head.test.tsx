import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { atCustomer } from '../../testing/atCustomer';
import { customerDetail, customerRow } from '../../testing/customers';

vi.setConfig({ testTimeout: 30_000 });

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
