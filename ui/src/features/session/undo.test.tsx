import { act, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { notify } from '../../components/Toast';
import { renderApp } from '../../testing/fake';
import { appInfo, open } from '../../testing/fixtures';

const told = (id: string, undo: boolean) => ({
  id,
  at: '2026-11-22T08:10:00Z' as never,
  day: '2026-11-22' as never,
  what: id,
  undo,
  run: null,
});

async function undoLast(hold: boolean) {
  const { user } = renderApp({
    app_info: () => appInfo(open),
    undo: () => ({ id: 'F-9', done: 'De laatste is teruggedraaid.' }),
    history: () => ({ acts: [told('F-9', false), told('F-8', false), told('F-7', hold)] }),
  });
  await screen.findByRole('heading', { level: 1 });
  act(() => notify({ tone: 'good', message: 'Pauze gegeven.', undo: vi.fn(), about: 'F-7' }));
  await screen.findByText('Pauze gegeven.');
  await user.keyboard('{Control>}z{/Control}');
  await screen.findByText('De laatste is teruggedraaid.');
}

it('leaves the way back of an earlier act, when the last one was done without a word', async () => {
  await undoLast(true);
  expect(screen.getByText('Pauze gegeven.'), 'only what came after it was undone').toBeTruthy();
});

it('offers no second time what the key has undone', async () => {
  await undoLast(false);
  await waitFor(() => expect(screen.queryByText('Pauze gegeven.')).toBeNull());
});
