// What can be done about one proposal from here: look at the customer, note what was said, a promise, a pause.

import type { Proposal } from '../../backend';
import { Button } from '../../components/Button';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';
import { acts, type ActName } from '../acts/acts';
import { ActKeys, useActs } from '../acts/ActsProvider';

const names = ['note', 'promise', 'hold'] as const satisfies readonly ActName[];

export function ProposalActs({ proposal }: { proposal: Proposal }) {
  const t = useText();
  const { begin } = useActs();
  const { go, has } = useNavigation();
  const subject = { customer: proposal.customer, name: proposal.name };
  return (
    <div className="detail-acts">
      <ActKeys names={names} subject={subject} />
      {has('customers') && (
        <Button icon="customers" onPress={() => go({ room: 'customers', open: proposal.customer })}>
          {t.today.openCustomer}
        </Button>
      )}
      {names.map((name) => (
        <Button key={name} icon={acts[name].icon} onPress={() => begin(name, subject)}>
          {t.acts.short[name]}
        </Button>
      ))}
    </div>
  );
}
