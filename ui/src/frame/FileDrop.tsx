// Files may be dropped anywhere in the window: copies of the invoice that is open go to it, the rest to the import.
// An administration's folder or a backup that is dropped on the way in is opened, or put back.

import { useEffect, useRef, useState } from 'react';
import { useBackend, type FileDrag } from '../backend';
import { Icon } from '../components/Icon';
import { notify } from '../components/Toast';
import { areCopies, useDropTarget } from '../features/files/dropTarget';
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
  const target = useDropTarget();

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
    if (session.state === 'open' && target && areCopies(paths)) {
      target.keep(paths);
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
  const words =
    session.state !== 'open'
      ? { title: t.drop.hereClosed, help: t.drop.hereClosedHelp }
      : target
        ? { title: t.files.dropHere(target.name), help: t.files.dropHelp }
        : { title: t.drop.here, help: t.drop.hereHelp };
  return (
    <div className="file-drop" aria-hidden>
      <div className="file-drop-words">
        <Icon name="import" size={28} />
        <strong>{words.title}</strong>
        <span className="quiet">{words.help}</span>
      </div>
    </div>
  );
}
