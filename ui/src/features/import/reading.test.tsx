// Files while they are being looked at: large, empty, shut, or changed meanwhile.

import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { table, toImport } from '../../testing/atImport';
import { filePreview, importPreview } from '../../testing/bank';
import { refusal } from '../../testing/fake';

describe('files that are being looked at', () => {
  it('lets a large file be left while it is being looked at, and stops looking', async () => {
    let end: (reason: unknown) => void = () => undefined;
    const { user, called } = await toImport(filePreview(), {
      import_preview: () => new Promise<never>((_, reject) => (end = reject)),
      job_state: () => ({ job: { job: 'import', label: 'import', done: 0, total: 1 } }),
      job_cancel: () => {
        end(refusal({ code: 'job_cancelled', message: 'Gestopt.' }));
        return { job: null };
      },
    });
    await screen.findByRole('heading', { level: 1, name: 'Bestanden bekijken' });
    await user.click(screen.getByRole('button', { name: 'Niet inlezen' }));
    await screen.findByRole('button', { name: 'Bestand kiezen' });
    await waitFor(() => expect(called('job_cancel')).toHaveLength(1));
    expect(screen.queryByRole('alert'), 'stopping is no error').toBeNull();
  });

  it('goes back to choosing when it was stopped from elsewhere', async () => {
    let end: (reason: unknown) => void = () => undefined;
    await toImport(filePreview(), {
      import_preview: () => new Promise<never>((_, reject) => (end = reject)),
      job_state: () => ({ job: { job: 'import', label: 'import', done: 0, total: 1 } }),
    });
    await screen.findByRole('heading', { level: 1, name: 'Bestanden bekijken' });
    await screen.findByText('0 van 1');
    expect(screen.queryByRole('button', { name: 'Stoppen' }), 'one way out, not two').toBeNull();
    end(refusal({ code: 'job_cancelled', message: 'Gestopt.' }));
    await screen.findByRole('button', { name: 'Bestand kiezen' });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('begins only what was asked last, when more is added while it stops', async () => {
    let end: (reason: unknown) => void = () => undefined;
    let asked = 0;
    const { called, drag } = await toImport(filePreview(), {
      import_preview: ({ paths }) => {
        asked += 1;
        if (asked === 1) return new Promise<never>((_, reject) => (end = reject));
        return importPreview(paths.map((path) => filePreview({ path, name: path })));
      },
      job_state: () => ({ job: { job: 'import', label: 'import', done: 0, total: 1 } }),
      job_cancel: () => ({ job: null }),
    });
    await screen.findByText('0 van 1');
    drag({ what: 'dropped', paths: ['/d/b.xml'] });
    await waitFor(() => expect(called('job_cancel').length).toBeGreaterThan(0));
    drag({ what: 'dropped', paths: ['/d/c.xml'] });
    end(refusal({ code: 'job_cancelled', message: 'Gestopt.' }));
    await screen.findByRole('button', { name: 'Boek in' });
    const paths = called('import_preview').map(
      ({ payload }) => (payload as { paths: string[] }).paths.length,
    );
    expect(paths, 'the one in between is read by nobody').toEqual([1, 3]);
  });

  it('puts what can be booked above what is of no use', async () => {
    const refused = { code: 'unknown_format', message: 'Standvast herkent dit bestand niet.' };
    const useless = filePreview({ path: '/d/Thumbs.db', name: 'Thumbs.db', kind: 'refused', refused });
    const good = filePreview();
    await toImport(good, { import_preview: () => importPreview([useless, good]) });
    await screen.findByText('Standvast herkent dit bestand niet.');
    const cards = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(cards[0]).toContain('3 regels');
    expect(cards[1]).toBe('Standvast herkent dit bestand niet.');
  });

  it('tells an empty list from one that is known already', async () => {
    const none = { ...table, rows: 0, missing: [], columns: [] };
    const empty = filePreview({
      kind: 'open_items',
      table: none,
      added: { bank_lines: 0, invoices: 0, customers: 0 },
      statements: [],
      lines: [],
      duplicates: 0,
    });
    await toImport(empty, { import_preview: () => ({ ...importPreview([empty]), anything: false }) });
    await screen.findByRole('heading', { level: 1, name: 'Hier staat niets nieuws in.' });
    expect(screen.getByText(/^Een lijst is leeg\./)).toBeTruthy();
    expect(screen.queryByText(/Alles is al bekend/), 'nothing in it was known').toBeNull();
  });

  it('does not call a list known of which every row was skipped', async () => {
    const list = { ...table, rows: 2, missing: [], columns: [] };
    const added = { bank_lines: 0, invoices: 0, customers: 0 };
    const skipped = { kind: 'open_items', table: list, added, skipped: 2, duplicates: 0 } as const;
    await toImport(filePreview({ ...skipped, statements: [], lines: [] }));
    await screen.findByRole('heading', { level: 1, name: 'Hier is zo niets van over te nemen.' });
    expect(screen.getByText(/^Kijk bij Kolommen/)).toBeTruthy();
    expect(screen.getByText('Een lijst waarvan geen rij te gebruiken is')).toBeTruthy();
    expect(screen.getByText('Kolommen').closest('details')?.open, 'where it can be mended').toBe(true);
  });

  it('says of a file that may not be opened that it may not be opened', async () => {
    await toImport(filePreview(), {
      import_preview: () => {
        const details = { path: '/root/geheim.csv' };
        throw refusal({ code: 'read_only', message: 'Daar mag niet geschreven worden.', details });
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('mag Standvast niet openen');
  });

  it('looks again at a file that changed before it was booked', async () => {
    const { user, called } = await toImport(filePreview(), {
      import: () => {
        throw refusal({ code: 'file_changed', message: 'Het bestand is gewijzigd.' });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Boek in' }));
    await screen.findByText('Het bestand is gewijzigd.');
    await waitFor(() =>
      expect(called('import_preview'), 'what is seen is what will be booked').toHaveLength(2),
    );
  });
});
