// Which acts of the history stand as one line.

import { expect, it } from 'vitest';
import type { Act } from '../backend';
import { together } from './together';

const act = (id: number, at: string, what: string): Act => ({
  id: `F-${id}`,
  at: `2026-11-22T${at}Z` as Act['at'],
  day: '2026-11-22' as Act['day'],
  what,
  undo: true,
  run: null,
});
const lines = (acts: Act[]) => together(acts).map(({ first, rest }) => [first.id, rest.length]);

it('folds what one act did to several customers, also when two kinds alternate', () => {
  expect(
    lines([
      act(6, '08:30:00.900', 'Brief aan Bakkerij Zoet als verzonden genoteerd'),
      act(5, '08:30:00.800', 'Brief aan Bakkerij Zoet klaargezet'),
      act(4, '08:30:00.700', 'Brief aan De Molen als verzonden genoteerd'),
      act(3, '08:30:00.600', 'Brief aan De Molen klaargezet'),
      act(2, '08:30:00.500', 'Brief aan De Eik als verzonden genoteerd'),
    ]),
  ).toEqual([
    ['F-6', 2],
    ['F-5', 1],
  ]);
});

it('keeps apart what was done one after the other by hand, and what says something else', () => {
  expect(
    lines([
      act(4, '09:10:00', 'De Molen rust tot en met 5 december 2026'),
      act(3, '09:00:00', 'De Eik rust tot en met 5 december 2026'),
      act(2, '08:59:59', 'Notitie bij De Eik'),
      act(1, '08:59:58', 'De Eik betwist factuur 2026-0005'),
    ]),
    'ten minutes lie between the first two',
  ).toEqual([
    ['F-4', 0],
    ['F-3', 0],
    ['F-2', 0],
    ['F-1', 0],
  ]);
});
