// Makes a backup: one file, somewhere else than the administration itself.

import { useState } from 'react';
import type { SessionState } from '../backend';
import { Button } from '../components/Button';
import { Dialog } from '../components/Dialog';
import { PathField } from '../components/PathField';
import { ProgressJob } from '../components/ProgressJob';
import { ErrorStrip } from '../components/States';
import { notify } from '../components/Toast';
import { useSession } from '../features/session/session';
import { inWordsOf } from '../features/session/problems';
import { useAct } from '../features/session/useAct';
import { useText } from '../i18n';

/** The folder of the last backup, as long as the program runs. */
let lastFolder: string | null = null;

const parts = /^(.*)([/\\])([^/\\]*)$/;

/** A place for the backup, named after the administration and the day. */
function suggested(name: string, day: string, home: string): string {
  const safe = name
    .replaceAll(/[<>:"/\\|?*]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  const folder = lastFolder ?? home;
  const mark = folder.includes('\\') ? '\\' : '/';
  return `${folder}${mark}${safe} ${day}.standvast-backup`;
}

export function BackupDialog(props: {
  session: Extract<SessionState, { state: 'open' }>;
  onClose: () => void;
}) {
  const { session, onClose } = props;
  const t = useText();
  const { info } = useSession();
  const { act, busy, failure } = useAct();
  const [file, setFile] = useState(() => suggested(session.name, info.today, info.default_folder));

  const make = async () => {
    const saved = await act('backup', { out: file }, { quiet: true, ownErrors: true });
    if (!saved) return;
    const [, folder] = parts.exec(saved.file) ?? [];
    if (folder) lastFolder = folder;
    onClose();
    notify({ tone: 'good', message: t.backup.made, hint: saved.file });
  };
  return (
    <Dialog
      title={t.backup.title}
      isOpen
      onClose={onClose}
      keepOpen={busy}
      buttons={
        !busy && (
          <>
            <Button onPress={onClose}>{t.common.cancel}</Button>
            <Button weight="primary" isDisabled={file.trim() === ''} onPress={() => void make()}>
              {t.backup.make}
            </Button>
          </>
        )
      }
    >
      {busy ? (
        <ProgressJob />
      ) : (
        <>
          <p className="quiet">{t.backup.text}</p>
          <PathField
            label={t.backup.file}
            help={t.backup.fileHelp}
            pickTitle={t.backup.title}
            value={file}
            onChange={setFile}
            filters={[{ name: t.welcome.restoreForm.filter, extensions: ['standvast-backup'] }]}
          />
          <ErrorStrip reason={inWordsOf(failure, t.error.place)} />
        </>
      )}
    </Dialog>
  );
}
