// Files may be dropped anywhere in the window: they go to the import. An administration's folder or a backup
// that is dropped on the way in is opened, or put back.

import { useEffect, useRef, useState } from 'react';
import { useBackend, type FileDrag } from '../backend';
import { Icon } from '../components/Icon';
import { notify } from '../components/Toast';
import { offerFiles } from '../features/import/dropped';
import { useSession } from '../features/session/session';
import { useText } from '../i18n';
import { useNavigation } from './navigation';
import './FileDrop.css';

const FOLDER = /\.standvast$/i;
const BACKUP = /\.standvast-backup$/i;

export function FileDrop() {
  const t = useText();
  const backend = useBackend();
  const { session, arrive } = useSession();
  const { go, has } = useNavigation();
  const [over, setOver] = useState(false);

  const dropped = (paths: string[]) => {
    const own = paths.find((path) => FOLDER.test(path) || BACKUP.test(path));
    if (own !== undefined) {
      if (session.state === 'open') {
        notify({ tone: 'info', message: t.drop.ownWhileOpen, hint: t.drop.ownWhileOpenHint });
      } else arrive(BACKUP.test(own) ? { at: 'restore', file: own } : { at: 'unlock', folder: own });
      return;
    }
    if (session.state === 'closed') {
      notify({ tone: 'info', message: t.drop.closed, hint: t.drop.closedHint });
      return;
    }
    if (document.querySelector('[role="dialog"]') !== null) {
      notify({ tone: 'info', message: t.drop.inDialog });
      return;
    }
    if (!has('bank')) return;
    offerFiles(paths);
    go({ room: 'bank', tab: 'import' });
    if (session.state === 'locked') notify({ tone: 'info', message: t.drop.locked(paths.length) });
  };
  const latest = useRef(dropped);
  useEffect(() => {
    latest.current = dropped;
  });
  useEffect(
    () =>
      backend.onFileDrag((drag: FileDrag) => {
        setOver(drag.what === 'over');
        if (drag.what === 'dropped') latest.current(drag.paths);
      }),
    [backend],
  );

  if (!over) return null;
  return (
    <div className="file-drop" aria-hidden>
      <div className="file-drop-words">
        <Icon name="import" size={28} />
        <strong>{session.state === 'open' ? t.drop.here : t.drop.hereClosed}</strong>
        <span className="quiet">{session.state === 'open' ? t.drop.hereHelp : t.drop.hereClosedHelp}</span>
      </div>
    </div>
  );
}
