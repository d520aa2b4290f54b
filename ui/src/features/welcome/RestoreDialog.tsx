// Puts a backup back as a new administration, and says what this computer knows of what left after it.

import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useBackend, type Restored } from '../../backend';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { PassphraseField } from '../../components/PassphraseField';
import { PathField } from '../../components/PathField';
import { ErrorStrip } from '../../components/States';
import { TextField } from '../../components/TextField';
import { formatDate } from '../../dates';
import { useText } from '../../i18n';
import { inWordsOf, problemsOf, withoutFields } from '../session/problems';
import { noteKey } from '../session/forgotten';
import { useSession } from '../session/session';

const FORM = 'restore-form';

type Way = 'passphrase' | 'recovery_code';

/** What to call the new folder: as the backup's file is called, without its ending. */
function nameOf(file: string): string {
  return (file.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]*$/, '');
}

function RestoredNote({ restored, onDone }: { restored: Restored; onDone: () => void }) {
  const t = useText();
  const words = t.welcome.restored;
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onDone}
      keepOpen
      buttons={
        <Button weight="primary" autoFocus onPress={onDone}>
          {words.go}
        </Button>
      }
    >
      <p>{words.day(formatDate(restored.backup_day, t))}</p>
      <p>{restored.journal ? words.journal : words.noJournal}</p>
    </Dialog>
  );
}

/** `backup`: the file to put back, when it is known already. */
export function RestoreDialog({ backup, onClose }: { backup: string; onClose: () => void }) {
  const t = useText();
  const words = t.welcome.restoreForm;
  const backend = useBackend();
  const { setSession } = useSession();
  const [file, setFile] = useState(backup);
  const [chosen, setChosen] = useState<string | null>(null);
  const [way, setWay] = useState<Way>('passphrase');
  const [secret, setSecret] = useState('');
  const name = nameOf(file);
  const suggested = useQuery({
    queryKey: ['folder_suggest', name],
    queryFn: () => backend.call('folder_suggest', { name }),
    enabled: name !== '',
    placeholderData: (previous) => previous,
    gcTime: 0,
  }).data?.folder;
  const folder = chosen ?? suggested ?? '';
  const restore = useMutation({
    mutationFn: () => backend.call('restore', { file, folder, [way]: secret }),
    onSuccess: () => noteKey(way),
    gcTime: 0,
  });
  const { data: restored, error, isPending } = restore;
  if (restored) return <RestoredNote restored={restored} onDone={() => setSession(restored.session)} />;

  const complete = file !== '' && folder !== '' && secret !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (complete) restore.mutate();
  };
  const change = (set: (text: string) => void) => (text: string) => {
    set(text);
    if (error) restore.reset();
  };
  const problems = problemsOf(error);
  const field = { value: secret, onChange: change(setSecret), problem: problems[way] };
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      keepOpen={isPending}
      buttons={
        <>
          <Button isDisabled={isPending} onPress={onClose}>
            {t.common.cancel}
          </Button>
          <Button weight="primary" type="submit" form={FORM} isDisabled={!complete} isPending={isPending}>
            {words.start}
          </Button>
        </>
      }
    >
      <form id={FORM} className="restore-form" onSubmit={submit} noValidate>
        <p className="quiet">{words.text}</p>
        <PathField
          label={words.file}
          pickTitle={words.filePick}
          value={file}
          onChange={change(setFile)}
          problem={problems.file}
          filters={[{ name: words.filter, extensions: ['standvast-backup'] }]}
          existing
        />
        <PathField
          label={words.folder}
          help={words.folderHelp}
          pickTitle={words.folderPick}
          value={folder}
          onChange={change(setChosen)}
          problem={problems.folder}
        />
        <Choice
          label={words.way}
          value={way}
          onChange={(next) => {
            setWay(next);
            change(setSecret)('');
          }}
          options={[
            { value: 'passphrase', title: words.ways.passphrase },
            { value: 'recovery_code', title: words.ways.recovery_code },
          ]}
        />
        {way === 'passphrase' ? (
          <PassphraseField label={t.unlock.passphrase} help={words.passphraseHelp} {...field} />
        ) : (
          <TextField
            label={t.unlock.recovery}
            help={t.unlock.recoveryHelp}
            {...field}
            mono
            autoComplete="off"
            spellCheck="false"
          />
        )}
        <ErrorStrip
          reason={inWordsOf(withoutFields(error, ['file', 'folder', way]), {
            ...t.error.place,
            ...words.faults,
          })}
        />
      </form>
    </Dialog>
  );
}
