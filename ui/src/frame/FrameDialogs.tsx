// What the frame asks or shows over the rooms: making a backup, and everything that was done.

import { useState } from 'react';
import { useBackend, type SessionState } from '../backend';
import { useSession } from '../features/session/session';
import { callPathBack } from '../features/today/first/remembered';
import { useText } from '../i18n';
import { useAction } from '../keys/actions';
import { BackupDialog } from './BackupDialog';
import { HistoryDialog } from './HistoryDialog';
import { useNavigation } from './navigation';

type Open = Extract<SessionState, { state: 'open' }>;

export function FrameDialogs({ session }: { session: Open }) {
  const t = useText();
  const backend = useBackend();
  const { info, close, targetOf } = useSession();
  const { go } = useNavigation();
  const [shown, setShown] = useState<'backup' | 'history' | null>(null);
  const nothing = () => setShown(null);

  const openOther = async () => {
    // Chosen first: whoever changes his mind stays where he is.
    const folder = await backend.pickFolder({ title: t.welcome.openPick, start: info.default_folder });
    if (folder !== null) await close({ at: 'unlock', target: targetOf(folder) });
  };
  useAction('makeBackup', () => setShown('backup'));
  useAction('history', () => setShown('history'));
  useAction('firstSteps', () => {
    callPathBack(session.folder);
    go({ room: 'today' });
  });
  useAction('newAdministration', () => void close({ at: 'create' }));
  useAction('openAdministration', () => void openOther());

  if (shown === 'backup') return <BackupDialog session={session} onClose={nothing} />;
  return shown === 'history' ? <HistoryDialog onClose={nothing} /> : null;
}
