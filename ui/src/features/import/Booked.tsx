// After booking: what came in, the way back, and what to do next.

import type { Imported } from '../../backend';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';
import { useDeskCounts } from '../bank/desk/useDesk';
import { ChooseFiles } from './ChooseFiles';
import type { Intake } from './useIntake';

type Props = { booked: Imported; onUndo: () => void; onMore: Intake['add'] };

export function Booked({ booked, onUndo, onMore }: Props) {
  const t = useText();
  const { go } = useNavigation();
  const counts = useDeskCounts();
  const lines = booked.files.some(({ added }) => added.bank_lines > 0) ? (counts?.waiting ?? 0) : 0;
  return (
    <div className="intake-booked">
      <span className="state-icon">
        <Icon name="done" size={26} />
      </span>
      <h2>{booked.id ? booked.done : t.importing.done.nothing}</h2>
      <div className="state-buttons">
        {lines > 0 && (
          <Button weight="primary" large autoFocus onPress={() => go({ room: 'bank', tab: 'match' })}>
            {t.importing.done.match(lines)}
          </Button>
        )}
        {lines === 0 && booked.id && (
          <Button weight="primary" large autoFocus onPress={() => go({ room: 'customers' })}>
            {t.importing.done.customers}
          </Button>
        )}
        {booked.id && (
          <Button icon="undo" onPress={onUndo}>
            {t.common.undo}
          </Button>
        )}
        <ChooseFiles add={onMore} />
      </div>
    </div>
  );
}
