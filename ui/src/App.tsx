// The whole window: the way in, the lock, or the rooms, as the session says.

import { notifyManager } from '@tanstack/react-query';
import { useEffect } from 'react';
import { BackendProvider, type Transport } from './backend';
import { PathDialog } from './components/PathDialog';
import { ErrorState } from './components/States';
import { Toasts } from './components/Toast';
import { SessionProvider, useAppInfo, useSession } from './features/session/session';
import { UnlockScreen } from './features/unlock/UnlockScreen';
import { WelcomeRoom } from './features/welcome/WelcomeRoom';
import { AppFrame } from './frame/AppFrame';
import { FileDrop } from './frame/FileDrop';
import { GlobalActions } from './frame/GlobalActions';
import { NavigationProvider } from './frame/navigation';
import { rooms } from './frame/rooms';
import { useKeptFocus } from './frame/useKeptFocus';
import { LanguageProvider, useLanguage, useText } from './i18n';
import { ActionsProvider } from './keys/actions';

// At once, not a moment later: a button that works must know it before the second click of two.
notifyManager.setScheduler(queueMicrotask);

const built = new Set(rooms.map(({ id }) => id));

function Rooms() {
  const { session, lockReason, setSession, close } = useSession();
  const t = useText();
  const name = session.state === 'closed' ? null : session.name;
  useEffect(() => {
    document.title = name ? `${name} – ${t.appName}` : t.appName;
  }, [name, t]);

  if (session.state === 'open') return <AppFrame session={session} />;
  if (session.state === 'locked') {
    return (
      <UnlockScreen target={session} reason={lockReason} onOpened={setSession} onLeave={() => void close()} />
    );
  }
  return <WelcomeRoom />;
}

/** Everything of one administration: another one starts afresh, the same one behind its lock stays where it was. */
function Inside() {
  const { session } = useSession();
  useKeptFocus();
  return (
    <NavigationProvider key={session.state === 'closed' ? 'none' : session.folder} rooms={built}>
      <GlobalActions />
      <Rooms />
      <FileDrop />
    </NavigationProvider>
  );
}

function Started() {
  const t = useText();
  const { data, error, refetch } = useAppInfo();
  if (data) {
    return (
      <SessionProvider info={data}>
        <Inside />
      </SessionProvider>
    );
  }
  return error ? <ErrorState title={t.error.title} reason={error} onRetry={() => void refetch()} /> : null;
}

export function App(props: { transport: Transport }) {
  const lang = useLanguage();
  return (
    <LanguageProvider>
      <BackendProvider transport={props.transport} lang={lang}>
        <ActionsProvider>
          <Started />
          <PathDialog />
          <Toasts />
        </ActionsProvider>
      </BackendProvider>
    </LanguageProvider>
  );
}
