import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Commands } from '../../backend';
import { refusal, renderApp, type Answers } from '../../testing/fake';
import { appInfo, open, overview } from '../../testing/fixtures';

const PHRASE = 'vier koeien in de wei';

describe('a new administration', () => {
  it('goes from the creditor to the passphrase to the sheet, and in only with the sheet saved', async () => {
    const { user, called } = renderApp({}, '/media/usb/blad.pdf');
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'De Lijn');
    await user.click(screen.getByRole('button', { name: 'Verder' }));

    await user.type(await screen.findByLabelText('Wachtzin'), PHRASE);
    await user.type(screen.getByLabelText('Nog een keer'), PHRASE);
    await waitFor(() => expect(screen.getByText('Heel sterk')).toBeTruthy());
    await user.click(screen.getByRole('button', { name: 'Administratie maken' }));

    await screen.findByRole('heading', { name: 'Bewaar uw herstelblad' });
    expect(called('administration_create')[0]?.payload).toMatchObject({
      folder: '/home/kees/De Lijn.standvast',
      passphrase: PHRASE,
      creditor: { name: 'De Lijn' },
    });
    const go = screen.getByRole<HTMLButtonElement>('button', { name: 'Naar Vandaag' });
    expect(go.disabled, 'nobody goes on without the sheet').toBe(true);
    await user.click(screen.getByRole('button', { name: 'Herstelblad opslaan' }));
    await screen.findByText('/media/usb/blad.pdf');
    await waitFor(() => expect(document.activeElement, 'Enter goes on, and saves no second sheet').toBe(go));
    await user.keyboard('{Enter}');
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toContain('48.210,35');
  });

  it('says at each field what is wrong with it, and stays', async () => {
    const problems = [{ field: 'iban', code: 'iban', message: 'Dit is geen IBAN.' }];
    const { user } = renderApp({ creditor_check: () => ({ problems }) });
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    await user.click(screen.getByRole('button', { name: 'Verder' }));
    await screen.findByText('Dit is geen IBAN.');
    const iban = screen.getByRole('textbox', { name: 'IBAN' });
    expect(iban.getAttribute('aria-invalid')).toBe('true');
    await user.type(iban, 'NL');
    expect(screen.queryByText('Dit is geen IBAN.'), 'typing answers the remark').toBeNull();
  });

  it('takes the details over from an own e-invoice', async () => {
    const { user, called } = renderApp({}, '/home/kees/factuur.xml');
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    await user.click(screen.getByRole('button', { name: 'Overnemen uit een e-factuur' }));
    await screen.findByDisplayValue('Touwslagerij De Lijn');
    expect(called('creditor_from_invoice')[0]?.payload).toEqual({ file: '/home/kees/factuur.xml' });
  });

  it('refuses a weak or a mistyped passphrase before asking the core', async () => {
    const { user, called } = renderApp();
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    await user.click(screen.getByRole('button', { name: 'Verder' }));
    await user.type(await screen.findByLabelText('Wachtzin'), 'kort');
    await user.type(screen.getByLabelText('Nog een keer'), 'anders');
    await user.click(screen.getByRole('button', { name: 'Administratie maken' }));
    await screen.findByText('Deze zin is te makkelijk te raden.');
    expect(screen.getByText('De twee zinnen zijn niet gelijk.')).toBeTruthy();
    expect(called('administration_create')).toEqual([]);
  });

  it('keeps what was typed when one looks elsewhere', async () => {
    const { user } = renderApp();
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'Half');
    await user.click(screen.getByRole('button', { name: 'Terug' }));
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Naam' }).value).toBe('Half');
  });
});

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
