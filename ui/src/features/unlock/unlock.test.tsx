import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { atCustomer } from '../../testing/atCustomer';
import { refusal, renderApp } from '../../testing/fake';
import { deskPage } from '../../testing/bank';
import { appInfo, open, overview } from '../../testing/fixtures';

const locked = { state: 'locked', folder: open.folder, name: open.name } as const;
const wrongKey = () => {
  const message = 'Deze wachtzin past niet.';
  throw refusal({
    code: 'wrong_key',
    message,
    fields: [{ field: 'passphrase', code: 'wrong_key', message }],
  });
};

describe('unlocking', () => {
  it('opens with the passphrase', async () => {
    const { user, called } = renderApp({ app_info: () => appInfo(locked) });
    await user.type(await screen.findByLabelText('Wachtzin'), 'sesam{Enter}');
    await screen.findByRole('heading', { level: 1, name: /48\.210,35/ });
    expect(called('administration_open')[0]?.payload).toEqual({
      folder: open.folder,
      passphrase: 'sesam',
      remember: false,
    });
  });

  it.each([
    ['not_an_administration', 'Op deze plek staat geen hele administratie.'],
    ['not_found', 'Deze administratie staat niet meer op deze plek.'],
    ['damaged', 'Het bestand van deze administratie is beschadigd.'],
  ])('says what to do when the folder has suffered (%s), and leads to a backup', async (code, words) => {
    const { user } = renderApp({
      app_info: () => appInfo(locked),
      administration_open: () => {
        throw refusal({ code, message: 'the keys is damaged', hint: "'restore'" });
      },
    });
    await user.type(await screen.findByLabelText('Wachtzin'), 'sesam{Enter}');
    const said = await screen.findByRole('alert');
    expect(said.textContent).toContain(words);
    expect(said.textContent, 'no word of the command line').not.toContain("'restore'");
    await user.click(screen.getByRole('button', { name: 'Back-up terugzetten…' }));
    await screen.findByRole('dialog', { name: 'Back-up terugzetten' });
  });

  it('says in words that the key is wrong, at the field', async () => {
    const { user } = renderApp({ app_info: () => appInfo(locked), administration_open: wrongKey });
    const field = await screen.findByLabelText('Wachtzin');
    await user.type(field, 'fout{Enter}');
    await screen.findByText('Deze wachtzin past niet.');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const input = field as HTMLInputElement;
    await waitFor(() =>
      expect([input.selectionStart, input.selectionEnd], 'typed over, not behind').toEqual([0, 4]),
    );
  });

  it('opens with the recovery code, or with the keychain when it holds the key', async () => {
    const { user, called } = renderApp({
      app_info: () => appInfo(locked),
      keychain_status: () => ({ available: true, stored: true, why: null }),
      administration_open: () => new Promise(() => undefined),
    });
    await user.click(await screen.findByRole('button', { name: 'Ik weet de wachtzin niet meer' }));
    await user.type(screen.getByRole('textbox', { name: 'Herstelcode' }), 'aaaa-bbbb{Enter}');
    expect(called('administration_open')[0]?.payload).toMatchObject({ recovery_code: 'aaaa-bbbb' });
  });
});

describe('whoever forgot the passphrase', () => {
  it('is told once that a new one can be chosen, with the way there', async () => {
    const { user } = renderApp({ app_info: () => appInfo(locked) });
    await user.click(await screen.findByRole('button', { name: 'Ik weet de wachtzin niet meer' }));
    await user.type(screen.getByRole('textbox', { name: 'Herstelcode' }), 'aaaa-bbbb{Enter}');
    await screen.findByText('U kwam binnen met de herstelcode.');
    await user.click(screen.getByRole('button', { name: 'Wachtzin kiezen' }));
    await screen.findByRole('region', { name: 'Wachtzin wijzigen' });
    expect(screen.queryByText('U kwam binnen met de herstelcode.')).toBeNull();
    await user.keyboard('{Control>}l{/Control}');
    await user.type(await screen.findByLabelText('Wachtzin'), 'sesam{Enter}');
    await screen.findByRole('region', { name: 'Wachtzin wijzigen' });
    expect(screen.queryByText('U kwam binnen met de herstelcode.'), 'only once').toBeNull();
  });
});

describe('locking', () => {
  it('takes everything of the administration out of sight and out of memory', async () => {
    const { user, called, queries } = renderApp({ app_info: () => appInfo(open) });
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('{Control>}l{/Control}');
    await screen.findByLabelText('Wachtzin');
    await waitFor(() => expect(called('administration_lock')).toHaveLength(1));
    expect(document.body.textContent).not.toContain('48.210,35');
    expect(queries.getQueryData(['overview', 'nl']), 'no figures stay behind a lock').toBeUndefined();
  });

  it('says nothing over the lock about work that ends behind it', async () => {
    let finish: (answer: never) => void = () => undefined;
    const { user, called } = renderApp({
      app_info: () => appInfo(open),
      undo: () => new Promise<never>((resolve) => (finish = resolve)),
    });
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(called('undo')).toHaveLength(1));
    await user.keyboard('{Control>}l{/Control}');
    await screen.findByLabelText('Wachtzin');
    await act(async () => finish({ id: 'F-1', done: 'Betaling van Bries ongedaan gemaakt.' } as never));
    expect(screen.queryByText(/Bries/), 'a name is of the administration').toBeNull();
  });

  it('shows the way in when the core closed but could not make its backup', async () => {
    let closed = false;
    const { user } = renderApp({
      app_info: () => appInfo(closed ? undefined : open),
      administration_close: () => {
        closed = true;
        throw refusal({ code: 'io', message: 'De map backups is een bestand.' });
      },
    });
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'Administratie sluiten');
    await user.keyboard('{Enter}');
    await screen.findByRole('button', { name: /Nieuwe administratie/ });
    await screen.findByText(
      'De administratie is gesloten. De back-up van vandaag is misschien niet gemaakt.',
    );
    expect(screen.getByText('De map backups is een bestand.')).toBeTruthy();
  });

  it('stops what is only being looked at, so that the lock is not waited for', async () => {
    let end: (reason: unknown) => void = () => undefined;
    const job = { job: 'import_rows', label: 'import_rows', done: 1, total: 480_000 };
    const { user, called } = renderApp(
      {
        app_info: () => appInfo(open),
        bank_desk: () => deskPage([]),
        import_preview: () => new Promise<never>((_, reject) => (end = reject)),
        job_state: () => ({ job }),
        job_cancel: () => {
          end(refusal({ code: 'job_cancelled', message: 'Gestopt.' }));
          return { job: null };
        },
      },
      '/home/kees/groot.csv',
    );
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('{Control>}4{/Control}');
    await user.click(await screen.findByRole('button', { name: 'Bestand kiezen' }));
    await screen.findByText(/van 480\.000/);
    await user.keyboard('{Control>}l{/Control}');
    await screen.findByLabelText('Wachtzin');
    await waitFor(() => expect(called('job_cancel')[0]?.payload).toEqual({ job: 'import_rows' }));
  });

  it('closes the window also when the core fails', async () => {
    const { user } = renderApp({
      app_info: () => appInfo(open),
      administration_lock: () => {
        throw refusal({ code: 'busy', message: 'Bezig.' });
      },
    });
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('{Control>}l{/Control}');
    await screen.findByLabelText('Wachtzin');
  });

  it('follows a core that locked by itself', async () => {
    let asleep = false;
    const { user, queries } = renderApp({
      app_info: () => appInfo(asleep ? locked : open),
      overview: () => {
        if (asleep) throw refusal({ code: 'locked', message: 'Op slot.' });
        return overview();
      },
    });
    await screen.findByRole('heading', { level: 1, name: /48\.210,35/ });
    asleep = true;
    await user.keyboard('{F5}');
    await screen.findByLabelText('Wachtzin');
    expect(queries.getQueryData(['overview', 'nl']), 'the figures leave with it').toBeUndefined();
  });

  it('follows a core that says so to an act', async () => {
    let asleep = false;
    const { user } = await atCustomer({
      app_info: () => appInfo(asleep ? locked : open),
      note: () => {
        throw refusal({ code: 'locked', message: 'Op slot.' });
      },
    });
    await user.keyboard('n');
    await user.type(await screen.findByRole('textbox', { name: 'Notitie' }), 'gebeld');
    asleep = true;
    await user.click(screen.getByRole('button', { name: 'Notitie bewaren' }));
    await screen.findByLabelText('Wachtzin');
  });

  it('happens by itself after the set time without a key or a click', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    renderApp({ app_info: () => ({ ...appInfo(open), lock_after_minutes: 5 }) });
    await screen.findByRole('heading', { level: 1, name: /48\.210,35/ });
    await act(() => vi.advanceTimersByTimeAsync(4 * 60_000));
    fireEvent.keyDown(window, { key: 'a' });
    await act(() => vi.advanceTimersByTimeAsync(4 * 60_000));
    expect(screen.queryByLabelText('Wachtzin'), 'a key starts the time again').toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(70_000));
    expect(await screen.findByText('Op slot gezet omdat er een tijd niets gebeurde.')).toBeTruthy();
  });
});
