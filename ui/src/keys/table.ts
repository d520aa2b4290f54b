// The one table of keys, room by room. An action works only while a part of the window offers it; the key sheet
// shows them all. Two actions may share a key where they are never on screen together.

import { customers } from './of/customers';
import { dunning } from './of/dunning';
import { dossiers } from './of/dossiers';
import { calculator } from './of/calculator';
import { bank } from './of/bank';
import { everywhere } from './of/everywhere';
import { pdf } from './of/pdf';
import { today } from './of/today';

export const keyGroups = [
  'everywhere',
  'today',
  'pdf',
  'customers',
  'dunning',
  'dossiers',
  'calculator',
  'bank',
] as const;

export type KeyGroup = (typeof keyGroups)[number];

type Row = { combo: string | null; group: KeyGroup };

export const keyTable = {
  ...everywhere,
  ...today,
  ...pdf,
  ...customers,
  ...dunning,
  ...dossiers,
  ...calculator,
  ...bank,
} as const satisfies Record<string, Row>;

export type ActionId = keyof typeof keyTable;

/** Keys that lists and fields have by themselves, to be shown with the rest. */
export const listKeys = [
  { combos: ['up', 'down'], name: 'listMove' },
  { combos: ['enter'], name: 'listOpen' },
  { combos: ['home', 'end'], name: 'listEnds' },
  { combos: ['space'], name: 'listMark' },
  { combos: ['tab'], name: 'fieldNext' },
] as const;
