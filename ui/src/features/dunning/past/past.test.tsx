import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { IsoDate } from '../../../backend';
import { inside, toRun } from '../../../testing/dunning';
import { letterRow, runRow } from '../../../testing/letters';
import { wide } from '../../../testing/wide';

vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => wide(1440));

describe('a past run', () => {
  it('is shown from what was kept, and its paper leaves when the user says it was printed', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const { user, called } = inside({
      run_pdf: () => ({ pdf: btoa('alles'), pages: 1, letters: ['B-1'] }),
      run_printed: () => ({ id: 'F-9', done: 'Afgedrukt.' }),
    });
    await toRun(user);
    await user.click(screen.getByRole('tab', { name: 'Eerdere rondes' }));
    const table = await screen.findByRole('grid', { name: 'Eerdere rondes' });
    await within(table).findByText('2 wachten');
    table.focus();
    await user.keyboard('{Enter}');
    await screen.findByText('bewaard B-1');
    expect(screen.getByText('abc123'), 'the fingerprint of what was kept').toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Afdrukken/ }));
    await screen.findByText('Zijn ze goed afgedrukt?');
    expect(print).toHaveBeenCalledOnce();
    expect(called('run_printed'), 'not before the user says so').toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Ja, alles is goed' }));
    await waitFor(() => expect(called('run_printed')[0]?.payload).toEqual({ run: 'R-9', letters: ['B-1'] }));
    expect(document.querySelector('.print-sheets'), 'nothing for the printer stays behind').toBeNull();
  });

  it('saves e-mails where the user says, and confirms with a day', async () => {
    let left = false;
    const { user, called } = inside(
      {
        run_letters: () => ({
          run: runRow(),
          letters: [letterRow({ channels: ['email'], state: left ? 'handed_over' : 'approved' })],
          changed: [],
        }),
        run_save_mails: () => {
          left = true;
          return { files: [{ file: '/weg/1.eml', sha256: '00' }] };
        },
        run_confirm: () => ({ id: 'F-10', done: 'Bevestigd.' }),
      },
      '/weg',
    );
    await toRun(user);
    await user.click(screen.getByRole('tab', { name: 'Eerdere rondes' }));
    (await screen.findByRole('grid', { name: 'Eerdere rondes' })).focus();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Opslaan als e-mails' }));
    await user.click(await screen.findByRole('button', { name: 'Bevestigen' }));
    await waitFor(() =>
      expect(called('run_confirm')[0]?.payload).toEqual({
        run: 'R-9',
        left_on: '2026-11-22',
        letters: ['B-1'],
      }),
    );
    expect(called('run_save_mails')[0]?.payload).toEqual({ run: 'R-9', out: '/weg', letters: ['B-1'] });
    const said = (await screen.findByText('Bevestigd.')).closest<HTMLElement>('.toast');
    expect(
      within(said as HTMLElement).queryByRole('button', { name: 'Ongedaan maken' }),
      'what left the house has no way back, and none is offered',
    ).toBeNull();
  });

  it('leaves letters behind for which something changed while they waited', async () => {
    const { user, called } = inside({
      run_letters: () => ({
        run: runRow(),
        letters: [letterRow(), letterRow({ letter: 'B-3', customer: 'K-3', name: 'Bistro Luna' })],
        changed: [{ letter: 'B-3', message: 'Er kwam € 640,00 binnen.' }],
      }),
      run_pdf: ({ letters: asked }) => ({ pdf: btoa('alles'), pages: 1, letters: asked ?? [] }),
    });
    vi.stubGlobal('print', vi.fn());
    await toRun(user);
    await user.click(screen.getByRole('tab', { name: 'Eerdere rondes' }));
    (await screen.findByRole('grid', { name: 'Eerdere rondes' })).focus();
    await user.keyboard('{Enter}');
    await screen.findByText(/Bij 1 brief is er iets veranderd/);
    await user.keyboard('{Control>}p{/Control}');
    await waitFor(() =>
      expect(called('run_pdf')[0]?.payload, 'who paid meanwhile gets no reminder').toMatchObject({
        letters: ['B-1'],
      }),
    );
  });

  it('takes back one letter with Backspace and what waits with Shift Backspace, and says so', async () => {
    const back = new Set<string>();
    const both = ['B-1', 'B-2'];
    const { user, called } = inside({
      run_letters: () => ({
        run: runRow({ letters: 2 - back.size, waiting: 2 - back.size, withdrawn: back.size }),
        letters: both.map((letter, at) =>
          letterRow({
            letter,
            name: at === 0 ? 'Zeilmakerij Bries' : 'Bistro Luna',
            ...(back.has(letter)
              ? {
                  state: 'withdrawn' as const,
                  withdrawn: { date: '2026-11-22' as IsoDate, reason: 'verkeerde tekst' },
                }
              : { withdraw: true }),
          }),
        ),
        changed: [],
      }),
      letters_withdraw: ({ letters }) => {
        const gone = letters ?? both.filter((letter) => !back.has(letter));
        gone.forEach((letter) => back.add(letter));
        return { id: 'F-9', done: 'Eén brief is teruggenomen.', letters: [...gone], stayed: [] };
      },
    });
    await toRun(user);
    await user.click(screen.getByRole('tab', { name: 'Eerdere rondes' }));
    (await screen.findByRole('grid', { name: 'Eerdere rondes' })).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('button', { name: /^Alle 2 terugnemen/ });
    await user.keyboard('{Backspace}');
    await waitFor(() => expect(called('letters_withdraw')[0]?.payload).toEqual({ letters: ['B-1'] }));
    await screen.findByText(/Teruggenomen op 22 nov.* verkeerde tekst/);
    expect(
      screen.queryByRole('button', { name: 'Opslaan' }),
      'nothing of a letter that was taken back leaves',
    ).toBeNull();
    expect(screen.getByRole('option', { name: /Zeilmakerij Bries.*ingetrokken/ })).toBeTruthy();
    await user.keyboard('{Shift>}{Backspace}{/Shift}');
    await waitFor(() => expect(called('letters_withdraw')[1]?.payload).toEqual({ run: 'R-9' }));
    await screen.findByText(/Deze ronde is helemaal teruggenomen/);
    expect(screen.queryByRole('button', { name: /Verzendlijst/ }), 'nothing was sent').toBeNull();
  });

  it('takes back the letters for which something changed, and those only', async () => {
    const { user, called } = inside({
      run_letters: () => ({
        run: runRow(),
        letters: [
          letterRow({ withdraw: true }),
          letterRow({ letter: 'B-3', customer: 'K-3', name: 'Bistro Luna', withdraw: true }),
        ],
        changed: [{ letter: 'B-3', message: 'Er kwam € 640,00 binnen.' }],
      }),
      letters_withdraw: () => ({ id: 'F-9', done: 'Teruggenomen.', letters: ['B-3'], stayed: [] }),
    });
    await toRun(user);
    await user.click(screen.getByRole('tab', { name: 'Eerdere rondes' }));
    (await screen.findByRole('grid', { name: 'Eerdere rondes' })).focus();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Deze terugnemen' }));
    await waitFor(() => expect(called('letters_withdraw')[0]?.payload).toEqual({ letters: ['B-3'] }));
  });

  it('asks of a letter printed by itself whether it printed well, for then it has left', async () => {
    vi.stubGlobal('print', vi.fn());
    const { user, called } = inside({
      run_letters: () => ({ run: runRow(), letters: [letterRow({ withdraw: true })], changed: [] }),
      run_printed: () => ({ id: 'F-9', done: 'Genoteerd.' }),
    });
    await toRun(user);
    await user.click(screen.getByRole('tab', { name: 'Eerdere rondes' }));
    (await screen.findByRole('grid', { name: 'Eerdere rondes' })).focus();
    await user.keyboard('{Enter}');
    await screen.findByText('bewaard B-1');
    await user.click(screen.getByRole('button', { name: 'Meer' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Afdrukken' }));
    await user.click(await screen.findByRole('button', { name: 'Ja, alles is goed' }));
    await waitFor(() => expect(called('run_printed')[0]?.payload).toEqual({ run: 'R-9', letters: ['B-1'] }));
  });
});
