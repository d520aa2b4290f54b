import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inside, toRun } from '../../../testing/dunning';
import { open } from '../../../testing/fixtures';
import type { Answers } from '../../../testing/fake';
import { letterRow, runRow } from '../../../testing/letters';
import { wide } from '../../../testing/wide';

vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  vi.stubGlobal('print', vi.fn());
  wide(1440);
});

type Channels = ReturnType<typeof letterRow>['channels'];

/** The page of a run with one letter that could still be taken back. */
async function atRun(channels: Channels, answers: Answers = {}) {
  let state: 'approved' | 'handed_over' = 'approved';
  const app = inside({
    run_letters: () => ({
      run: runRow(),
      letters: [letterRow({ channels, state, withdraw: state === 'approved' })],
      changed: [],
    }),
    run_pdf: () => ({ pdf: btoa('alles'), pages: 1, letters: ['B-1'] }),
    run_printed: () => {
      state = 'handed_over';
      return { id: 'F-9', done: 'Afgedrukt.' };
    },
    letters_withdraw: () => ({ id: 'F-9', done: 'Teruggenomen.', letters: ['B-1'], stayed: [] }),
    administration_open: () => ({ session: open }),
    ...answers,
  });
  await toRun(app.user);
  await app.user.click(screen.getByRole('tab', { name: 'Eerdere rondes' }));
  (await screen.findByRole('grid', { name: 'Eerdere rondes' })).focus();
  await app.user.keyboard('{Enter}');
  await screen.findByText('bewaard B-1');
  return app;
}

type User = Awaited<ReturnType<typeof atRun>>['user'];

async function printAlone(user: User) {
  await user.click(screen.getByRole('button', { name: 'Meer' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Afdrukken' }));
}

/** Every key that takes letters back, from the list. */
async function takeBackByKeys(user: User) {
  (await screen.findByRole('listbox', { name: 'Brieven van deze ronde' })).focus();
  await user.keyboard('{Backspace}{Shift>}{Backspace}{/Shift}{Control>}z{/Control}');
}

const headButton = () => screen.getByRole<HTMLButtonElement>('button', { name: /^1 brief terugnemen/ });

describe('letters at the printer', () => {
  it('prints once more what came out wrong after all, and asks and notes nothing again', async () => {
    const { user, called } = await atRun(['letter']);
    await user.click(screen.getByRole('button', { name: /^Afdrukken/ }));
    await user.click(await screen.findByRole('button', { name: 'Ja, alles is goed' }));
    await user.click(await screen.findByRole('button', { name: 'Druk de brief nogmaals af' }));
    await waitFor(() => expect(called('run_pdf')).toHaveLength(2));
    expect(called('run_printed'), 'it had left already').toHaveLength(1);
    await screen.findByRole('button', { name: 'Druk de brief nogmaals af' });
    expect(screen.queryByText('Zijn ze goed afgedrukt?')).toBeNull();
  });

  it('takes nothing back of a run, wherever one was meanwhile, until it is said how it printed', async () => {
    const { user, called } = await atRun(['letter']);
    expect(headButton().disabled).toBe(false);
    await user.click(screen.getByRole('button', { name: /^Afdrukken/ }));
    await screen.findByText('Zijn ze goed afgedrukt?');
    expect(headButton().disabled, 'the letters may be in the post').toBe(true);
    expect(document.activeElement?.textContent, 'one Enter too many says nothing that stays').toBe(
      'Nee, nog niet',
    );
    await takeBackByKeys(user);

    await user.keyboard('{Control>}1{/Control}');
    await waitFor(() => expect(screen.queryByText('Zijn ze goed afgedrukt?')).toBeNull());
    await user.keyboard('{Control>}z{/Control}');
    await screen.findByText(/nog niet gezegd of de afgedrukte brieven goed zijn/);
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await screen.findByText('Zijn ze goed afgedrukt?');

    await user.keyboard('{Control>}l{/Control}');
    await user.type(await screen.findByLabelText('Wachtzin'), 'vier koeien{Enter}');
    await screen.findByText('Zijn ze goed afgedrukt?');
    expect(headButton().disabled).toBe(true);
    await takeBackByKeys(user);
    expect(called('letters_withdraw'), 'not by any key').toEqual([]);
    expect(called('undo'), 'nor by undoing the approval').toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Nee, nog niet' }));
    await waitFor(() => expect(headButton().disabled).toBe(false));
    await user.keyboard('{Shift>}{Backspace}{/Shift}');
    await waitFor(() => expect(called('letters_withdraw')[0]?.payload).toEqual({ run: 'R-9' }));
  });

  it('keeps asking about one letter too, and keeps the question when the answer could not be noted', async () => {
    let full = true;
    const { user, called } = await atRun(['letter'], {
      run_printed: () => {
        if (full) throw new Error('vol');
        return { id: 'F-9', done: 'Genoteerd.' };
      },
    });
    await printAlone(user);
    await screen.findByText('Zijn ze goed afgedrukt?');
    expect(headButton().disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Alle rondes' }));
    (await screen.findByRole('grid', { name: 'Eerdere rondes' })).focus();
    await user.keyboard('{Enter}');
    await screen.findByText('Zijn ze goed afgedrukt?');
    await takeBackByKeys(user);
    expect(called('letters_withdraw')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Ja, alles is goed' }));
    await waitFor(() => expect(called('run_printed')).toHaveLength(1));
    expect(screen.getByText('Zijn ze goed afgedrukt?'), 'it is not noted yet').toBeTruthy();
    full = false;
    await user.click(screen.getByRole('button', { name: 'Ja, alles is goed' }));
    await waitFor(() => expect(screen.queryByText('Zijn ze goed afgedrukt?')).toBeNull());
  });

  it('asks of a letter by e-mail whether its print is posted, and notes it like one on paper', async () => {
    const { user, called } = await atRun(['email']);
    await printAlone(user);
    const asked = await screen.findByText('Gaat deze afdruk op de post?');
    await takeBackByKeys(user);
    expect(called('letters_withdraw'), 'it may be in the post').toEqual([]);
    const pane = asked.parentElement as HTMLElement;
    await user.click(within(pane).getByRole('button', { name: 'Ja, hij gaat op de post' }));
    await waitFor(() => expect(called('run_printed')).toHaveLength(1));
    expect(called('run_printed')[0]?.payload).toEqual({ run: 'R-9', letters: ['B-1'] });
    expect(called('letter_save'), 'no file is needed for it').toEqual([]);
    await waitFor(() => expect(screen.queryByText('Gaat deze afdruk op de post?')).toBeNull());
  });
});
