// The one table of keys. An action works only while a part of the window offers it; the key sheet shows them all.

export type KeyGroup = 'everywhere' | 'today';

type Row = { combo: string | null; group: KeyGroup };

export const keyTable = {
  palette: { combo: 'mod+k', group: 'everywhere' },
  keySheet: { combo: '?', group: 'everywhere' },
  lock: { combo: 'mod+l', group: 'everywhere' },
  preferences: { combo: 'mod+,', group: 'everywhere' },
  refresh: { combo: 'f5', group: 'everywhere' },
  closePanel: { combo: 'escape', group: 'everywhere' },
  goToday: { combo: 'mod+1', group: 'everywhere' },
  closeAdministration: { combo: null, group: 'everywhere' },
  language: { combo: null, group: 'everywhere' },
  theme: { combo: null, group: 'everywhere' },
  openFirst: { combo: 'b', group: 'today' },
} as const satisfies Record<string, Row>;

export type ActionId = keyof typeof keyTable;

/** Keys that lists and fields have by themselves, to be shown with the rest. */
export const listKeys = [
  { combos: ['up', 'down'], name: 'listMove' },
  { combos: ['enter'], name: 'listOpen' },
  { combos: ['home', 'end'], name: 'listEnds' },
  { combos: ['tab'], name: 'fieldNext' },
] as const;
