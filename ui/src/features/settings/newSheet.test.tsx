import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { part } from '../../testing/atSettings';
import { refusal } from '../../testing/fake';

describe('a new recovery sheet', () => {
  it('says that the old sheet holds when the new one finds no place, and when it no longer does', async () => {
    vi.stubGlobal('print', vi.fn());
    let full = true;
    const { user, called } = await part(
      'Beveiliging',
      {
        recovery_sheet_save: ({ file }) => {
          if (full) throw refusal({ code: 'disk_full', message: 'De schijf is vol.' });
          return { file, sha256: '00' };
        },
      },
      '/usb/blad.pdf',
    );
    const sheet = within(screen.getByRole('region', { name: 'Nieuw herstelblad' }));
    await user.type(sheet.getByLabelText('Wachtzin van nu'), 'molen{Enter}');
    await sheet.findByRole('alert');
    expect(sheet.getByText('Er is niets veranderd: de code op uw oude blad blijft gelden.')).toBeTruthy();
    expect(sheet.queryByRole('button', { name: 'Afdrukken' }), 'no new code, no sheet of it').toBeNull();
    full = false;
    await user.click(sheet.getByRole('button', { name: 'Nieuw herstelblad maken…' }));
    await sheet.findByText(/De code op uw oude blad opent deze administratie nu niet meer/);
    expect(sheet.queryByText(/Er is niets veranderd/)).toBeNull();
    await user.click(sheet.getByRole('button', { name: 'Nog een keer opslaan' }));
    await waitFor(() =>
      expect(called('recovery_sheet_save').at(-1)?.payload, 'the same code, without a proof').toEqual({
        file: '/usb/blad.pdf',
      }),
    );
    await user.click(sheet.getByRole('button', { name: 'Afdrukken' }));
    await waitFor(() => expect(called('recovery_sheet_pdf')).toHaveLength(1));
  });
});
