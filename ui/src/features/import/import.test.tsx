import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { table, toImport } from '../../testing/atImport';
import { filePreview, importPreview } from '../../testing/bank';
import { withColumn } from './columns';

describe('Inlezen', () => {
  it('shows what a statement adds and what is wrong with it, and books what was seen', async () => {
    const { user, called } = await toImport(filePreview());
    await screen.findByRole('heading', { level: 1, name: 'Dit komt erbij: 2 bankregels.' });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toContain('3 regels, 1 al bekend');
    const checks = screen.getByRole('list', { name: 'Controles' });
    expect(checks.textContent).toContain('Er ontbreekt een afschrift');
    expect(checks.textContent, 'the colour is said in words too').toContain('klopt niet');
    expect(called('import'), 'nothing is booked unasked').toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Boek in' }));
    await screen.findByRole('heading', { name: 'Ingelezen: 2 bankregels.' });
    expect(called('import')[0]?.payload).toMatchObject({
      paths: ['/home/kees/november.xml'],
      seen: [{ path: '/home/kees/november.xml', sha256: '00' }],
    });
    await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
    await waitFor(() => expect(called('undo')[0]?.payload).toEqual({ id: 'F-4..F-6' }));
  });

  it('has nothing to book in a file that is known', async () => {
    await toImport(filePreview({ added: { bank_lines: 0, invoices: 0, customers: 0 }, duplicates: 3 }));
    await screen.findByRole('heading', { level: 1, name: 'Hier staat niets nieuws in.' });
    expect(screen.getByRole('button', { name: 'Boek in' })).toHaveProperty('disabled', true);
    await waitFor(() =>
      expect(document.activeElement?.textContent, 'the keys are at what can still be done').toContain(
        'Nog een bestand',
      ),
    );
  });

  it('does not call an empty folder known, nor a list without columns useless', async () => {
    const { user } = await toImport(filePreview(), { import_preview: () => importPreview([]) });
    await screen.findByRole('heading', { level: 1, name: 'In deze map staat niets om in te lezen.' });
    await user.click(screen.getByRole('button', { name: 'Niet inlezen' }));
    await waitFor(() =>
      expect(document.activeElement, 'and the keys are where one goes on').toBe(
        screen.getByRole('button', { name: 'Bestand kiezen' }),
      ),
    );
  });

  it('says why a file is refused, in the words of the core', async () => {
    await toImport(
      filePreview({
        kind: 'refused',
        statements: [],
        added: { bank_lines: 0, invoices: 0, customers: 0 },
        lines: [],
        refused: { code: 'truncated', message: 'Regel 7: het bestand houdt hier op.' },
      }),
    );
    await screen.findByText('Regel 7: het bestand houdt hier op.');
    expect(screen.getByRole('button', { name: 'Boek in' })).toHaveProperty('disabled', true);
  });

  it('asks under its message whether a supplier is accepted, and keeps the way back', async () => {
    const message =
      'Deze factuur is niet van Bakkerij maar van Anders. Zeg dan dat u deze leverancier aanneemt.';
    const nothing = { bank_lines: 0, invoices: 0, customers: 0 };
    const stranger = filePreview({
      kind: 'refused',
      statements: [],
      added: nothing,
      lines: [],
      duplicates: 0,
      refused: { code: 'not_own_invoice', message },
    });
    const taken = filePreview({
      kind: 'e_invoice',
      statements: [],
      added: nothing,
      lines: [],
      duplicates: 1,
    });
    const { user, called } = await toImport(stranger, {
      import_preview: ({ accept_supplier }) => importPreview([accept_supplier ? taken : stranger]),
    });
    await screen.findByRole('heading', { level: 1, name: 'Zijn dit uw eigen facturen?' });
    const card = (await screen.findByRole('heading', { name: message })).closest('article') as HTMLElement;
    const accept = within(card).getByRole('checkbox', {
      name: 'Ik neem deze leverancier aan: het is mijn eigen factuur',
    });
    await user.click(accept);
    await screen.findByRole('heading', { name: 'Een factuur die u al hebt' });
    expect(called('import_preview').at(-1)?.payload).toMatchObject({ accept_supplier: true });
    expect(screen.getByRole('checkbox'), 'what was accepted can be taken back').toHaveProperty(
      'checked',
      true,
    );
    await user.click(screen.getByRole('checkbox'));
    await screen.findByRole('heading', { name: message });
  });

  it('says once that an account is not yours', async () => {
    const [statement] = filePreview().statements;
    if (!statement) throw new Error('no statement');
    const other = {
      code: 'other_account',
      severity: 'warning' as const,
      line: null,
      message: 'Rekening NL20INGB0001234567 is niet de rekening op uw brieven.',
    };
    const odd = { code: 'bad_date', severity: 'warning' as const, line: 9, message: 'Dit is geen datum.' };
    await toImport(
      filePreview({
        statements: [{ ...statement, own: false }],
        problems: [other, odd],
        problem_count: 2,
      }),
    );
    await screen.findByText('Dit is geen datum.');
    expect(screen.getAllByText(/is niet de rekening op uw brieven/)).toHaveLength(1);
    expect(screen.getByRole('heading', { name: '1 opmerking' }), 'and is counted once').toBeTruthy();
  });

  it('says of another account that its lines are added, when there are any', async () => {
    const [statement] = filePreview().statements;
    if (!statement) throw new Error('no statement');
    const of = (account: string, added: number) => ({ ...statement, account, own: false, added });
    await toImport(
      filePreview({ statements: [of('NL20INGB0001234567', 2), of('SE4550000000058398257466', 0)] }),
    );
    const said = (text: RegExp) => screen.getByText(text).textContent;
    await screen.findByText(/^SE4550000000058398257466 is niet/);
    expect(said(/^NL20INGB0001234567 is niet/)).toMatch(/De regels komen er wel bij\.$/);
    expect(said(/^SE4550000000058398257466 is niet/), 'nothing is added').toMatch(/op uw brieven\.$/);
  });

  it('tells problems with their lines, a few first', async () => {
    const problems = Array.from({ length: 40 }, (_, at) => ({
      code: 'bad_date',
      severity: 'warning' as const,
      line: at + 2,
      message: `Dit is geen datum (${at}).`,
    }));
    const { user } = await toImport(filePreview({ problems, problem_count: 1200 }));
    await screen.findByText('regel 2');
    expect(screen.queryByText('regel 30')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Toon alle 1.200' }));
    expect(screen.getByText('regel 30')).toBeTruthy();
    expect(screen.getByText('De eerste 40 van 1200.')).toBeTruthy();
  });

  it('asks for the columns that it does not know', async () => {
    const refused = { code: 'columns_missing', message: 'Geen kolom gevonden.' };
    const { user, called } = await toImport(
      filePreview({
        path: table.path,
        kind: 'refused',
        refused,
        table,
        added: { bank_lines: 0, invoices: 0, customers: 0 },
      }),
    );
    await screen.findByText('Wijs nog aan: factuurnummer.');
    await screen.findByRole('heading', { level: 1, name: 'Wijs aan wat er in de kolommen staat.' });
    await user.click(screen.getByRole('button', { name: /Wat er in kolom kol a staat/ }));
    await user.click(await screen.findByRole('option', { name: 'factuurnummer' }));
    await waitFor(() =>
      expect(called('import_preview').at(-1)?.payload).toMatchObject({
        columns: [
          {
            path: table.path,
            map: {
              columns: [
                { field: 'name', header: 'kol b', index: 1 },
                { field: 'invoice_number', header: 'kol a', index: 0 },
              ],
            },
          },
        ],
      }),
    );
  });

  it('gives a field to one column only', () => {
    const [first] = table.columns;
    if (!first) throw new Error('no column');
    expect(withColumn(table, first, 'name').columns).toEqual([{ field: 'name', header: 'kol a', index: 0 }]);
  });
});
