// From the name of an act to its dialog. Most need to know the customer first.

import type { ReactNode } from 'react';
import type { CustomerDetail } from '../../backend';
import { Dialog } from '../../components/Dialog';
import { ErrorStrip, Skeleton } from '../../components/States';
import { useText } from '../../i18n';
import { useCustomer } from '../customers/useCustomers';
import type { ActName, Subject } from './acts';
import { ConfirmDialog, FileDialog } from './FileDialogs';
import { CorrectDialog } from './CorrectDialog';
import { DisputeDialog } from './DisputeDialog';
import { HoldDialog } from './HoldDialog';
import { InsolvencyDialog } from './InsolvencyDialog';
import { InvoiceDialog } from './InvoiceDialog';
import { MergeDialog } from './MergeDialog';
import { NoteDialog } from './NoteDialog';
import { PayDialog } from './PayDialog';
import { PromiseDialog } from './PromiseDialog';
import { SetOffDialog } from './SetOffDialog';
import { WaiveDialog } from './WaiveDialog';
import { WriteOffDialog } from './WriteOffDialog';

export type ActProps = { subject: Subject; detail: CustomerDetail; onClose: () => void };

type Props = {
  act: ActName;
  subject: Subject | null;
  onClose: () => void;
  onMerged: (into: string) => void;
};

function Knowing(props: {
  act: ActName;
  subject: Subject;
  onClose: () => void;
  children: (detail: CustomerDetail) => ReactNode;
}) {
  const t = useText();
  const { data, error } = useCustomer(props.subject.customer);
  if (data) return props.children(data);
  const names: Record<string, string> = t.acts.name;
  return (
    <Dialog title={names[props.act] ?? ''} isOpen onClose={props.onClose}>
      {error ? <ErrorStrip reason={error} /> : <Skeleton lines={['text', 'row', 'row']} />}
    </Dialog>
  );
}

export function ActShown({ act, subject, onClose, onMerged }: Props) {
  if (act === 'invoice') return <InvoiceDialog subject={subject} onClose={onClose} />;
  if (!subject) return null;
  return (
    <Knowing act={act} subject={subject} onClose={onClose}>
      {(detail) => {
        const props = { subject, detail, onClose };
        switch (act) {
          case 'pay':
            return <PayDialog {...props} />;
          case 'promise':
            return <PromiseDialog {...props} />;
          case 'hold':
            return <HoldDialog {...props} />;
          case 'note':
            return <NoteDialog {...props} />;
          case 'dispute':
            return <DisputeDialog {...props} />;
          case 'writeOff':
            return <WriteOffDialog {...props} />;
          case 'setOff':
            return <SetOffDialog {...props} />;
          case 'waive':
            return <WaiveDialog {...props} />;
          case 'insolvency':
            return <InsolvencyDialog {...props} />;
          case 'correct':
            return <CorrectDialog {...props} />;
          case 'merge':
            return <MergeDialog {...props} onMerged={onMerged} />;
          case 'file':
            return <FileDialog {...props} />;
          case 'confirm':
            return <ConfirmDialog {...props} />;
          default:
            return null;
        }
      }}
    </Knowing>
  );
}
