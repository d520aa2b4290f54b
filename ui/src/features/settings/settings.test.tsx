import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../backend';
import { part } from '../../testing/atSettings';
import { refusal } from '../../testing/fake';
import { creditor, open } from '../../testing/fixtures';

const date = (text: string) => text as IsoDate;

describe('the settings', () => {
  it('saves only the rules that changed, and says what was done with a way back', async () => {
    const { user, called } = await part('Regels');
    const plan = await screen.findByRole('textbox', { name: /Wachten na een veertiendagenbrief/ });
    await user.clear(plan);
    await user.type(plan, '30{Tab}');
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    await screen.findByText('De instellingen zijn bijgewerkt.');
    expect(called('configure')[0]?.payload).toEqual({ what: 'settings', change: { plan_days: 30 } });
    await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
    await waitFor(() => expect(called('undo')[0]?.payload).toEqual({ id: 'F-9' }));
  });

  it('says at the field what the core refuses', async () => {
    const { user } = await part('Regels', {
      configure: () => {
        throw refusal({
          code: 'invalid_fields',
          fields: [{ field: 'bank_red_days', code: 'x', message: 'Dit moet minstens zoveel zijn.' }],
        });
      },
    });
    const amber = await screen.findByRole('textbox', { name: /eerst vragen na/ });
    await user.clear(amber);
    await user.type(amber, '20{Tab}');
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    await screen.findByText('Dit moet minstens zoveel zijn.');
    expect(amber, 'nothing typed is lost').toHaveProperty('value', '20');
  });

  it('keeps typed details when one looks elsewhere, and goes back to what was', async () => {
    const { user, called } = await part('Schuldeiser');
    const name = await screen.findByRole('textbox', { name: 'Naam' });
    await user.type(name, ' en Zonen');
    await user.click(screen.getByRole('tab', { name: 'Over' }));
    await user.click(screen.getByRole('tab', { name: 'Schuldeiser' }));
    const again = await screen.findByRole('textbox', { name: 'Naam' });
    expect(again).toHaveProperty('value', `${creditor.name} en Zonen`);
    await user.click(screen.getByRole('button', { name: 'Terug naar wat er stond' }));
    expect(again).toHaveProperty('value', creditor.name);
    expect(called('configure')).toHaveLength(0);
  });

  it('warns of a cloud drive and a folder that cannot be written to', async () => {
    await part('Bestand en verhuizen', {
      administration_place: () => ({
        folder: '/home/kees/OneDrive/De Lijn.standvast',
        cloud: 'OneDrive',
        bytes: 12_345_678,
        backup_bytes: 3_400_000,
        writable: false,
        journal: '/home/kees/.local/share/standvast/sent',
      }),
    });
    await screen.findByText('Deze map staat in OneDrive.');
    expect(screen.getByRole('alert').textContent).toContain('niet geschreven');
    expect(screen.getByText('12 MB groot, waarvan 3,4 MB aan back-ups.')).toBeTruthy();
  });

  it('says in words that the log is whole, and what is not', async () => {
    let whole = true;
    const { user } = await part('Beveiliging', {
      verify: () => ({
        ok: whole,
        facts: 1234,
        head: 'ab'.repeat(32),
        problems: whole ? [] : [{ code: 'chain_broken', subject: 'F-3', message: 'De keten is verbroken.' }],
      }),
    });
    await user.click(screen.getByRole('button', { name: 'Nu controleren' }));
    await screen.findByText(/Alles klopt: 1\.234 vastleggingen/);
    whole = false;
    await user.click(screen.getByRole('button', { name: 'Nu controleren' }));
    await screen.findByText('De keten is verbroken.');
  });

  it('changes the passphrase only when both are the same, and forgets what was typed', async () => {
    const { user, called } = await part('Beveiliging', {
      passphrase_change: () => ({ session: open }),
    });
    const block = screen.getByRole('region', { name: 'Wachtzin wijzigen' });
    const field = (name: string) => within(block).getByLabelText(name);
    await user.type(field('Wachtzin van nu'), 'oud');
    await user.type(field('Nieuwe wachtzin'), 'molen regen fiets lantaarn');
    await user.type(field('Nieuwe wachtzin, nog een keer'), 'molen regen');
    await user.click(within(block).getByRole('button', { name: 'Wachtzin wijzigen' }));
    await screen.findByText('De twee zinnen zijn niet gelijk.');
    expect(called('passphrase_change')).toHaveLength(0);
    await user.type(field('Nieuwe wachtzin, nog een keer'), ' fiets lantaarn');
    await user.click(within(block).getByRole('button', { name: 'Wachtzin wijzigen' }));
    await screen.findByText('De wachtzin is gewijzigd.');
    expect(field('Wachtzin van nu')).toHaveProperty('value', '');
  });

  it('takes the recovery code of whoever forgot the passphrase, for a new one and for a new sheet', async () => {
    const { user, called } = await part(
      'Beveiliging',
      {
        passphrase_change: ({ recovery_code }) => {
          if (recovery_code?.startsWith('AAAA')) return { session: open };
          const message = 'In deze code zit een typefout.';
          throw refusal({
            code: 'malformed_recovery_code',
            message,
            fields: [{ field: 'recovery_code', code: 'malformed_recovery_code', message }],
          });
        },
      },
      '/tmp/blad.pdf',
    );
    const block = within(screen.getByRole('region', { name: 'Wachtzin wijzigen' }));
    await user.type(block.getByLabelText('Wachtzin van nu'), 'gok');
    await user.click(block.getByRole('button', { name: 'Ik weet de wachtzin niet meer' }));
    const code = block.getByRole('textbox', { name: 'Herstelcode' });
    expect(document.activeElement, 'typing goes on where it was turned').toBe(code);
    expect(code, 'a passphrase is no code').toHaveProperty('value', '');
    await user.type(block.getByLabelText('Nieuwe wachtzin'), 'molen regen fiets lantaarn');
    await user.type(block.getByLabelText('Nieuwe wachtzin, nog een keer'), 'molen regen fiets lantaarn');
    await user.type(code, 'BBBB{Enter}');
    await block.findByText('In deze code zit een typefout.');
    expect(screen.queryByRole('alert'), 'said at its field, and not twice').toBeNull();
    await user.clear(code);
    await user.type(code, 'AAAA{Enter}');
    await screen.findByText('De wachtzin is gewijzigd.');
    expect(called('passphrase_change').at(-1)?.payload).toEqual({
      recovery_code: 'AAAA',
      new_passphrase: 'molen regen fiets lantaarn',
    });
    const sheet = within(screen.getByRole('region', { name: 'Nieuw herstelblad' }));
    await user.click(sheet.getByRole('button', { name: 'Ik weet de wachtzin niet meer' }));
    await user.type(sheet.getByRole('textbox', { name: 'Herstelcode' }), 'AAAA{Enter}');
    await sheet.findByText(/Het nieuwe herstelblad staat in/);
    expect(called('recovery_sheet_save')[0]?.payload).toEqual({
      file: '/tmp/blad.pdf',
      recovery_code: 'AAAA',
    });
  });

  it('tells a wrong recovery code from a right one', async () => {
    const { user } = await part('Beveiliging', {
      recovery_test: ({ recovery_code }) => {
        if (recovery_code.startsWith('AAAA')) return { opens: true };
        throw refusal({
          code: 'malformed_recovery_code',
          fields: [{ field: 'recovery_code', code: 'x', message: 'In deze code zit een typefout.' }],
        });
      },
    });
    const block = screen.getByRole('region', { name: 'Herstelcode proberen' });
    const code = within(block).getByRole('textbox');
    await user.type(code, 'BBBB{Enter}');
    await within(block).findByText('In deze code zit een typefout.');
    await user.clear(code);
    await user.type(code, 'AAAA{Enter}');
    await within(block).findByText(/Deze code opent uw administratie/);
  });

  it('says calmly that a check was stopped, and how one that failed is called', async () => {
    let severity: 'info' | 'error' = 'info';
    const { user } = await part('Beveiliging', {
      verify: () => {
        throw refusal({ code: 'job_cancelled', severity, message: 'Gestopt op uw verzoek.' });
      },
    });
    const block = screen.getByRole('region', { name: 'Logboek controleren' });
    const check = () => user.click(within(block).getByRole('button', { name: 'Nu controleren' }));
    await check();
    const said = await within(block).findByRole('alert');
    expect(said.textContent, 'who asked for it needs no code of it').toBe('Gestopt op uw verzoek.');
    severity = 'error';
    await check();
    await waitFor(() => expect(within(block).getByRole('alert').textContent).toMatch(/job_cancelled/));
  });

  it('asks what left after a restored backup', async () => {
    const { user, called } = await part('Back-ups', {
      backups: () => ({
        folder: '/home/kees/De Lijn.standvast/backups',
        kept: 14,
        files: [
          { file: 'a', day: date('2026-11-20'), at: null, reason: 'daily', bytes: 400_000 },
          { file: 'b', day: null, at: null, reason: 'other', bytes: 12 },
        ],
        uncertain_since: date('2026-11-01'),
        suggestion: 'De Lijn.standvast-backup',
      }),
      settle_restored: () => ({ id: 'F-2', done: 'Vastgelegd.' }),
    });
    await screen.findByText(/back-up van 1 nov 2026/);
    expect(screen.getByText('niet te lezen')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Vastleggen' }));
    expect(called('settle_restored'), 'something must be said').toHaveLength(0);
    await user.type(screen.getByRole('textbox', { name: /daarna nog verstuurd/ }), 'niets{Enter}');
    await waitFor(() => expect(called('settle_restored')[0]?.payload).toEqual({ note: 'niets' }));
  });

  it('adds a rate only with its source', async () => {
    const { user, called } = await part('Rente', {
      rates: () => ({
        verified_until: date('2026-12-31'),
        rates: [
          {
            kind: 'commercial',
            from: date('2026-07-01'),
            through: null,
            percent: '10.4',
            source: 'bank',
            own: false,
          },
        ],
      }),
    });
    await screen.findByText('10,40%');
    await user.click(screen.getByRole('button', { name: 'Percentage toevoegen…' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: 'Percentage per jaar' }), '9,85');
    await user.click(within(dialog).getByRole('button', { name: 'Opslaan' }));
    expect(within(dialog).getByText('Schrijf erbij waar u het vond.')).toBeTruthy();
    expect(called('configure')).toHaveLength(0);
  });
});
