// The frame round the rooms: the rail at the left, the chosen room at the right, and under it what takes long.

import { useCallback, useRef } from 'react';
import type { SessionState } from '../backend';
import { ActsProvider } from '../features/acts/ActsProvider';
import { comeIn } from '../components/arrival';
import { Boundary } from '../components/Boundary';
import { useForgotten } from '../features/session/forgotten';
import { useIdleLock } from '../features/session/useIdleLock';
import { useSession } from '../features/session/session';
import { useAct } from '../features/session/useAct';
import { useOverview } from '../features/today/useOverview';
import { useText } from '../i18n';
import { useAction } from '../keys/actions';
import { FrameDialogs } from './FrameDialogs';
import { JobBar } from './JobBar';
import { useNavigation } from './navigation';
import { Rail } from './Rail';
import { rooms, type Room } from './rooms';
import { TroubleStrip } from './TroubleStrip';
import { useNewDay } from './useNewDay';
import { useSize } from '../components/useSize';
import './AppFrame.css';

const SLIM_BELOW_REM = 44;

type Open = Extract<SessionState, { state: 'open' }>;

/** One key for one room: a hook each, so each is a part of its own. */
function RoomKey({ room }: { room: Room }) {
  const { go } = useNavigation();
  useAction(room.action, () => {
    go({ room: room.id });
    // Once the room stands there: its list is what the next key is for.
    setTimeout(comeIn);
  });
  return null;
}

export function AppFrame({ session }: { session: Open }) {
  const t = useText();
  const { info, lock, close } = useSession();
  const overview = useOverview();
  const { place, go, back, canGoBack } = useNavigation();
  const { undo } = useAct();
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  // Measured in text rather than asked of a media query: those do not follow text that was made larger.
  const slim = width > 0 && width < SLIM_BELOW_REM;

  const lockIdle = useCallback(() => void lock('idle'), [lock]);
  useIdleLock(info.lock_after_minutes, lockIdle);
  useNewDay();
  useForgotten();
  useAction('lock', () => void lock('asked'));
  useAction('closeAdministration', () => void close());
  useAction('undo', () => void undo());
  useAction('goBack', back, canGoBack);

  const Content = rooms.find(({ id }) => id === place.room)?.content;

  return (
    <div ref={frame} className={slim ? 'frame frame-slim' : 'frame'}>
      {rooms.map((room) => (
        <RoomKey key={room.id} room={room} />
      ))}
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
        administration={session}
        rooms={rooms}
        current={place.room}
        onGo={(room) => go({ room })}
        overview={overview.data}
        slim={slim}
      />
      <div className="frame-work">
        <TroubleStrip />
        <ActsProvider>
          <main id="room" className="room" tabIndex={-1}>
            <Boundary key={place.room} title={t.error.title}>
              {Content && <Content />}
            </Boundary>
          </main>
        </ActsProvider>
        <JobBar />
      </div>
      <FrameDialogs session={session} />
    </div>
  );
}
