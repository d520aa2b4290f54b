import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { CandidateRow, Money } from '../../../backend';
import { nl } from '../../../i18n/nl';
import { atTheDesk, toBank } from '../../../testing/atDesk';
import { deskLine } from '../../../testing/bank';

const known = (customer: string, name: string): CandidateRow => ({
  customer,
  number: customer,
  name,
  city: 'Hoorn',
  paid_before: false,
  open: '10.00' as Money,
  invoices: [],
});

const box = () => screen.findByRole('searchbox', { name: nl.bank.pick.search });
const option = (name: RegExp) => screen.findByRole('option', { name });
/** Long enough for what would have been picked unasked. */
const aMoment = () => act(() => new Promise((later) => setTimeout(later, 60)));

it('takes nobody unseen for whoever went back from the list to the box', async () => {
  const customers = [known('K-1', 'Bries'), known('K-2', 'Noord')];
  const { user } = atTheDesk([deskLine({ class: 'unknown', proposals: [] })], {
    bank_candidates: () => ({ amount: '10.00' as Money, customers }),
  });
  await toBank(user);
  await user.keyboard('/');
  await option(/^Bries/);
  (await box()).focus();
  await user.keyboard('{ArrowDown}');
  await waitFor(async () => expect(document.activeElement).toBe(await option(/^Bries/)));
  await user.keyboard('{ArrowDown}');
  (await box()).focus();
  await user.keyboard('{Enter}');
  await aMoment();
  expect(document.activeElement, 'it is looked at once more').toBe(await option(/^Bries/));
});

it('takes nobody who is found only after there was nobody', async () => {
  let customers: CandidateRow[] = [];
  const { user, queries, called } = atTheDesk([deskLine({ class: 'unknown', proposals: [] })], {
    bank_candidates: () => ({ amount: '10.00' as Money, customers }),
  });
  await toBank(user);
  await user.keyboard('/');
  await user.type(await box(), 'Noord{ArrowDown}{Enter}');
  await screen.findByText(nl.bank.pick.none);
  await aMoment();
  customers = [known('K-2', 'Noord')];
  const asked = called('bank_candidates').length;
  await act(() => queries.invalidateQueries({ queryKey: ['bank_candidates'] }));
  await waitFor(() => expect(called('bank_candidates').length).toBeGreaterThan(asked));
  await aMoment();
  expect(await option(/^Noord/), 'offered, and not taken').toBeTruthy();
});
