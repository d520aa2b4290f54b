// The frame round the rooms: the rail at the left, the chosen room at the right.

import { useCallback, useState } from 'react';
import type { SessionState } from '../backend';
import { useIdleLock } from '../features/session/useIdleLock';
import { useSession } from '../features/session/session';
import { TodayRoom } from '../features/today/TodayRoom';
import { useToday } from '../features/today/useToday';
import { useText } from '../i18n';
import { useAction } from '../keys/actions';
import { Rail } from './Rail';
import type { Room, RoomId } from './rooms';
import './AppFrame.css';

type Open = Extract<SessionState, { state: 'open' }>;

export function AppFrame(props: { session: Open }) {
  const t = useText();
  const { info, lock, close } = useSession();
  const today = useToday();
  const [roomId, setRoomId] = useState<RoomId>('today');

  const lockIdle = useCallback(() => void lock('idle'), [lock]);
  useIdleLock(info.lock_after_minutes, lockIdle);
  useAction('lock', () => void lock('asked'));
  useAction('closeAdministration', () => void close());
  useAction('goToday', () => setRoomId('today'));

  const waiting = today.data?.work.reduce((sum, { count }) => sum + count, 0);
  const rooms: Room[] = [{ id: 'today', icon: 'today', count: waiting, content: <TodayRoom /> }];
  const room = rooms.find(({ id }) => id === roomId);

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
        current={roomId}
        onGo={setRoomId}
        today={today.data}
      />
      <main id="room" className="room" tabIndex={-1}>
        {room?.content}
      </main>
    </div>
  );
}
