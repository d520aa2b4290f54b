import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import lock from '../../../package-lock.json?raw';
import { renderApp } from '../../testing/fake';
import { appInfo, open } from '../../testing/fixtures';
import { matching, readLibraries } from './libraries';

describe('the list of what others wrote', () => {
  it('names the fonts, the icons and every package of the window, with its licence', async () => {
    const { libraries, texts } = await readLibraries();
    const kinds = new Set(libraries.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(['font', 'icons', 'rust', 'web']);
    type Locked = Record<string, { version?: string; dev?: boolean; optional?: boolean }>;
    const { packages } = JSON.parse(lock) as { packages: Locked };
    const wanted = Object.entries(packages).filter(
      ([place, { dev, optional }]) => place && !dev && !optional,
    );
    expect(wanted.length, 'without packages this would pass for nothing').toBeGreaterThan(15);
    for (const [place, { version }] of wanted) {
      const name = place.replace(/^.*node_modules\//, '');
      expect(
        libraries.some((one) => one.name === name && one.version === version),
        `${name} ${version} must be in the list`,
      ).toBe(true);
    }
    const inter = libraries.find(({ name }) => name.endsWith('/inter'));
    expect(texts[inter?.texts[0] ?? -1], 'a font brings its licence').toContain('SIL OPEN FONT LICENSE');
  });

  it('names no place of a computer and no registry', async () => {
    const { libraries, texts } = await readLibraries();
    const all = JSON.stringify({ libraries, texts });
    expect(all).not.toMatch(/crates\.io|npmjs|\/root\/|\/home\/|\/Users\/|registry\+|\.cargo/);
  });

  it('is searched by words that all must occur', async () => {
    const { libraries } = await readLibraries();
    const found = matching(libraries, 'MPL-2.0 css');
    expect(found.map(({ name }) => name)).toEqual(['cssparser', 'cssparser-macros']);
    expect(matching(libraries, '  ')).toHaveLength(libraries.length);
    expect(matching(libraries, 'no such library')).toEqual([]);
  });
});

describe('Over', () => {
  beforeEach(() => {
    // A list box draws what is in sight: here it is as high as its style says.
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(352);
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(600);
  });

  it('finds a library and shows its licence by keys', async () => {
    const user = userEvent.setup();
    renderApp({ app_info: () => appInfo(open) });
    await user.keyboard('{Control>}8{/Control}');
    await user.click(await screen.findByRole('tab', { name: 'Over' }));
    const search = await screen.findByRole('searchbox', { name: 'Zoeken op naam of licentie' });
    await user.type(search, 'selectors');
    expect(screen.getByText('1 gevonden')).toBeTruthy();
    const list = screen.getByRole('listbox', { name: 'Wat er van anderen in zit' });
    list.focus();
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: /^selectors / });
    expect(within(dialog).getByText(/Mozilla Public License/)).toBeTruthy();
    expect(within(dialog).getByText(/github\.com/), 'it says where the source is').toBeTruthy();
    await user.keyboard('{Escape}');
    expect(document.activeElement, 'the focus goes back to the list').toBe(list);
    await user.clear(search);
    await user.type(search, 'zzzz');
    expect(screen.getByText('Niets van die naam.')).toBeTruthy();
  });
});
