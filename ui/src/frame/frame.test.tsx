import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Money } from '../backend';
import { askPrinted, settlePrinted } from '../features/session/atPrinter';
import { setLanguage } from '../i18n';
import { nl } from '../i18n/nl';
import { refusal, renderApp, type Answers } from '../testing/fake';
import { appInfo, open, overview } from '../testing/fixtures';

const inside = (answers: Answers = {}) => renderApp({ app_info: () => appInfo(open), ...answers });

const act = (id: string, what: string, undo = true, run: string | null = null) => ({
  id,
  at: `2026-11-22T08:1${id.slice(2)}:00Z` as never,
  day: '2026-11-22' as never,
  what,
  undo,
  run,
});

describe('the frame', () => {
  afterEach(() => setLanguage('nl'));

  it('does by name what keys do, and asks the core again in another language', async () => {
    const { user, called } = inside();
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'language');
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { level: 1, name: /is open, of which/ });
    await waitFor(() => expect(called('overview').at(-1)?.lang).toBe('en'));
  });

  it('goes to a part of a room by its name, after the customers who are called so', async () => {
    const { user } = inside({
      find: () => ({
        customers: [
          { id: 'K-9', number: '1009', name: 'Eerdere B.V.', city: 'Hoorn', open: '12.00' as Money },
        ],
        invoices: [],
      }),
    });
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'eerdere');
    await screen.findByRole('option', { name: /Eerdere B\.V\./ });
    const list = screen.getByRole('listbox', { name: nl.palette.results });
    const offered = within(list)
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
    expect(offered[0], 'somebody is looked for more often than a place').toContain('Eerdere B.V.');
    expect(offered[1]).toMatch(/Eerdere rondes.*Aanmanen/);
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('tab', { name: 'Eerdere rondes' }).getAttribute('aria-selected')).toBe('true'),
    );
  });

  it('shows the keys on ?', async () => {
    const { user } = inside();
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: 'Toetsen' });
    expect(within(sheet).getByText('Vergrendelen')).toBeTruthy();
  });

  it('goes back to the way in when the administration is closed from its menu', async () => {
    const { user } = inside();
    await user.click(await screen.findByRole('button', { name: /^Administratie Touwslagerij/ }));
    await user.click(await screen.findByRole('menuitem', { name: /Administratie sluiten/ }));
    await screen.findByRole('button', { name: /Nieuwe administratie/ });
  });

  it.each(['last_act_stays', 'already_undone'])('says calmly that nothing is undone: %s', async (code) => {
    const { user } = inside({
      undo: () => {
        throw refusal({ code, message: 'Dit blijft staan.' });
      },
    });
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('{Control>}z{/Control}');
    const said = (await screen.findByText('Dit blijft staan.')).closest('.toast');
    expect(said?.classList.contains('toast-info'), 'no failure, and nothing to close').toBe(true);
  });

  it('keeps everything that was done, and undoes one act of it', async () => {
    const { user, called } = inside({
      history: () => ({
        acts: [act('F-2', 'Pauze tot 30 november.'), act('F-1', 'Brief verstuurd.', false)],
      }),
      undo: () => ({ id: 'F-3', done: 'Pauze ongedaan gemaakt.' }),
    });
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Geschiedenis' });
    await within(dialog).findByText('Brief verstuurd.');
    expect(within(dialog).queryByRole('button', { name: /Brief verstuurd/ }), 'it left the house').toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Ongedaan maken: Pauze tot 30 november.' }));
    await waitFor(() => expect(called('undo')[0]?.payload).toEqual({ id: 'F-2' }));
    await screen.findByText('Pauze ongedaan gemaakt.');
  });

  it('takes no approval back of which a print is still asked about, and any other act', async () => {
    const { user, called } = inside({
      history: () => ({
        acts: [
          act('F-4', 'Pauze tot 30 november.'),
          act('F-3', '4 brieven goedgekeurd', true, 'R-3'),
          act('F-2', '7 brieven goedgekeurd', true, 'R-2'),
        ],
      }),
      undo: ({ id }) => ({ id: 'F-9', done: `${id ?? ''} is ongedaan gemaakt.` }),
    });
    await screen.findByRole('heading', { level: 1 });
    const printed = { run: 'R-2', letters: ['B-17'], alone: false };
    askPrinted(printed);
    await user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}');
    const undo = (what: string) => screen.findByRole('button', { name: `Ongedaan maken: ${what}` });
    await user.click(await undo('7 brieven goedgekeurd'));
    await screen.findByText(/Er is nog niet gezegd of de afgedrukte brieven goed zijn/);
    expect(called('undo'), 'they may be in the post by now').toHaveLength(0);
    await user.click(await undo('4 brieven goedgekeurd'));
    await screen.findByText('F-3 is ongedaan gemaakt.');
    await user.click(await undo('Pauze tot 30 november.'));
    await screen.findByText('F-4 is ongedaan gemaakt.');
    settlePrinted(printed);
    await user.click(await undo('7 brieven goedgekeurd'));
    await screen.findByText('F-2 is ongedaan gemaakt.');
  });

  it('makes a backup where it is told, and says where it is', async () => {
    const { user, called } = inside({ backup: ({ out }) => ({ file: out, sha256: '00' }) });
    await user.click(await screen.findByRole('button', { name: /^Back-up gisteren/ }));
    const field = await screen.findByRole('textbox', { name: 'Waar de back-up komt' });
    expect((field as HTMLInputElement).value).toBe(
      '/home/kees/Touwslagerij De Lijn 2026-11-22.standvast-backup',
    );
    await user.click(screen.getByRole('button', { name: 'Back-up maken' }));
    await screen.findByText('De back-up is gemaakt.');
    expect(called('backup')).toHaveLength(1);
  });

  it('shows long work with its count, and stops it when asked', async () => {
    let finish: (answer: never) => void = () => undefined;
    const { user, called } = inside({
      backup: () => new Promise<never>((resolve) => (finish = resolve)),
      undo: () => new Promise<never>((resolve) => (finish = resolve)),
      job_state: () => ({ job: { job: 'import', label: 'import', done: 120, total: 400 } }),
    });
    await screen.findByRole('heading', { level: 1 });
    expect(called('job_state'), 'nothing is asked while nothing takes long').toHaveLength(0);
    await user.keyboard('{Control>}z{/Control}');
    const bar = await screen.findByRole('progressbar', { name: 'Bestanden inlezen' });
    expect(bar.getAttribute('aria-valuetext')).toBe('120 van 400');
    await user.click(screen.getByRole('button', { name: 'Stoppen' }));
    await waitFor(() => expect(called('job_cancel')[0]?.payload).toEqual({ job: 'import' }));
    finish({ id: 'F-1', done: 'Klaar.' } as never);
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  });

  it('says that the file cannot be written until it can', async () => {
    let broken = true;
    const { user } = inside({
      undo: () => {
        if (!broken) return { id: 'F-1', done: 'Ongedaan gemaakt.' };
        throw refusal({
          code: 'read_only',
          message: 'In deze map mag niet geschreven worden.',
          details: { path: `${open.folder}/data.db` },
        });
      },
    });
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('{Control>}z{/Control}');
    const strip = await screen.findByText(/Wat u typte blijft staan/);
    expect(screen.getAllByText(/mag niet geschreven worden/), 'said once').toHaveLength(1);
    broken = false;
    await user.keyboard('{Control>}z{/Control}');
    await screen.findByText('Ongedaan gemaakt.');
    expect(strip.isConnected, 'gone once something was written').toBe(false);
  });

  it('tells where dropped files belong, and opens an administration that is dropped on the way in', async () => {
    const { drag } = renderApp();
    await screen.findByRole('button', { name: /Nieuwe administratie/ });
    drag({ what: 'over' });
    expect(screen.getByText('Laat los om te openen')).toBeTruthy();
    drag({ what: 'dropped', paths: ['/home/kees/list.csv'] });
    expect(screen.queryByText('Laat los om te openen')).toBeNull();
    await screen.findByText('Open eerst een administratie.');
    drag({ what: 'dropped', paths: ['/home/kees/De Lijn.standvast'] });
    await screen.findByLabelText('Wachtzin');
    expect(screen.getByRole('heading', { name: 'De Lijn' })).toBeTruthy();
  });

  it('asks to put back a backup that is dropped on the way in', async () => {
    const { drag } = renderApp();
    await screen.findByRole('button', { name: /Nieuwe administratie/ });
    drag({ what: 'dropped', paths: ['/stick/De Lijn.standvast-backup'] });
    const field = await screen.findByRole('textbox', { name: 'Bestand van de back-up' });
    expect((field as HTMLInputElement).value).toBe('/stick/De Lijn.standvast-backup');
  });

  it('counts what waits in the rail', async () => {
    inside({ overview: () => overview() });
    const rail = await screen.findByRole('navigation');
    await within(rail).findByRole('button', { name: /Vandaag 2/ });
  });
});
