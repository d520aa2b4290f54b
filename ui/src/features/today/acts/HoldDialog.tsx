// Pauses a customer: nothing leaves until the day, and the reason stays with it.

import { parseDate } from '@internationalized/date';
import type { IsoDate, Proposal } from '../../../backend';
import { DateField } from '../../../components/DateField';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../i18n';
import { useDraft } from '../../session/drafts';
import { useSession } from '../../session/session';
import { useAct } from '../../session/useAct';
import { ActDialog } from './ActDialog';

const USUAL_DAYS = 14;

export function HoldDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const t = useText().today.acts;
  const { info } = useSession();
  const { act, busy, failure } = useAct();
  const key = `hold ${proposal.customer}`;
  const [reason, setReason, forgetReason] = useDraft(`${key} reason`, '');
  const [until, setUntil, forgetUntil] = useDraft<IsoDate | null>(
    `${key} until`,
    parseDate(info.today).add({ days: USUAL_DAYS }).toString() as IsoDate,
  );
  const record = async () => {
    if (!until) return;
    const request = { subject: proposal.customer, until, reason: reason.trim() };
    if (!(await act('hold', request, { ownErrors: true }))) return;
    forgetReason();
    forgetUntil();
    onClose();
  };
  return (
    <ActDialog
      title={t.hold}
      who={proposal.name}
      complete={reason.trim() !== '' && until !== null}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onRecord={() => void record()}
    >
      <TextField label={t.reason} value={reason} onChange={setReason} autoFocus />
      <DateField label={t.until} help={t.untilHelp} value={until} onChange={setUntil} />
    </ActDialog>
  );
}
