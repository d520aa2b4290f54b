// What can be done about one proposal from here: look at the customer, note what was said, a promise, a pause.

import { useState } from 'react';
import type { Proposal } from '../../../backend';
import { Button } from '../../../components/Button';
import { useNavigation } from '../../../frame/navigation';
import { useText } from '../../../i18n';
import { HoldDialog } from './HoldDialog';
import { NoteDialog } from './NoteDialog';
import { PromiseDialog } from './PromiseDialog';

type Asked = 'note' | 'promise' | 'hold' | null;

export function ProposalActs({ proposal }: { proposal: Proposal }) {
  const t = useText();
  const { go, has } = useNavigation();
  const [asked, setAsked] = useState<Asked>(null);
  const done = () => setAsked(null);
  return (
    <div className="detail-acts">
      {has('customers') && (
        <Button icon="customers" onPress={() => go({ room: 'customers', open: proposal.customer })}>
          {t.today.acts.customer}
        </Button>
      )}
      <Button icon="call" onPress={() => setAsked('note')}>
        {t.today.acts.note}
      </Button>
      <Button icon="promise" onPress={() => setAsked('promise')}>
        {t.today.acts.promise}
      </Button>
      <Button icon="held" onPress={() => setAsked('hold')}>
        {t.today.acts.hold}
      </Button>
      {asked === 'note' && <NoteDialog proposal={proposal} onClose={done} />}
      {asked === 'promise' && <PromiseDialog proposal={proposal} onClose={done} />}
      {asked === 'hold' && <HoldDialog proposal={proposal} onClose={done} />}
    </div>
  );
}
