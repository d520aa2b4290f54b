// The whole window: the way in, the lock, or the rooms, as the session says.

import { useEffect } from 'react';
import { BackendProvider, type Transport } from './backend';
import { PathDialog } from './components/PathDialog';
import { ErrorState } from './components/States';
import { Toasts } from './components/Toast';
import { SessionProvider, useAppInfo, useSession } from './features/session/session';
import { UnlockScreen } from './features/unlock/UnlockScreen';
import { WelcomeRoom } from './features/welcome/WelcomeRoom';
import { AppFrame } from './frame/AppFrame';
import { GlobalActions } from './frame/GlobalActions';
import { LanguageProvider, useLanguage, useText } from './i18n';
import { ActionsProvider } from './keys/actions';

function Rooms() {
  const { session, lockReason, setSession, close } = useSession();
  const t = useText();
  const name = session.state === 'closed' ? null : session.name;
  useEffect(() => {
    document.title = name ? `${name} – ${t.appName}` : t.appName;
  }, [name, t]);

  if (session.state === 'open') return <AppFrame key={session.folder} session={session} />;
  if (session.state === 'locked') {
    return (
      <UnlockScreen target={session} reason={lockReason} onOpened={setSession} onLeave={() => void close()} />
    );
  }
  return <WelcomeRoom />;
}

function Started() {
  const t = useText();
  const { data, error, refetch } = useAppInfo();
  if (data) {
    return (
      <SessionProvider info={data}>
        <GlobalActions />
        <Rooms />
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
