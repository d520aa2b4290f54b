// Stands before a file that was chosen to be read in, for tests; and a list of which a column is not known.

import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { FilePreview, TableRead } from '../backend';
import { deskPage, importPreview } from './bank';
import { renderApp, type Answers } from './fake';
import { appInfo, open } from './fixtures';

export async function toImport(file: FilePreview, answers: Answers = {}) {
  const app = renderApp(
    {
      app_info: () => appInfo(open),
      bank_desk: () => deskPage([]),
      import_preview: () => importPreview([file]),
      import: () => ({ files: [], id: 'F-4..F-6', done: 'Ingelezen: 2 bankregels.' }),
      ...answers,
    },
    file.path,
  );
  await screen.findByRole('heading', { level: 1 });
  await app.user.keyboard('{Control>}4{/Control}');
  const choose = await screen.findByRole('button', { name: 'Bestand kiezen' });
  await waitFor(() => expect(document.activeElement, 'by keys alone: Enter chooses').toBe(choose));
  await app.user.keyboard('{Enter}');
  return app;
}

export const table: TableRead = {
  path: '/home/kees/lijst.csv',
  delimiter: ';',
  encoding: 'UTF-8',
  header_line: 1,
  rows: 2,
  columns: [
    { index: 0, header: 'kol a', samples: ['1'], field: null, certainty: 0 },
    { index: 1, header: 'kol b', samples: ['Jansen'], field: 'name', certainty: 90 },
  ],
  first: [],
  fields: [
    { field: 'invoice_number', words: 'factuurnummer', needed: true },
    { field: 'name', words: 'naam', needed: true },
  ],
  missing: ['invoice_number'],
  map: { columns: [{ field: 'name', header: 'kol b', index: 1 }], dates: 'day_first', decimal: null },
  remembered: false,
};
