import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { atTheDesk, list, toBank } from '../../../testing/atDesk';
import { deskLine } from '../../../testing/bank';
import { tellActs } from '../../session/acts';

describe('coming back to Koppelen', () => {
  it('never books more than is open when an invoice was paid from another line meanwhile', async () => {
    let paid = false;
    const customers = () => [
      {
        customer: 'K-2',
        number: null,
        name: 'Bries',
        city: 'Hoorn',
        paid_before: false,
        open: '120.00' as never,
        invoices: [
          ...(paid
            ? []
            : [
                {
                  invoice: 'I-1',
                  number: '2026-1',
                  date: '2026-10-01' as never,
                  due: null,
                  amount: '100.00' as never,
                  open: '100.00' as never,
                  named: false,
                },
              ]),
          {
            invoice: 'I-2',
            number: '2026-2',
            date: '2026-10-02' as never,
            due: null,
            amount: '20.00' as never,
            open: '20.00' as never,
            named: false,
          },
        ],
      },
    ];
    const { user, called } = atTheDesk(
      [
        deskLine({ class: 'unknown', amount: '100.00' as never, proposals: [] }),
        deskLine({ id: 'L-2', payer: 'Tweede' }),
      ],
      { bank_candidates: () => ({ amount: '100.00' as never, customers: customers() }) },
    );
    await toBank(user);
    await user.keyboard('/');
    await user.click(await screen.findByRole('option', { name: /^Bries/ }));
    const field = await screen.findByRole('textbox', { name: /2026-1$/ });
    expect((field as HTMLInputElement).value).toBe('100,00');
    (await list()).focus();
    await user.keyboard('{ArrowDown}');
    await screen.findByRole('heading', { name: 'Tweede' });
    paid = true;
    await user.keyboard('{ArrowUp}');
    const again = await screen.findByRole('textbox', { name: /2026-1$/ });
    expect((again as HTMLInputElement).value, 'what was typed is not lost').toBe('100,00');
    again.focus();
    await user.keyboard('{Enter}');
    await screen.findByText('Hier staat niets meer open. Maak dit leeg.');
    expect(screen.getByText('Meer verdeeld dan er openstaat')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(called('match_accept'), 'it would be paid twice').toEqual([]);
    await user.clear(again);
    await user.type(screen.getByRole('textbox', { name: /2026-2$/ }), '20{Enter}');
    await waitFor(() => expect(called('match_accept')).toHaveLength(1));
    expect(called('match_accept')[0]?.payload).toEqual({
      line: 'L-1',
      customer: 'K-2',
      parts: [{ invoice: 'I-2', amount: '20.00' }],
    });
  });

  it('still takes back what was done here, when nothing was done elsewhere since', async () => {
    const { user, called } = atTheDesk([deskLine(), deskLine({ id: 'L-2', payer: 'Tweede' })]);
    await toBank(user);
    await user.keyboard('{Enter}');
    await screen.findByText('Nog 1 van 2 te koppelen');
    await user.keyboard('{Control>}1{/Control}');
    await waitFor(() => expect(screen.queryByText('Nog 1 van 2 te koppelen')).toBeNull());
    await toBank(user);
    await user.keyboard('{Backspace}');
    await waitFor(() => expect(called('undo')).toHaveLength(1));
    expect(called('undo')[0]?.payload, 'that very booking').toHaveProperty('id');
  });

  it('leaves undoing to the window when something was done elsewhere since', async () => {
    const { user, called } = atTheDesk([deskLine(), deskLine({ id: 'L-2', payer: 'Tweede' })]);
    await toBank(user);
    await user.keyboard('{Enter}');
    await screen.findByText('Nog 1 van 2 te koppelen');
    await user.keyboard('{Control>}1{/Control}');
    await waitFor(() => expect(screen.queryByText('Nog 1 van 2 te koppelen')).toBeNull());
    act(tellActs);
    await toBank(user);
    await user.keyboard('{Backspace}{Control>}z{/Control}');
    await waitFor(() => expect(called('undo')).toHaveLength(1));
    expect(called('undo')[0]?.payload, 'the last act may be another by now').toEqual({});
  });

  it('does not undo again what was undone in the history', async () => {
    const { user, called } = atTheDesk([deskLine(), deskLine({ id: 'L-2', payer: 'Tweede' })], {
      history: () => ({
        acts: [
          {
            id: 'F-1',
            at: '2026-11-22T08:10:00Z' as never,
            day: '2026-11-22' as never,
            what: 'Geboekt.',
            undo: true,
            run: null,
          },
        ],
      }),
    });
    await toBank(user);
    await user.keyboard('{Enter}');
    await screen.findByText('Nog 1 van 2 te koppelen');
    await user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}');
    await user.click(await screen.findByRole('button', { name: 'Ongedaan maken: Geboekt.' }));
    await waitFor(() => expect(called('undo')).toHaveLength(1));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('{Backspace}{Control>}z{/Control}');
    await waitFor(() => expect(called('undo')).toHaveLength(2));
    expect(called('undo').map(({ payload }) => payload)).toEqual([{ id: 'F-1' }, {}]);
  });
});
