import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../../i18n';
import { atCustomer } from '../../testing/atCustomer';
import { inside, toRun } from '../../testing/dunning';
import { renderApp } from '../../testing/fake';
import { wide } from '../../testing/wide';
import { forgetDrafts } from './drafts';
import { askPrinted, settlePrinted } from './atPrinter';

vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  // Wide enough for the letter beside the run.
  wide(1440);
});

afterEach(() => act(() => setLanguage('nl')));

const question = () => screen.findByRole('dialog', { name: 'Er is nog iets niet af' });
const noQuestion = () =>
  waitFor(() => expect(screen.queryByRole('dialog', { name: 'Er is nog iets niet af' })).toBeNull());

/** In the text of a letter, with words of one's own. */
async function writing() {
  const app = inside();
  await toRun(app.user);
  await screen.findByText('brief aan K-1');
  await app.user.keyboard('e');
  await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
  expect(app.words, 'so far the window may go unasked').toEqual(['finished']);
  await app.user.keyboard('Goedendag');
  return { ...app, field: document.activeElement as HTMLTextAreaElement };
}

describe('closing the window', () => {
  it('says beforehand whether it may go unasked, and lets it go when all was saved meanwhile', async () => {
    const { words, closeWindow } = await writing();
    expect(words, 'said once, not with every key').toEqual(['finished', 'unfinished']);
    act(forgetDrafts);
    expect(words.at(-1), 'nothing is left of it').toBe('finished');
    closeWindow();
    expect(words.at(-1), 'the wish and the saving may cross').toBe('leave');
    await noQuestion();
  });

  it('asks first, stays with Escape, and is back in the words that were being typed', async () => {
    const { user, words, closeWindow, called, field } = await writing();
    closeWindow();
    const asked = await question();
    expect(asked.textContent).toContain('Als u Standvast nu afsluit');
    expect(asked.textContent).toContain('de eigen tekst van 1 brief');
    expect(asked.textContent).toContain('zolang u Standvast niet afsluit');
    expect(words.at(-1), 'only now is the shell told that it was asked').toBe('asking');
    await user.keyboard('{Escape}');
    await noQuestion();
    expect(words.at(-1)).toBe('stay');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(field.value).toContain('Goedendag');
    expect(called('administration_close'), 'nothing was closed').toEqual([]);
  });

  it('answers each press of the close button, with one question', async () => {
    const { user, words, closeWindow } = await writing();
    closeWindow();
    await question();
    closeWindow();
    await waitFor(() => expect(words.slice(-2), 'the page lives').toEqual(['asking', 'asking']));
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Toch afsluiten' }));
    expect(words.at(-1)).toBe('leave');
  });

  it('stands before the question whether the administration may close, and not beside it', async () => {
    const { user, words, closeWindow, called } = await writing();
    await user.click(screen.getByRole('button', { name: /^Administratie/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Administratie sluiten' }));
    expect((await question()).textContent).toContain('deze administratie nu sluit');
    closeWindow();
    await screen.findByRole('button', { name: 'Toch afsluiten' });
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
    await user.keyboard('{Escape}');
    await noQuestion();
    expect(words.at(-1)).toBe('stay');
    expect(called('administration_close')).toEqual([]);
  });

  it('asks behind the lock too, where what was typed is kept', async () => {
    const { user, closeWindow } = await writing();
    await user.keyboard('{Control>}l{/Control}');
    const field = await screen.findByLabelText('Wachtzin');
    closeWindow();
    const asked = await question();
    expect(asked.textContent, 'it is locked').not.toContain('Vergrendelen');
    await user.keyboard('{Escape}');
    await noQuestion();
    await waitFor(() => expect(document.activeElement).toBe(field));
  });

  it('closes a menu that would lie over the question, and gives the keys back to its button', async () => {
    const { user, closeWindow } = await writing();
    const opens = screen.getByRole('button', { name: /^Administratie/ });
    await user.click(opens);
    await screen.findByRole('menuitem', { name: 'Administratie sluiten' });
    closeWindow();
    await question();
    expect(screen.queryByRole('menu')).toBeNull();
    await user.keyboard('{Escape}');
    await noQuestion();
    await waitFor(() => expect(document.activeElement).toBe(opens));
  });

  it('asks about a form that is open in a run, and not once it is closed', async () => {
    const { user, words } = inside();
    await toRun(user);
    await screen.findByText('brief aan K-1');
    await user.keyboard('o');
    const dialog = await screen.findByRole('dialog', { name: /vandaag overslaan/ });
    await user.type(within(dialog).getByRole('textbox', { name: 'Waarom' }), 'belt terug');
    expect(words.at(-1)).toBe('unfinished');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(words.at(-1), 'like any form that is closed').toBe('finished'));
  });

  it('asks over a form, and gives the keys back to its field', async () => {
    const { user, words, closeWindow } = await atCustomer();
    await user.keyboard('d');
    const form = await screen.findByRole('dialog', { name: 'Betwisting noteren' });
    const reason = within(form).getByRole('textbox', { name: 'Reden' });
    await user.type(reason, 'twee dozen stuk');
    closeWindow();
    expect((await question()).textContent).toContain('wat u aan het invullen was');
    await user.keyboard('{Escape}');
    await noQuestion();
    await waitFor(() => expect(document.activeElement).toBe(reason));
    expect(
      screen.getByRole('dialog', { name: 'Betwisting noteren' }),
      'one question, one Escape',
    ).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(words.at(-1), 'the form is closed').toBe('finished'));
  });

  it('asks about an administration that is being made, and not once its fields are empty again', async () => {
    const { user, words, closeWindow } = renderApp();
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    const name = await screen.findByRole('textbox', { name: /^Naam/ });
    await user.type(name, 'De Lijn');
    closeWindow();
    const asked = await question();
    expect(asked.textContent).toContain('de gegevens van uw nieuwe administratie');
    expect(asked.textContent, 'there is nothing to lock').not.toContain('Vergrendelen');
    await user.keyboard('{Escape}');
    await noQuestion();
    await user.clear(name);
    expect(words.at(-1)).toBe('finished');
  });

  it('asks at the recovery sheet, until it is kept', async () => {
    const { user, words, closeWindow } = renderApp({}, '/media/usb/blad.pdf');
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    await user.type(await screen.findByRole('textbox', { name: /^Naam/ }), 'De Lijn');
    await user.click(screen.getByRole('button', { name: 'Verder' }));
    await user.type(await screen.findByLabelText('Wachtzin'), 'vier koeien in de wei');
    await user.type(screen.getByLabelText('Nog een keer'), 'vier koeien in de wei');
    await user.click(screen.getByRole('button', { name: 'Administratie maken' }));
    await screen.findByRole('heading', { name: 'Bewaar uw herstelblad' });
    expect(words, 'not for a moment may it go unasked').toEqual(['finished', 'unfinished']);
    closeWindow();
    const asked = await question();
    expect(asked.textContent).toContain('de herstelcode van uw nieuwe administratie');
    expect(asked.textContent, 'the fields are kept by now').not.toContain('de gegevens van');
    await user.keyboard('{Escape}');
    await noQuestion();
    await user.click(screen.getByRole('button', { name: 'Herstelblad opslaan' }));
    await screen.findByText('/media/usb/blad.pdf');
    expect(words.at(-1), 'it lies where one chose').toBe('finished');
  });

  it('speaks of letters that lie in the printer, in English too', async () => {
    act(() => setLanguage('en'));
    const { words, closeWindow } = inside();
    await screen.findByRole('navigation');
    const printed = { run: 'R-9', letters: ['B-1', 'B-2'], alone: false };
    act(() => askPrinted(printed));
    expect(words.at(-1)).toBe('unfinished');
    closeWindow();
    const asked = await screen.findByRole('dialog', { name: 'Something is not finished yet' });
    expect(asked.textContent).toContain('If you quit Standvast now');
    expect(asked.textContent).toContain('that 2 letters were printed, and may be in the post');
    expect(within(asked).getByRole('button', { name: 'Quit anyway' })).toBeTruthy();
    act(() => settlePrinted(printed));
    expect(words.at(-1), 'it was said how they came out').toBe('finished');
  });
});
