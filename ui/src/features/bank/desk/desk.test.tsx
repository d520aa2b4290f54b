import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { atTheDesk, list, toBank } from '../../../testing/atDesk';
import { deskLine, deskProposal } from '../../../testing/bank';
import { refusal } from '../../../testing/fake';
import { open } from '../../../testing/fixtures';

const second = deskProposal({ customer: 'K-2', name: 'Bries Holding B.V.', certainty: 'possible' });

describe('Koppelen', () => {
  it('books exactly what is shown with Enter, and takes it back with Backspace', async () => {
    const { user, called } = atTheDesk([deskLine(), deskLine({ id: 'L-2', payer: 'Tweede' })]);
    await toBank(user);
    expect(
      screen.getByText('De omschrijving noemt factuur 2026-17.'),
      'every proposal has its reasons',
    ).toBeTruthy();
    await user.keyboard('{Enter}');
    await screen.findByText('Nog 1 van 2 te koppelen');
    expect(called('match_accept').map(({ payload }) => payload)).toEqual([
      { line: 'L-1', customer: 'K-1', parts: [{ invoice: 'I-17', amount: '1500.00' }] },
    ]);
    await user.keyboard('{Backspace}');
    await screen.findByText('Nog 2 van 2 te koppelen');
    expect(called('undo').map(({ payload }) => payload)).toEqual([{ id: 'F-1' }]);
    (await list()).focus();
    await user.keyboard('{Enter}');
    await screen.findByText('Nog 1 van 2 te koppelen');
    await user.keyboard('{Control>}z{/Control}');
    await screen.findByText('Nog 2 van 2 te koppelen');
    expect(called('undo').at(-1)?.payload, 'the usual key takes back the same').toEqual({ id: 'F-1' });
  });

  it('chooses another reading by arrow or figure', async () => {
    const { user, called } = atTheDesk([deskLine({ class: 'choice', proposals: [deskProposal(), second] })]);
    await toBank(user);
    await user.keyboard('2{Enter}');
    await waitFor(() => expect(called('match_accept')).toHaveLength(1));
    expect(called('match_accept')[0]?.payload).toMatchObject({ customer: 'K-2' });
    await screen.findByRole('heading', { name: 'Alles is gekoppeld' });
  });

  it('does not book a line of which nothing is known', async () => {
    const { user, called } = atTheDesk([deskLine({ class: 'unknown', proposals: [] })]);
    await toBank(user);
    await user.keyboard('{Enter}');
    await screen.findByText('Van wie is dit?');
    expect(called('match_accept')).toEqual([]);
  });

  it('takes nobody who was found for fewer letters than were typed', async () => {
    const known = (customer: string, name: string) => ({
      customer,
      number: customer,
      name,
      city: 'Hoorn',
      paid_before: false,
      open: '10.00' as never,
      invoices: [],
    });
    const { user } = atTheDesk([deskLine({ class: 'unknown', proposals: [] })], {
      bank_candidates: ({ search }) => ({
        amount: '1500.00' as never,
        customers: search === 'bries' ? [known('K-2', 'Bries')] : [known('K-1', 'Gemeente Domburg')],
      }),
    });
    await toBank(user);
    await user.keyboard('/');
    await screen.findByText('Gemeente Domburg');
    await user.keyboard('bries{ArrowDown}');
    await waitFor(() => expect(document.activeElement?.getAttribute('data-key')).toBe('K-2'));
    await user.keyboard('{Enter}');
    await screen.findByText('Openstaand bij Bries');
  });

  it('comes back from a lock to the division that was being typed', async () => {
    const bries = {
      customer: 'K-2',
      number: 'K-2',
      name: 'Bries',
      city: 'Hoorn',
      open: '20.00' as never,
      invoices: [{ invoice: 'I-1', number: '2026-1', due: null, open: '20.00' as never, named: false }],
    };
    const { user } = atTheDesk([deskLine(), deskLine({ id: 'L-2', class: 'unknown', proposals: [] })], {
      bank_candidates: () => ({ amount: '1500.00' as never, customers: [bries as never] }),
      administration_open: () => ({ session: open }),
    });
    await toBank(user);
    await user.keyboard('{ArrowDown}/');
    await user.click(await screen.findByRole('option', { name: /^Bries/ }));
    const field = await screen.findByRole('textbox', { name: /2026-1/ });
    await user.clear(field);
    await user.type(field, '7,77');
    await user.keyboard('{Control>}l{/Control}');
    await user.type(await screen.findByLabelText('Wachtzin'), 'vier koeien{Enter}');
    const again = await screen.findByRole('textbox', { name: /2026-1/ });
    expect((again as HTMLInputElement).value).toBe('7,77');
    await user.keyboard('{Enter}');
    await screen.findByText('Nog 1 van 2 te koppelen');
    (await list()).focus();
    await user.keyboard('{Backspace}');
    await screen.findByText('Nog 2 van 2 te koppelen');
    expect(
      screen.queryByRole('textbox', { name: /2026-1/ }),
      'what was booked is no longer typed',
    ).toBeNull();
  });

  it('says why when the core refuses, and keeps the line', async () => {
    const { user } = atTheDesk([deskLine()], {
      match_accept: () => {
        throw refusal({ code: 'line_booked', message: 'Deze bankregel is al geboekt.' });
      },
    });
    await toBank(user);
    await user.keyboard('{Enter}');
    await screen.findByText('Deze bankregel is al geboekt.');
    expect(screen.getByText('Nog 1 van 1 te koppelen')).toBeTruthy();
  });

  it('says of which account other lines would go aside too, whatever name they bear', async () => {
    const out = { class: 'out' as const, proposals: [], alike: 3 };
    const { user } = atTheDesk([deskLine({ ...out, payer: 'Verzekeraar' })]);
    await toBank(user);
    await user.keyboard('d');
    await screen.findByText(/^Ook de 2 andere regels van rekening NL91.ABNA.0417.1643.00$/);
  });

  it('sets a line aside with what it is', async () => {
    const { user, called } = atTheDesk([deskLine({ class: 'out', proposals: [] })]);
    await toBank(user);
    await user.keyboard('d');
    await screen.findByRole('dialog');
    await user.click(screen.getByRole('radio', { name: 'Belasting' }));
    await user.click(screen.getByRole('button', { name: 'Opzijleggen' }));
    await waitFor(() => expect(called('dismiss')).toHaveLength(1));
    expect(called('dismiss')[0]?.payload).toEqual({ line: 'L-1', reason: 'Belasting' });
  });
});
