import { describe, expect, it } from 'vitest';
import { comboOf } from './combo';
import { keyGroups, keyTable } from './table';

describe('the table of keys', () => {
  it('gives no key to two actions that can be on screen together', () => {
    const rows = Object.values(keyTable);
    for (const group of keyGroups) {
      const combos = rows
        .filter((row) => row.group === 'everywhere' || row.group === group)
        .flatMap(({ combo }) => (combo ? [combo] : []));
      expect(new Set(combos).size, `one key, one action in ${group}`).toBe(combos.length);
    }
  });

  it.each([
    [{ key: 'k', ctrlKey: true }, 'mod+k'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: 'L', ctrlKey: true, shiftKey: true }, 'mod+shift+l'],
    [{ key: 'Escape' }, 'escape'],
    [{ key: 'ArrowDown' }, 'down'],
  ])('reads %o as %s', (init, combo) => {
    expect(comboOf(new KeyboardEvent('keydown', init))).toBe(combo);
  });
});
