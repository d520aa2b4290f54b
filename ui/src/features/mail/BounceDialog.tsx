// A message came back: why, in the words of the message that came back.

import { TextField } from '../../components/TextField';
import { notify } from '../../components/Toast';
import { useText } from '../../i18n';
import { ActDialog } from '../acts/ActDialog';
import { reasonProblem } from '../acts/checks';
import { useActForm } from '../acts/useActForm';

type Props = { letter: string; name: string; onClose: () => void };

export function BounceDialog({ letter, name, onClose }: Props) {
  const t = useText();
  const words = t.mail.bounce;
  const form = useActForm<'mail_bounce', { reason: string }>({
    command: 'mail_bounce',
    draft: `mail.bounce.${letter}`,
    initial: { reason: '' },
    check: ({ reason }) => (reason.trim() === '' ? { reason: words.needed } : reasonProblem(reason, t)),
    request: ({ reason }) => ({ letter, reason: reason.trim() }),
    codes: { reason_needed: 'reason' },
    quiet: true,
    onDone: ({ done }) => {
      notify({ tone: 'info', message: done });
      onClose();
    },
  });
  return (
    <ActDialog
      title={words.title(name)}
      help={words.text}
      form={form}
      submit={words.submit}
      onClose={onClose}
    >
      <TextField
        label={words.field}
        help={words.help}
        value={form.form.reason}
        onChange={(reason) => form.set({ reason })}
        lines={3}
        problem={form.problems.reason}
        autoFocus
      />
    </ActDialog>
  );
}
