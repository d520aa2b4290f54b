import { expect, it } from 'vitest';
import type { Gate, IsoDate, NextStep } from '../../backend';
import { nl } from '../../i18n/nl';
import { nextWords } from './words';

it('says of a step that is due whether it goes, and of another when', () => {
  const today = '2026-11-22' as IsoDate;
  const said = (gate: Gate | null, on = today) =>
    nextWords({ kind: 'letter', step: 'reminder', on, gate } satisfies NextStep, today, nl);
  expect(said('green')).toBe('herinnering, nu');
  expect(said('red'), 'a promise holds it back: it does not go now').toBe('herinnering, tegengehouden');
  expect(said('amber')).toBe('herinnering, vraagt een besluit');
  expect(said(null, '2026-12-03' as IsoDate)).toBe('herinnering op 3 dec 2026');
});
