// Backups: what there is, making one elsewhere, putting one back, and what a backup does not know.

import { useState, type FormEvent } from 'react';
import type { Backups } from '../../backend';
import { Button } from '../../components/Button';
import { CopyText } from '../../components/CopyText';
import { DateText } from '../../components/Figures';
import { formatSize } from '../../components/fileSize';
import { Icon } from '../../components/Icon';
import { ErrorStrip } from '../../components/States';
import { TextField } from '../../components/TextField';
import { formatDate } from '../../dates';
import { useLanguage, useText } from '../../i18n';
import { useActions } from '../../keys/actions';
import { useDraft } from '../session/drafts';
import { useAct } from '../session/useAct';
import { Block, Loaded, Part } from './Part';
import { useBackups } from './useSettings';

function Settle({ since }: { since: string }) {
  const t = useText().settings.backups;
  const { act, busy, failure } = useAct();
  const [note, setNote, forget] = useDraft('settings.settle', '');
  const [tried, setTried] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (note.trim() === '') return;
    if (await act('settle_restored', { note: note.trim() }, { ownErrors: true })) forget();
  };
  return (
    <form className="part-warning part-form" onSubmit={(event) => void submit(event)} noValidate>
      <p>
        <Icon name="warning" />
        {t.uncertain(since)}
      </p>
      <TextField
        label={t.settle}
        help={t.settleHelp}
        value={note}
        onChange={setNote}
        problem={tried && note.trim() === '' ? t.settleNeeded : undefined}
      />
      <ErrorStrip reason={failure} />
      <div className="part-buttons">
        <Button type="submit" weight="primary" isPending={busy}>
          {t.settleSave}
        </Button>
      </div>
    </form>
  );
}

function List({ backups }: { backups: Backups }) {
  const t = useText().settings.backups;
  const lang = useLanguage();
  return (
    <Block title={t.list} text={t.kept(backups.kept)}>
      {backups.files.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <table className="part-table">
          <thead>
            <tr>
              <th scope="col">{t.columns.day}</th>
              <th scope="col">{t.columns.reason}</th>
              <th scope="col" className="end">
                {t.columns.size}
              </th>
            </tr>
          </thead>
          <tbody>
            {backups.files.map((file) => (
              <tr key={file.file}>
                <td>
                  {file.day ? <DateText value={file.day} /> : <span className="quiet">{t.unreadable}</span>}
                </td>
                <td>{t.reasons[file.reason]}</td>
                <td className="end amount">{formatSize(file.bytes, lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl>
        <CopyText label={t.folder} text={backups.folder} />
      </dl>
    </Block>
  );
}

export function BackupsPart() {
  const t = useText();
  const words = t.settings.backups;
  const { run } = useActions();
  const asked = useBackups();
  return (
    <Part title={t.settings.tabs.backups} lead={words.lead}>
      <Loaded asked={asked}>
        {(backups) => (
          <>
            {backups.uncertain_since && <Settle since={formatDate(backups.uncertain_since, t)} />}
            <Block text={words.elsewhere}>
              <div className="part-buttons">
                <Button weight="primary" icon="save" onPress={() => run('makeBackup')}>
                  {words.make}
                </Button>
              </div>
            </Block>
            <List backups={backups} />
            <Block title={words.restore}>
              <ol className="part-steps">
                {words.restoreSteps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </Block>
            <Block title={words.unknowing} text={words.unknowingText} />
          </>
        )}
      </Loaded>
    </Part>
  );
}
