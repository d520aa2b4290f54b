// One line of the bank and what to do with it: the proposal, another customer, dividing, setting aside.

import { useState } from 'react';
import type { CandidateRow, DeskLine, Part } from '../../../backend';
import { useAction } from '../../../keys/actions';
import { useDraft } from '../../session/drafts';
import { AsideDialog } from './AsideDialog';
import type { Typed } from './division';
import { LineFacts } from './LineFacts';
import { PickCustomer } from './PickCustomer';
import { ProposalPane } from './ProposalPane';
import { SplitEditor } from './SplitEditor';
import type { Desk } from './useDesk';
import { useCandidates } from './useCandidates';

type Mode =
  | { kind: 'proposal' }
  | { kind: 'pick' }
  | { kind: 'split'; customer: CandidateRow; parts: readonly Part[]; typed?: Typed };

type Props = {
  line: DeskLine;
  at: number;
  onChoose: (at: number) => void;
  desk: Desk;
  /** The list takes the keys again. */
  onDone: () => void;
};

export function LinePane({ line, at, onChoose, desk, onDone }: Props) {
  // With the drafts: who locks in the middle of dividing comes back to it.
  const [doing, setDoing] = useDraft<{ line: string; mode: Mode } | null>('bank.doing', null);
  const mode: Mode = doing?.line === line.id ? doing.mode : { kind: 'proposal' };
  const setMode = (next: Mode) => setDoing(next.kind === 'proposal' ? null : { line: line.id, mode: next });
  const [asideOf, setAsideOf] = useDraft<string | null>('bank.aside', null);
  const aside = asideOf === line.id;
  const setAside = (asked: boolean) => setAsideOf(asked ? line.id : null);
  const [splitting, setSplitting] = useState(false);
  const proposal = line.proposals[at];
  const candidates = useCandidates(line.id, '', splitting);
  const back = () => {
    setMode({ kind: 'proposal' });
    setSplitting(false);
    onDone();
  };

  const accept = (customer: string, parts: readonly Part[]) => {
    void desk.accept({ line: line.id, customer, parts: [...parts] }).then((done) => {
      if (!done) return;
      // Should the line be undone, it stands there as it was proposed.
      setMode({ kind: 'proposal' });
      onDone();
    });
  };
  const acceptShown = () => {
    if (!proposal) return;
    accept(
      proposal.customer,
      proposal.parts.map(({ invoice, amount }) => ({ invoice, amount })),
    );
  };
  const asked = splitting && proposal ? candidates.data?.customers : undefined;
  const known = asked?.find(({ customer }) => customer === proposal?.customer);
  if (known && proposal && mode.kind === 'proposal') {
    setSplitting(false);
    setMode({
      kind: 'split',
      customer: known,
      parts: proposal.parts.map(({ invoice, amount }) => ({ invoice, amount })),
    });
  }
  const startSplit = () => {
    if (proposal) setSplitting(true);
    else setMode({ kind: 'pick' });
  };

  const resting = mode.kind === 'proposal' && !aside;
  // Enter on a button presses that button; on the list it books what is shown.
  const byList = () => !document.activeElement?.closest('button, a, summary, input');
  useAction('bankAccept', () => byList() && acceptShown(), resting && proposal !== undefined && !desk.busy);
  useAction('bankSplit', startSplit, resting);
  useAction('bankAside', () => setAside(true), resting);
  useAction('bankSearch', () => setMode({ kind: 'pick' }), resting);
  useAction('closePanel', back, mode.kind !== 'proposal');

  return (
    <section className="line-pane" aria-label={line.payer ?? line.id}>
      <LineFacts line={line} />
      {mode.kind === 'proposal' && (
        <ProposalPane
          line={line}
          at={at}
          onChoose={onChoose}
          onAccept={acceptShown}
          onSplit={startSplit}
          onPick={() => setMode({ kind: 'pick' })}
          onAside={() => setAside(true)}
          busy={desk.busy}
        />
      )}
      {mode.kind === 'pick' && (
        <PickCustomer
          line={line}
          onPick={(customer) => setMode({ kind: 'split', customer, parts: [] })}
          onClose={back}
        />
      )}
      {mode.kind === 'split' && (
        <SplitEditor
          line={line}
          customer={mode.customer}
          parts={mode.parts}
          typed={mode.typed}
          onType={(typed) => setMode({ ...mode, typed })}
          busy={desk.busy}
          onBook={(parts) => accept(mode.customer.customer, parts)}
          onClose={back}
        />
      )}
      {aside && (
        <AsideDialog
          line={line}
          onClose={() => {
            setAside(false);
            onDone();
          }}
          onSubmit={(reason, alike) => {
            setAside(false);
            void desk.aside(line.id, reason, alike).then(onDone);
          }}
        />
      )}
    </section>
  );
}
