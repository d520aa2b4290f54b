// Koppelen over a core that books, for component tests.

import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { DeskLine } from '../backend';
import { deskPage } from './bank';
import { renderApp, type Answers } from './fake';
import { appInfo, open } from './fixtures';

/** A desk that books: what was accepted waits no longer, what was undone waits again. */
export function atTheDesk(lines: DeskLine[], answers: Answers = {}) {
  let waiting = lines;
  const gone: DeskLine[] = [];
  const take = (id: string) => {
    gone.push(...waiting.filter((line) => line.id === id));
    waiting = waiting.filter((line) => line.id !== id);
    return { id: `F-${gone.length}`, done: 'Geboekt.' };
  };
  return renderApp({
    app_info: () => appInfo(open),
    bank_desk: () => deskPage(waiting, gone.length),
    bank_candidates: () => ({ amount: '1500.00' as never, customers: [] }),
    match_accept: ({ line }) => take(line),
    dismiss: ({ line }) => take(line),
    undo: () => {
      waiting = [...gone.splice(-1), ...waiting];
      return { id: 'F-9', done: 'Ongedaan gemaakt.' };
    },
    ...answers,
  });
}

export const list = () => screen.findByRole('listbox', { name: 'Bankregels die wachten' });

export async function toBank(user: ReturnType<typeof renderApp>['user']) {
  await screen.findByRole('heading', { level: 1 });
  await user.keyboard('{Control>}4{/Control}');
  await waitFor(async () => expect(document.activeElement).toBe(await list()));
}
