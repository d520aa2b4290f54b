// E-mails of a run: sent through the user's own account, which Uitgaand shows, or saved for another mail program.

import { useQuery } from '@tanstack/react-query';
import { useBackend, type LetterRow, type RunRow } from '../../../backend';
import { Button } from '../../../components/Button';
import { notify } from '../../../components/Toast';
import { useNavigation } from '../../../frame/navigation';
import { useLanguage, useText } from '../../../i18n';
import { useSending } from '../../mail/sending';
import { useAct } from '../../session/useAct';

export function MailStep({ run, letters }: { run: RunRow; letters: readonly LetterRow[] }) {
  const t = useText();
  const words = t.pastRuns.one;
  const backend = useBackend();
  const lang = useLanguage();
  const { go } = useNavigation();
  const { act, busy } = useAct();
  const { send, running } = useSending();
  const account = useQuery({
    queryKey: ['mail_account', lang],
    queryFn: () => backend.call('mail_account', {}),
    staleTime: Infinity,
  });
  const hasAccount = Boolean(account.data?.account);
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
      <p className="quiet">{hasAccount ? words.mailsSendText : words.mailsText}</p>
      <div className="leave-buttons">
        {hasAccount && (
          <Button
            weight="primary"
            icon="letters"
            isDisabled={running}
            onPress={() => {
              void send({ run: run.run, letters: letters.map(({ letter }) => letter) });
              go({ room: 'dunning', tab: 'outbox' });
            }}
          >
            {words.send}
          </Button>
        )}
        <Button icon="save" isPending={busy} onPress={() => void save()}>
          {words.saveMails}
        </Button>
        {account.data && !hasAccount && (
          <Button weight="quiet" onPress={() => go({ room: 'settings', tab: 'mail' })}>
            {words.toAccount}
          </Button>
        )}
      </div>
    </div>
  );
}
