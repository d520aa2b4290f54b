// What settings say of pictures, places and numbers that cannot be.

import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { part } from '../../testing/atSettings';
import { refusal } from '../../testing/fake';

describe('the settings, of what cannot be', () => {
  it('says that the folder is gone, rather than how large nothing is', async () => {
    await part('Bestand en verhuizen', {
      administration_place: () => ({
        folder: '/media/usb/De Lijn.standvast',
        cloud: null,
        bytes: 0,
        backup_bytes: 0,
        writable: false,
        journal: null,
      }),
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Deze map is er niet meer');
    expect(screen.queryByText(/0 B groot/)).toBeNull();
  });

  it('does not blame the administration for a place where no backup can be written', async () => {
    const { user } = await part('Back-ups', {
      backups: () => ({
        folder: '/home/kees/De Lijn.standvast/backups',
        kept: 14,
        files: [],
        uncertain_since: null,
        suggestion: 'De Lijn.standvast-backup',
      }),
      backup: () => {
        throw refusal({ code: 'read_only', message: 'In  mag niet geschreven worden.' });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Nu een back-up maken…' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Back-up maken' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('Kies een andere plek');
    await user.keyboard('{Escape}');
    expect(screen.queryByText(/Wat u typte blijft staan/), 'the frame has nothing to say').toBeNull();
  });

  it('says of a picture that is none what a logo must be', async () => {
    const { user } = await part(
      'Briefpapier',
      {
        configure: () => {
          throw refusal({ code: 'document_failed', message: 'Het document kon niet: the logo.' });
        },
      },
      '/home/kees/kapot.png',
    );
    await user.click(await screen.findByRole('button', { name: 'Logo kiezen…' }));
    const said = await screen.findByRole('alert');
    expect(said.textContent).toContain('Kies een PNG of JPEG van ten hoogste 2 MB');
    expect(said.textContent).not.toContain('the logo');
  });

  it('moves the address by whole millimetres only', async () => {
    const { user, called } = await part('Briefpapier');
    const right = await screen.findByRole('textbox', { name: 'Naar rechts' });
    await user.clear(right);
    await user.type(right, '2,4');
    await user.tab();
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    await waitFor(() =>
      expect(called('configure')[0]?.payload).toMatchObject({ change: { window_shift_x: 2 } }),
    );
  });
});
