// A message came back: why, in the words of the message that came back.

import { useState, type FormEvent } from 'react';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorStrip } from '../../components/States';
import { TextField } from '../../components/TextField';
import { notify } from '../../components/Toast';
import { useText } from '../../i18n';
import { useDraft } from '../session/drafts';
import { useAct } from '../session/useAct';

type Props = { letter: string; name: string; onClose: () => void };

export function BounceDialog({ letter, name, onClose }: Props) {
  const t = useText();
  const words = t.mail.bounce;
  const { act, busy, failure } = useAct();
  const [reason, setReason, forget] = useDraft(`mail.bounce.${letter}`, '');
  const [tried, setTried] = useState(false);
  const close = () => {
    forget();
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '') return;
    const done = await act('mail_bounce', { letter, reason }, { quiet: true, ownErrors: true });
    if (!done) return;
    notify({ tone: 'info', message: done.done });
    close();
  };
  return (
    <Dialog
      title={words.title(name)}
      isOpen
      onClose={close}
      buttons={
        <>
          <Button onPress={close}>{t.common.cancel}</Button>
          <Button weight="primary" type="submit" form="mail-bounce" isPending={busy}>
            {words.submit}
          </Button>
        </>
      }
    >
      <form id="mail-bounce" className="mail-form" onSubmit={(event) => void submit(event)} noValidate>
        <p className="quiet">{words.text}</p>
        <ErrorStrip reason={failure} />
        <TextField
          label={words.field}
          help={words.help}
          value={reason}
          onChange={setReason}
          lines={3}
          problem={tried && reason.trim() === '' ? words.needed : undefined}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
