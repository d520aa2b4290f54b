// The frame round the rooms: the rail at the left, the chosen room at the right.

import { useCallback } from 'react';
import type { SessionState } from '../backend';
import { useIdleLock } from '../features/session/useIdleLock';
import { useSession } from '../features/session/session';
import { useAct } from '../features/session/useAct';
import { useToday } from '../features/today/useToday';
import { useText } from '../i18n';
import { useAction } from '../keys/actions';
import { NavigationProvider, useNavigation } from './navigation';
import { Rail } from './Rail';
import { rooms, type Room } from './rooms';
import './AppFrame.css';

type Open = Extract<SessionState, { state: 'open' }>;

/** One key for one room: a hook each, so each is a part of its own. */
function RoomKey({ room }: { room: Room }) {
  const { go } = useNavigation();
  useAction(room.action, () => go({ room: room.id }));
  return null;
}

export function AppFrame(props: { session: Open }) {
  return (
    <NavigationProvider>
      {rooms.map((room) => (
        <RoomKey key={room.id} room={room} />
      ))}
      <Frame session={props.session} />
    </NavigationProvider>
  );
}

function Frame(props: { session: Open }) {
  const t = useText();
  const { info, lock, close } = useSession();
  const today = useToday();
  const { place, go, back, canGoBack } = useNavigation();
  const { undo } = useAct();

  const lockIdle = useCallback(() => void lock('idle'), [lock]);
  useIdleLock(info.lock_after_minutes, lockIdle);
  useAction('lock', () => void lock('asked'));
  useAction('closeAdministration', () => void close());
  useAction('undo', () => void undo());
  useAction('goBack', back, canGoBack);

  const Content = rooms.find(({ id }) => id === place.room)?.content;

  return (
    <div className="frame">
      <a
        className="skip"
        href="#room"
        onClick={(event) => {
          // The address holds the bridge's token: the link moves focus without touching it.
          event.preventDefault();
          document.getElementById('room')?.focus();
        }}
      >
        {t.frame.skip}
      </a>
      <Rail
        administration={props.session}
        rooms={rooms}
        current={place.room}
        onGo={(room) => go({ room })}
        today={today.data}
      />
      <main id="room" className="room" tabIndex={-1}>
        {Content && <Content key={place.room} />}
      </main>
    </div>
  );
}
