// Where the window is: a room, and what is opened in it. Rooms lead to each other by `go`; `back` returns the
// way one came. Nothing of it is in the address: that holds the bridge's token, and a desktop has no address.
// It stands above the lock, so that unlocking leads back to where one was.

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Text } from '../i18n';

export type RoomId = keyof Text['rooms'];

/** `tab` and `open` mean what the room says: a part of it, and the one thing that is opened there. */
export type Place = { room: RoomId; tab?: string; open?: string };

type Navigation = {
  place: Place;
  /** Where one was before, the latest first, each place once. */
  recent: readonly Place[];
  /** Whether a room is built: nothing leads to a place that is not there. */
  has: (room: RoomId) => boolean;
  go: (place: Place) => void;
  /** Changes what is opened without a step to go back to. */
  replace: (place: Place) => void;
  back: () => void;
  canGoBack: boolean;
};

const NavigationContext = createContext<Navigation | null>(null);

const REMEMBERED = 50;

const start: Place = { room: 'today' };

export function nameOfPlace({ room, tab, open }: Place): string {
  return [room, tab, open].join(' ');
}

function recentOf(way: readonly Place[]): Place[] {
  const seen = new Map<string, Place>();
  for (const place of way.toReversed()) {
    const name = nameOfPlace(place);
    if (!seen.has(name)) seen.set(name, place);
  }
  return [...seen.values()].slice(1);
}

export function NavigationProvider(props: { rooms: ReadonlySet<RoomId>; children: ReactNode }) {
  const { rooms } = props;
  const [way, setWay] = useState<readonly Place[]>([start]);
  const go = useCallback(
    (place: Place) =>
      setWay((before) => {
        const now = before.at(-1);
        if (now && nameOfPlace(now) === nameOfPlace(place)) return before;
        return [...before, place].slice(-REMEMBERED);
      }),
    [],
  );
  const replace = useCallback((place: Place) => setWay((before) => [...before.slice(0, -1), place]), []);
  const back = useCallback(() => setWay((before) => (before.length > 1 ? before.slice(0, -1) : before)), []);
  const has = useCallback((room: RoomId) => rooms.has(room), [rooms]);
  const value = useMemo<Navigation>(
    () => ({
      place: way.at(-1) ?? start,
      recent: recentOf(way),
      has,
      go,
      replace,
      back,
      canGoBack: way.length > 1,
    }),
    [way, has, go, replace, back],
  );
  return <NavigationContext value={value}>{props.children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('useNavigation outside NavigationProvider');
  return navigation;
}
