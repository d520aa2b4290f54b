// A backup was put back, and this computer does not know what left after it was made: the question, until it is
// answered. Nothing due since then leaves without it.

import { useState } from 'react';
import type { IsoDate } from '../../backend';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { Icon } from '../../components/Icon';
import { ErrorStrip } from '../../components/States';
import { TextField } from '../../components/TextField';
import { formatDate } from '../../dates';
import { useText } from '../../i18n';
import { useDraft } from '../session/drafts';
import { useAct } from '../session/useAct';
import './RestoredQuestion.css';

type Answer = 'nothing' | 'some';

function SettleDialog({ since, onClose }: { since: IsoDate; onClose: () => void }) {
  const t = useText();
  const words = t.today.restored;
  const { act, busy, failure } = useAct();
  const [answer, setAnswer, forgetAnswer] = useDraft<Answer>('restored.answer', 'nothing');
  const [text, setText, forgetText] = useDraft('restored.text', '');
  const note = answer === 'nothing' ? words.nothingNote : text.trim();
  const settle = async () => {
    const done = await act('settle_restored', { note }, { ownErrors: true });
    if (!done) return;
    forgetAnswer();
    forgetText();
    onClose();
  };
  return (
    <Dialog
      title={words.ask}
      isOpen
      onClose={onClose}
      keepOpen={busy}
      buttons={
        <>
          <Button isDisabled={busy} onPress={onClose}>
            {t.common.cancel}
          </Button>
          <Button weight="primary" isDisabled={note === ''} isPending={busy} onPress={() => void settle()}>
            {words.settle}
          </Button>
        </>
      }
    >
      <p className="quiet">{words.askText(formatDate(since, t))}</p>
      <Choice
        label={words.what}
        value={answer}
        onChange={setAnswer}
        options={[
          { value: 'nothing', title: words.nothing, text: words.nothingText },
          { value: 'some', title: words.some, text: words.someText },
        ]}
      />
      {answer === 'some' && (
        <TextField
          label={words.which}
          help={words.whichHelp}
          value={text}
          onChange={setText}
          lines={4}
          autoFocus
        />
      )}
      <ErrorStrip reason={failure} />
    </Dialog>
  );
}

export function RestoredQuestion({ since }: { since: IsoDate }) {
  const t = useText();
  const [asked, setAsked] = useState(false);
  const words = t.today.restored;
  return (
    <section className="restored" aria-label={words.title}>
      <Icon name="restore" />
      <div className="restored-words">
        <p className="strip-message">{words.title}</p>
        <p>{words.text(formatDate(since, t))}</p>
      </div>
      <Button onPress={() => setAsked(true)}>{words.answer}</Button>
      {asked && <SettleDialog since={since} onClose={() => setAsked(false)} />}
    </section>
  );
}
