// The parts of the rooms, for who looks for one by its name.

import { useText } from '../../i18n';
import { useNavigation, type RoomId } from '../navigation';
import { rooms } from '../rooms';
import type { Entry } from './entries';

/** With fewer letters nearly everything has them. */
const LETTERS = 3;

export function usePartEntries(typed: string, matches: (title: string, text: string) => boolean): Entry[] {
  const t = useText();
  const { go, has } = useNavigation();
  const text = typed.trim();
  if (text.length < LETTERS) return [];
  // In Settings these only lead on to parts of Aanmanen, which are named themselves.
  const settings = Object.fromEntries(
    Object.entries(t.settings.tabs).filter(([tab]) => tab !== 'plan' && tab !== 'texts'),
  );
  const parts: readonly [RoomId, Record<string, string>][] = [
    ['bank', t.bank.tabs],
    ['dunning', t.dunning.tabs],
    ['dossiers', t.dossiers.tabs],
    ['calculator', t.calculator.tabs],
    ['settings', settings],
  ];
  return parts.flatMap(([room, tabs]) =>
    !has(room)
      ? []
      : Object.entries(tabs)
          .filter(([, title]) => matches(title, text))
          .map(([tab, title]) => ({
            id: `part ${room} ${tab}`,
            icon: rooms.find(({ id }) => id === room)?.icon ?? 'forward',
            title,
            text: t.rooms[room],
            run: () => go({ room, tab }),
          })),
  );
}
