// The head of the run: how many letters there are, how old the bank data is, and the main button.

import { Button } from '../../../components/Button';
import { Icon } from '../../../components/Icon';
import { Kbd } from '../../../components/Kbd';
import { RoomHead } from '../../../components/RoomHead';
import { formatDate } from '../../../dates';
import { useNavigation } from '../../../frame/navigation';
import { useText } from '../../../i18n';
import { keyTable } from '../../../keys/table';
import { useOverview } from '../../today/useOverview';
import type { RunCounts } from './useRun';

type Props = {
  counts: RunCounts;
  /** How many would go with the button. */
  ready: number;
  onApprove: () => void;
  /** The step that approves is open: its button is the main one now. */
  quiet: boolean;
};

function Notices() {
  const t = useText();
  const { go } = useNavigation();
  const { data } = useOverview();
  if (!data) return null;
  const { bank_gate: gate, bank_through: through, waiting_letters: waiting, last_run: last } = data;
  return (
    <>
      {gate !== 'green' && (
        <p className="run-notice">
          <Icon name="clock" size={16} />
          <span>{through ? t.dunning.run.bankOld(formatDate(through, t)) : t.dunning.run.bankNever}</span>
          <Button weight="link" onPress={() => go({ room: 'bank' })}>
            {t.dunning.run.importBank}
          </Button>
        </p>
      )}
      {waiting > 0 && last && (
        <p className="run-notice">
          <Icon name="letters" size={16} />
          <span>{t.dunning.run.waiting(waiting)}</span>
          <Button weight="link" onPress={() => go({ room: 'dunning', tab: 'past', open: last.run })}>
            {t.dunning.run.toWaiting}
          </Button>
        </p>
      )}
    </>
  );
}

export function RunHead({ counts, ready, onApprove, quiet }: Props) {
  const t = useText();
  const words = t.dunning.run;
  const parts = [
    counts.green > 0 && words.ready(counts.green),
    counts.amber > 0 && words.decide(counts.amber),
    counts.red > 0 && words.held(counts.red),
  ].filter(Boolean);
  return (
    <>
      <RoomHead title={words.title} lead={[parts.join(', '), words.promise].filter(Boolean).join('. ')}>
        <Button
          weight={quiet ? 'plain' : 'primary'}
          large
          isDisabled={ready === 0 || quiet}
          onPress={onApprove}
          trailing={ready > 0 && <Kbd combo={keyTable.runApprove.combo} />}
        >
          {ready > 0 ? words.approve(ready) : words.approveNone}
        </Button>
      </RoomHead>
      <Notices />
    </>
  );
}
