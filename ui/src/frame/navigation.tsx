// Where the window is: a room, and what is opened in it. Rooms lead to each other by `go`; `back` returns the
// way one came. Nothing of it is in the address: that holds the bridge's token, and a desktop has no address.

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Text } from '../i18n';

export type RoomId = keyof Text['rooms'];

/** `tab` and `open` mean what the room says: a part of it, and the one thing that is opened there. */
export type Place = { room: RoomId; tab?: string; open?: string };

type Navigation = {
  place: Place;
  go: (place: Place) => void;
  /** Changes what is opened without a step to go back to. */
  replace: (place: Place) => void;
  back: () => void;
  canGoBack: boolean;
};

const NavigationContext = createContext<Navigation | null>(null);

const REMEMBERED = 50;

export function NavigationProvider(props: { children: ReactNode }) {
  const [way, setWay] = useState<readonly Place[]>([{ room: 'today' }]);
  const go = useCallback((place: Place) => setWay((before) => [...before, place].slice(-REMEMBERED)), []);
  const replace = useCallback((place: Place) => setWay((before) => [...before.slice(0, -1), place]), []);
  const back = useCallback(() => setWay((before) => (before.length > 1 ? before.slice(0, -1) : before)), []);
  const value = useMemo<Navigation>(
    () => ({ place: way.at(-1) ?? { room: 'today' }, go, replace, back, canGoBack: way.length > 1 }),
    [way, go, replace, back],
  );
  return <NavigationContext value={value}>{props.children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('useNavigation outside NavigationProvider');
  return navigation;
}
