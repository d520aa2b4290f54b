// Notes that a customer promised to pay: how much, and by when.

import { parseDate } from '@internationalized/date';
import type { IsoDate, Proposal } from '../../../backend';
import { DateField } from '../../../components/DateField';
import { MoneyField } from '../../../components/MoneyField';
import { useLanguage, useText } from '../../../i18n';
import { parseMoney, toCents, typedMoney } from '../../../money';
import { useDraft } from '../../session/drafts';
import { useSession } from '../../session/session';
import { useAct } from '../../session/useAct';
import { ActDialog } from './ActDialog';

const USUAL_DAYS = 7;

export function PromiseDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const t = useText().today.acts;
  const lang = useLanguage();
  const { info } = useSession();
  const { act, busy, failure } = useAct();
  const key = `promise ${proposal.customer}`;
  const [typed, setTyped, forgetTyped] = useDraft(`${key} amount`, typedMoney(proposal.claim.total, lang));
  const [by, setBy, forgetBy] = useDraft<IsoDate | null>(
    `${key} by`,
    parseDate(info.today).add({ days: USUAL_DAYS }).toString() as IsoDate,
  );
  const amount = parseMoney(typed);
  const right = amount !== null && toCents(amount) > 0;
  const record = async () => {
    if (!right || !by) return;
    if (!(await act('promise', { customer: proposal.customer, amount, by }, { ownErrors: true }))) return;
    forgetTyped();
    forgetBy();
    onClose();
  };
  return (
    <ActDialog
      title={t.promise}
      who={proposal.name}
      complete={right && by !== null}
      busy={busy}
      failure={failure}
      onClose={onClose}
      onRecord={() => void record()}
    >
      <MoneyField
        label={t.amount}
        value={typed}
        onChange={setTyped}
        problem={typed.trim() !== '' && !right ? t.amountWrong : undefined}
        autoFocus
      />
      <DateField label={t.by} help={t.byHelp} value={by} onChange={setBy} />
    </ActDialog>
  );
}
