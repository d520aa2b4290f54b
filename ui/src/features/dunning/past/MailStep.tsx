// E-mails of a run: saved as drafts for the user's own mail program.

import { useBackend, type LetterRow, type RunRow } from '../../../backend';
import { Button } from '../../../components/Button';
import { notify } from '../../../components/Toast';
import { useText } from '../../../i18n';
import { useAct } from '../../session/useAct';

export function MailStep({ run, letters }: { run: RunRow; letters: readonly LetterRow[] }) {
  const t = useText();
  const words = t.pastRuns.one;
  const backend = useBackend();
  const { act, busy } = useAct();
  const save = async () => {
    const out = await backend.pickFolder({ title: words.saveMailsTitle });
    if (out === null) return;
    const saved = await act(
      'run_save_mails',
      { run: run.run, out, letters: letters.map(({ letter }) => letter) },
      { quiet: true },
    );
    if (saved) notify({ tone: 'good', message: words.savedMails(saved.files.length), hint: out });
  };
  return (
    <div className="leave-step">
      <h2>{words.mails(letters.length)}</h2>
      <p className="quiet">{words.mailsText}</p>
      <div className="leave-buttons">
        <Button icon="save" isPending={busy} onPress={() => void save()}>
          {words.saveMails}
        </Button>
      </div>
    </div>
  );
}
