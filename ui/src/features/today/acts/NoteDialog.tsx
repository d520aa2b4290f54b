// Notes a talk with a customer.

import type { Proposal } from '../../../backend';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../i18n';
import { useDraft } from '../../session/drafts';
import { useAct } from '../../session/useAct';
import { ActDialog } from './ActDialog';

export function NoteDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const t = useText().today.acts;
  const { act, busy, failure } = useAct();
  const [text, setText, forget] = useDraft(`note ${proposal.customer}`, '');
  const record = async () => {
    if (!(await act('note', { customer: proposal.customer, text: text.trim() }, { ownErrors: true }))) return;
    forget();
    onClose();
  };
  return (
    <ActDialog
      title={t.note}
      who={proposal.name}
      complete={text.trim() !== ''}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onRecord={() => void record()}
    >
      <TextField label={t.noteText} help={t.noteHelp} value={text} onChange={setText} lines={4} autoFocus />
    </ActDialog>
  );
}
