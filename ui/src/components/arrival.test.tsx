// Tests of where the keys are: on what a room is for when one comes by a key, and never nowhere.

import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { atCustomer } from '../testing/atCustomer';
import { customersPage } from '../testing/customers';
import { renderApp } from '../testing/fake';
import { appInfo, open } from '../testing/fixtures';

const answers = { app_info: () => appInfo(open), customers: customersPage(3) };

it('is at the list of a room that one goes to by its key', async () => {
  const { user } = renderApp(answers);
  await screen.findByRole('navigation');
  screen.getByRole('button', { name: /^Vandaag/ }).focus();
  await user.keyboard('{Control>}2{/Control}');
  const list = await screen.findByRole('grid', { name: 'Klanten' });
  await waitFor(() => expect(document.activeElement, 'the next arrow is for the list').toBe(list));
});

it('goes down into the list from nowhere', async () => {
  const { user } = renderApp(answers);
  await screen.findByRole('navigation');
  await user.click(screen.getByRole('button', { name: /^Klanten/ }));
  const list = await screen.findByRole('grid', { name: 'Klanten' });
  (document.activeElement as HTMLElement).blur();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(list);
});

it('does not fall out of the window with what had it', async () => {
  await atCustomer();
  const gone = screen.getByRole('complementary').querySelector<HTMLElement>('button');
  gone?.focus();
  expect(document.activeElement).toBe(gone);
  const within = gone?.parentElement;
  gone?.remove();
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  expect(within?.contains(document.activeElement) || document.activeElement?.contains(within ?? null)).toBe(
    true,
  );
});

it('does not fall out of the window with a button that may no longer be pressed', async () => {
  await atCustomer();
  const button = screen.getByRole('complementary').querySelector<HTMLButtonElement>('button');
  button?.focus();
  // A browser takes the keys from what is disabled; the window of the tests does not.
  button?.blur();
  if (button) button.disabled = true;
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  expect(document.activeElement, 'it stays near').not.toBe(button);
  expect(document.activeElement?.contains(button ?? null)).toBe(true);
  if (button) button.disabled = false;
  await waitFor(() => expect(document.activeElement, 'when it is done it has the keys again').toBe(button));
});
