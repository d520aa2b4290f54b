// One line of the bank and what to do with it: the proposal, another customer, dividing, setting aside.

import { useRef, useState } from 'react';
import type { Accept, CandidateRow, DeskLine } from '../../../backend';
import { wordError } from '../../../components/States';
import { notify } from '../../../components/Toast';
import { useLanguage, useText } from '../../../i18n';
import { useAction } from '../../../keys/actions';
import { toCents } from '../../../money';
import { useDraft } from '../../session/drafts';
import { AsideDialog } from './AsideDialog';
import { allFits, fromParts, oldestFirst, restOf, type Division, type Share } from './division';
import { LineFacts } from './LineFacts';
import { PickCustomer } from './PickCustomer';
import { ProposalPane } from './ProposalPane';
import { SplitEditor } from './SplitEditor';
import type { Desk } from './useDesk';
import { useCandidates } from './useCandidates';
import { useOpenNow } from './useOpenNow';

type Props = {
  line: DeskLine;
  at: number;
  onChoose: (at: number) => void;
  desk: Desk;
  /** The list takes the keys again. */
  onDone: () => void;
};

export function LinePane({ line, at, onChoose, desk, onDone }: Props) {
  const lang = useLanguage();
  const t = useText();
  // What was being divided waits for whoever comes back to this line, also after the lock.
  const [division, setDivision] = useDraft<Division | null>('bank.division', null);
  const { shares, check } = useOpenNow(line, division?.line === line.id ? division.shares : []);
  const [pickingFor, setPickingFor] = useDraft<string | null>('bank.picking', null);
  const picking = pickingFor === line.id;
  const setPicking = (asked: boolean) => setPickingFor(asked ? line.id : null);
  const [asideOf, setAsideOf] = useDraft<string | null>('bank.aside', null);
  const aside = asideOf === line.id;
  const setAside = (asked: boolean) => setAsideOf(asked ? line.id : null);
  const [splitting, setSplitting] = useState(false);
  const proposal = line.proposals[at];
  const candidates = useCandidates(line.id, '', splitting || shares.length > 0);
  const before = (candidates.data?.customers ?? []).filter((known) => known.paid_before);
  const setShares = (next: readonly Share[]) => setDivision({ line: line.id, shares: next });
  const back = () => {
    setPicking(false);
    setSplitting(false);
    // Looking for one more ends where the dividing went on.
    if (picking && shares.length > 0) return;
    setDivision(null);
    onDone();
  };

  const accept = (request: Accept) => {
    void desk.accept(request).then((done) => {
      if (!done) return;
      // Should the line be undone, it stands there as it was proposed.
      setDivision(null);
      onDone();
    });
  };
  /** Between what was typed and this moment the invoices may have been paid from another line. */
  const checking = useRef(false);
  const acceptDivided = async (request: Accept) => {
    if (checking.current) return;
    checking.current = true;
    try {
      if (allFits(line, await check())) accept(request);
    } catch (reason) {
      notify({ tone: 'error', message: t.bank.split.unread, hint: wordError(reason, t).message });
    } finally {
      checking.current = false;
    }
  };
  const parts = proposal?.parts.map(({ invoice, amount }) => ({ invoice, amount })) ?? [];
  const acceptShown = () => {
    if (proposal) accept({ line: line.id, customer: proposal.customer, parts });
  };
  const asked = splitting && proposal ? candidates.data?.customers : undefined;
  const known = asked?.find(({ customer }) => customer === proposal?.customer);
  if (known && shares.length === 0) {
    setSplitting(false);
    setShares([{ customer: known, typed: fromParts(parts, lang), loose: '' }]);
  }
  const startSplit = () => {
    if (proposal) setSplitting(true);
    else setPicking(true);
  };
  const pick = (customer: CandidateRow) => {
    const rest = restOf(toCents(line.amount), shares);
    setPicking(false);
    setShares([
      ...shares,
      { customer, typed: oldestFirst(rest, customer.invoices, lang, toCents(line.amount)), loose: '' },
    ]);
  };
  const mode = picking ? 'pick' : shares.length > 0 ? 'split' : 'proposal';

  const resting = mode === 'proposal' && !aside;
  // Enter on a button presses that button; on the list it books what is shown.
  const byList = () => !document.activeElement?.closest('button, a, summary, input');
  useAction('bankAccept', () => byList() && acceptShown(), resting && proposal !== undefined && !desk.busy);
  useAction('bankSplit', startSplit, resting);
  useAction('bankAside', () => setAside(true), resting);
  useAction('bankSearch', () => setPicking(true), resting);
  useAction('closePanel', back, mode !== 'proposal');

  return (
    <section className="line-pane" aria-label={line.payer ?? line.id}>
      <LineFacts line={line} />
      {mode === 'proposal' && (
        <ProposalPane
          line={line}
          at={at}
          onChoose={onChoose}
          onAccept={acceptShown}
          onSplit={startSplit}
          onPick={() => setPicking(true)}
          onAside={() => setAside(true)}
          busy={desk.busy}
        />
      )}
      {mode === 'pick' && (
        <PickCustomer
          line={line}
          without={shares.map((share) => share.customer.customer)}
          title={shares.length > 0 ? t.bank.pick.another : t.bank.pick.title}
          onPick={pick}
          onClose={back}
        />
      )}
      {mode === 'split' && (
        <SplitEditor
          line={line}
          shares={shares}
          onChange={setShares}
          before={before}
          busy={desk.busy}
          onBook={(request) => void acceptDivided(request)}
          onFind={() => setPicking(true)}
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
