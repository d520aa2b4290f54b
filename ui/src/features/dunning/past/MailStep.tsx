// E-mails of a run: sent through the user's own account, which Uitgaand shows, or saved for another mail program.

import { useQuery } from '@tanstack/react-query';
import { useBackend, type LetterRow, type RunRow } from '../../../backend';
import { Button } from '../../../components/Button';
import { notify } from '../../../components/Toast';
import { useNavigation } from '../../../frame/navigation';
import { useLanguage, useText } from '../../../i18n';
import { useSending } from '../../mail/sending';
import { useAct } from '../../session/useAct';

/** Those of which nothing left yet: a draft of another could make it leave twice. */
function useToMail(run: string, letters: readonly LetterRow[]): readonly LetterRow[] {
  const backend = useBackend();
  const lang = useLanguage();
  const { data } = useQuery({
    queryKey: ['outbox', lang, 'run', run],
    queryFn: () => backend.call('outbox', { run, limit: 500 }),
    staleTime: Infinity,
  });
  if (!data) return letters;
  const open = new Set(
    data.messages
      .filter(({ state }) => state === 'waiting' || state === 'put_off' || state === 'refused')
      .map(({ letter }) => letter),
  );
  // The core answers at most so many; what it left out is told apart when it is sent.
  return data.total > data.messages.length ? letters : letters.filter(({ letter }) => open.has(letter));
}

export function MailStep({ run, letters: all }: { run: RunRow; letters: readonly LetterRow[] }) {
  const t = useText();
  const words = t.pastRuns.one;
  const backend = useBackend();
  const lang = useLanguage();
  const { go } = useNavigation();
  const { act, busy } = useAct();
  const letters = useToMail(run.run, all);
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
  if (letters.length === 0) return null;
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
