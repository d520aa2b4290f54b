import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Commands } from '../../backend';
import { refusal, renderApp, type Answers } from '../../testing/fake';
import { appInfo, open, overview } from '../../testing/fixtures';

const PHRASE = 'vier koeien in de wei';

describe('the sample', () => {
  it('shows how far it is and stops when asked, without calling that an error', async () => {
    let stop: (reason: unknown) => void = () => undefined;
    const { user, called } = renderApp({
      sample_create: () => new Promise((_, reject) => (stop = reject)),
      job_state: () => ({ job: { job: 'j1', label: 'Facturen maken', done: 30, total: 180 } }),
      job_cancel: () => ({ job: null }),
    });
    await user.click(await screen.findByRole('button', { name: /Rondkijken/ }));
    const start = await screen.findByRole<HTMLButtonElement>('button', { name: 'Rondkijken' });
    await waitFor(() => expect(start.disabled).toBe(false));
    await user.click(start);
    await screen.findByText('30 van 180');
    await user.click(screen.getByRole('button', { name: 'Stoppen' }));
    expect(called('job_cancel')[0]?.payload).toEqual({ job: 'j1' });
    stop(refusal({ code: 'job_cancelled', message: 'Gestopt.' }));
    await screen.findByRole('radio', { name: /Kleine zaak/ });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the sample that was made', () => {
  const make = async () => {
    const rendered = renderApp();
    await rendered.user.click(await screen.findByRole('button', { name: /Rondkijken/ }));
    const start = await screen.findByRole<HTMLButtonElement>('button', { name: 'Rondkijken' });
    await waitFor(() => expect(start.disabled).toBe(false));
    await rendered.user.click(start);
    await screen.findByRole('dialog', { name: 'Het voorbeeld staat klaar' });
    return rendered;
  };

  it('tells what opens it and where its next statement lies, and only then goes in', async () => {
    const { user, queries } = await make();
    expect(screen.getByText('molen boter lantaarn regen')).toBeTruthy();
    expect(screen.getByText('/home/kees/Voorbeeld.standvast.camt.xml')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.getByText('molen boter lantaarn regen'), 'no stray key takes it away').toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Naar Vandaag' }));
    await screen.findByRole('heading', { level: 1, name: /48\.210,35/ });
    const kept = JSON.stringify(
      queries
        .getMutationCache()
        .getAll()
        .map(({ state }) => state.data ?? null),
    );
    expect(kept, 'nor does it stay behind in memory').not.toContain('molen boter');
  });

  it('is made once, also by two clicks in a row', async () => {
    const { user, called } = renderApp({ sample_create: () => new Promise(() => {}) });
    await user.click(await screen.findByRole('button', { name: /Rondkijken/ }));
    await screen.findByDisplayValue('/home/kees/Voorbeeld.standvast');
    const start = screen.getByRole('button', { name: 'Rondkijken' });
    fireEvent.click(start);
    await Promise.resolve();
    fireEvent.click(start);
    await waitFor(() => expect(called('sample_create').length).toBe(1));
  });

  it('copies, and where that is refused selects the text to copy by hand', async () => {
    const { user } = await make();
    const copy = screen.getByRole('button', { name: 'Kopiëren: Wachtzin van dit voorbeeld' });
    await user.click(copy);
    await screen.findByText('Gekopieerd.');
    expect(await navigator.clipboard.readText()).toBe('molen boter lantaarn regen');
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
    await user.click(copy);
    await screen.findByText(/De tekst is geselecteerd/);
    expect(getSelection()?.toString()).toBe('molen boter lantaarn regen');
  });
});

describe('a backup', () => {
  const restored = (journal: boolean): Commands['restore']['res'] => ({
    folder: open.folder,
    backup_day: overview().date,
    journal,
    session: open,
  });
  const fill = async (answers: Answers) => {
    const rendered = renderApp(answers, '/media/usb/De Lijn.standvast-backup');
    const { user } = rendered;
    await user.click(await screen.findByRole('button', { name: /Back-up terugzetten/ }));
    await user.click(screen.getAllByRole('button', { name: 'Kiezen…' })[0] as HTMLElement);
    await screen.findByDisplayValue('/home/kees/De Lijn.standvast');
    return rendered;
  };

  it('is put back with the passphrase, and says that this computer does not know what left', async () => {
    const { user, called } = await fill({ restore: () => restored(false) });
    await user.type(screen.getByLabelText('Wachtzin'), PHRASE);
    await user.click(screen.getByRole('button', { name: 'Terugzetten' }));
    await screen.findByText(/weet niet welke brieven/);
    expect(called('restore')[0]?.payload).toEqual({
      file: '/media/usb/De Lijn.standvast-backup',
      folder: '/home/kees/De Lijn.standvast',
      passphrase: PHRASE,
    });
    await user.click(screen.getByRole('button', { name: 'Naar Vandaag' }));
    await screen.findByRole('heading', { level: 1, name: /48\.210,35/ });
  });

  it('is put back with the recovery code, after a wrong one', async () => {
    let right = false;
    const { user, called } = await fill({
      restore: () => {
        if (right) return restored(true);
        throw refusal({ code: 'wrong_recovery_code', message: 'Deze code past niet.' });
      },
    });
    await user.click(screen.getByRole('radio', { name: 'De herstelcode' }));
    const code = screen.getByRole('textbox', { name: 'Herstelcode' });
    await user.type(code, 'aaaa');
    await user.click(screen.getByRole('button', { name: 'Terugzetten' }));
    await screen.findByText('Deze code past niet.');
    right = true;
    await user.type(code, '-bbbb');
    await user.click(screen.getByRole('button', { name: 'Terugzetten' }));
    await screen.findByText(/weet welke brieven/);
    expect(called('restore')[1]?.payload).toMatchObject({ recovery_code: 'aaaa-bbbb' });
  });
});

describe('a backup that cannot be used', () => {
  it.each([
    ['damaged', 'Dit bestand is beschadigd of niet heel.'],
    ['not_a_backup', 'Dit bestand is geen back-up van Standvast.'],
  ])('is said as one: %s', async (code, words) => {
    const { user } = renderApp(
      {
        restore: () => {
          throw refusal({ code, message: 'De administratie.', hint: 'Een hint over de administratie.' });
        },
      },
      '/media/usb/De Lijn.standvast-backup',
    );
    await user.click(await screen.findByRole('button', { name: /Back-up terugzetten/ }));
    await user.click(screen.getAllByRole('button', { name: 'Kiezen…' })[0] as HTMLElement);
    await screen.findByDisplayValue('/home/kees/De Lijn.standvast');
    await user.type(screen.getByLabelText('Wachtzin'), PHRASE);
    await user.click(screen.getByRole('button', { name: 'Terugzetten' }));
    const said = await screen.findByRole('alert');
    expect(said.textContent).toContain(words);
    expect(said.textContent, 'a backup is not the administration').not.toContain('over de administratie');
  });
});

describe('the recent administrations', () => {
  it('open with one click, unless they are gone', async () => {
    const recent = [
      { folder: '/a/Een.standvast', name: 'Een', opened: null, exists: true, keychain: false },
      { folder: '/a/Weg.standvast', name: 'Weg', opened: null, exists: false, keychain: false },
    ];
    const { user } = renderApp({ app_info: () => ({ ...appInfo(), recent }) });
    const gone = await screen.findByRole<HTMLButtonElement>('button', { name: /Weg/ });
    expect(gone.disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: /Een/ }));
    await screen.findByLabelText('Wachtzin');
    expect(screen.getByRole('heading', { name: 'Een' })).toBeTruthy();
  });
});
