import { describe, expect, it } from 'vitest';
import { en } from './en';
import { nl } from './nl';

/** Every sentence of a catalogue by its path; functions are called with numbers and words. */
function sentences(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return sentences((value as (...args: unknown[]) => unknown)(2, 3, 4), `${path}()`);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => sentences(part, `${path}.${key}`));
}

describe('the two languages', () => {
  it('say the same things', () => {
    const paths = (catalogue: unknown) => sentences(catalogue).map(([path]) => path);
    expect(paths(en), 'a sentence missing in one language leaves a hole in the window').toEqual(paths(nl));
  });

  it('leave nothing empty or undefined', () => {
    // The middle of a sentence of state may be empty: then nothing is stressed.
    const holes = [...sentences(nl), ...sentences(en)].filter(
      ([path, text]) =>
        (text.trim() === '' && !path.startsWith('.today.state')) || text.includes('undefined'),
    );
    expect(holes).toEqual([]);
  });

  it('count one thing as one thing', () => {
    expect(nl.today.card.letters(1)).toBe('1 brief of mail kan weg');
    expect(nl.today.card.letters(1200)).toBe('1.200 brieven en mails kunnen weg');
    expect(en.today.daysLate(1)).toBe('1 day late');
  });
});
