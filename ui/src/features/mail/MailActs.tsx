// What can be done with one e-mail, as it stands now. What only the user can know is asked in words.

import { useBackend, type MailRow } from '../../backend';
import { Button } from '../../components/Button';
import { notify } from '../../components/Toast';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';
import { useAction } from '../../keys/actions';
import { useTakeBack } from '../dunning/useTakeBack';
import { useDraft } from '../session/drafts';
import { useAct } from '../session/useAct';
import { BounceDialog } from './BounceDialog';
import { openMailTo } from './openMailTo';
import { useSending } from './sending';
import { may } from './standing';

export function MailActs({ row, account, onGone }: { row: MailRow; account: boolean; onGone: () => void }) {
  const t = useText();
  const words = t.mail.acts;
  const backend = useBackend();
  const { go } = useNavigation();
  const { act, busy } = useAct();
  const { send, running } = useSending();
  // Remembered like every form that is open: locking in the middle of it comes back to it.
  const [bouncing, setBouncing] = useDraft<string | null>('mail.bouncing', null);
  const { letter, state } = row;
  const { takeBack, busy: going } = useTakeBack();
  const back = async () => {
    if (await takeBack({ letters: [letter] })) onGone();
  };
  useAction('takeBack', () => void back(), row.withdraw && !going);

  const settle = async (outcome: 'arrived' | 'again') => {
    const done = await act('mail_settle', { letter, outcome }, { quiet: true });
    if (done) notify({ tone: 'good', message: done.done });
  };
  const save = async (command: 'mail_draft_save' | 'mail_paper_save', kind: 'eml' | 'pdf') => {
    const out = await backend.saveFile({
      title: kind === 'eml' ? words.draftTitle : words.paperTitle,
      start: `${letter}.${kind}`,
      filters: [{ name: kind === 'eml' ? words.mailFile : 'PDF', extensions: [kind] }],
    });
    if (out === null) return;
    const saved = await act(command, { letter, out }, { quiet: true });
    if (saved) notify({ tone: 'good', message: words.saved, hint: saved.file });
  };
  const mailto = async () => {
    const link = await act('mailto', { letter }, { quiet: true });
    if (!link) return;
    openMailTo(link.url);
    const hints = [link.shortened && words.mailtoShort, link.file_missing && words.mailtoFile];
    notify({ tone: 'info', message: words.mailtoOpened, hint: hints.filter(Boolean).join(' ') || null });
  };
  const posted = async () => {
    const done = await act('mail_posted', { letter }, { quiet: true });
    if (done) notify({ tone: 'good', message: done.done });
  };

  return (
    <div className="mail-acts">
      {may('settle', state) && (
        <>
          <Button weight="primary" icon="check" isPending={busy} onPress={() => void settle('arrived')}>
            {words.arrived}
          </Button>
          <Button icon="refresh" isPending={busy} onPress={() => void settle('again')}>
            {words.again}
          </Button>
        </>
      )}
      {account && may('send', state) && (
        <Button icon="letters" isDisabled={running} onPress={() => void send({ letters: [letter] })}>
          {state === 'waiting' ? words.send : state === 'draft' ? words.sendDraft : words.retry}
        </Button>
      )}
      {may('paper', state) && (
        <>
          <Button icon="save" onPress={() => void save('mail_paper_save', 'pdf')}>
            {words.paper}
          </Button>
          <Button icon="check" isPending={busy} onPress={() => void posted()}>
            {words.posted}
          </Button>
        </>
      )}
      {may('confirm', state) && !row.on_paper && (
        <Button
          icon="check"
          isPending={busy}
          onPress={() => void act('confirm', { letter }, { quiet: true })}
        >
          {words.byHand}
        </Button>
      )}
      {may('draft', state) && (
        <>
          <Button icon="save" onPress={() => void save('mail_draft_save', 'eml')}>
            {words.draft}
          </Button>
          <Button weight="quiet" onPress={() => void mailto()}>
            {words.mailto}
          </Button>
        </>
      )}
      {row.withdraw && (
        <Button
          icon="undo"
          isPending={going}
          aria-label={t.pastRuns.back.oneOf(row.name)}
          onPress={() => void back()}
        >
          {t.pastRuns.back.one}
        </Button>
      )}
      {may('bounce', state) && (
        <Button icon="undo" onPress={() => setBouncing(letter)}>
          {words.bounce}
        </Button>
      )}
      <Button
        weight="quiet"
        icon="letters"
        onPress={() => go({ room: 'dunning', tab: 'past', open: row.run })}
      >
        {t.pastRuns.back.toRun}
      </Button>
      <Button weight="quiet" icon="customers" onPress={() => go({ room: 'customers', open: row.customer })}>
        {words.customer}
      </Button>
      {bouncing === letter && (
        <BounceDialog letter={letter} name={row.name} onClose={() => setBouncing(null)} />
      )}
    </div>
  );
}
