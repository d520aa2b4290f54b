// The work of one card: its proposals, read in pages, and of the chosen one why and how much, and what can be
// done about it. Beside the list, or over it when the window is narrow.

import { useEffect, useRef, useState } from 'react';
import { useBackend, type Gate, type Proposal, type ProposalsAsk, type WorkItem } from '../../backend';
import { IconButton } from '../../components/Button';
import { Money } from '../../components/Figures';
import { EmptyState, ErrorStrip, Skeleton } from '../../components/States';
import { usePages, type Page } from '../../components/usePages';
import { useLanguage, useText } from '../../i18n';
import { useSession } from '../session/session';
import { GateFilter } from './GateFilter';
import { ProposalDetail } from './ProposalDetail';
import { ProposalList } from './ProposalList';
import { workTitle } from './words';
import './WorkPanel.css';

/** `covering`: it lies over the room, and stands in for its heading. */
type Props = { item: WorkItem; covering: boolean; onClose: () => void };

type ProposalRows = Page<Proposal> & { counts: Record<Gate, number> };

export function WorkPanel({ item, covering, onClose }: Props) {
  const t = useText();
  const lang = useLanguage();
  const backend = useBackend();
  const { info } = useSession();
  const panel = useRef<HTMLElement>(null);
  const [gate, setGate] = useState<Gate | 'all'>('all');
  const [at, setAt] = useState(0);
  const pages = usePages<Proposal, ProposalRows>(
    ['proposals', lang, item.kind, gate],
    async (offset, limit) => {
      const ask: ProposalsAsk = { work: item.kind, order: 'amount', offset, limit };
      if (gate !== 'all') ask.gate = gate;
      const answer = await backend.call('proposals', ask);
      return { total: answer.total, rows: answer.proposals, counts: answer.counts };
    },
  );
  const { total, head } = pages;
  // What was done may have made the list shorter: then the last line is chosen.
  const chosen = Math.max(0, Math.min(at, (total ?? 1) - 1));
  const proposal = pages.row(chosen);
  const listed = total !== undefined;

  useEffect(() => {
    if (!listed) return;
    const list = panel.current?.querySelector<HTMLElement>('[role="listbox"]') ?? panel.current;
    list?.focus({ preventScroll: true });
  }, [listed]);

  return (
    <aside ref={panel} className="panel" aria-label={workTitle(item, t)} tabIndex={-1}>
      <header className="panel-head">
        <div>
          {covering && <h1 className="visually-hidden">{t.rooms.today}</h1>}
          <h2>{workTitle(item, t)}</h2>
          <p className="quiet">
            <Money value={item.amount} />
          </p>
        </div>
        <IconButton icon="close" label={t.common.close} onPress={onClose} />
      </header>
      {pages.error !== null && (
        <div className="panel-error">
          <ErrorStrip reason={pages.error} />
        </div>
      )}
      {!listed && pages.error === null && (
        <div className="panel-error">
          <Skeleton lines={['row', 'row', 'row']} />
        </div>
      )}
      {listed && total === 0 && gate === 'all' && (
        <EmptyState icon="list" title={workTitle(item, t)} text={t.today.panel.noProposals} />
      )}
      {listed && head && (total > 0 || gate !== 'all') && (
        <>
          <GateFilter
            counts={head.counts}
            value={gate}
            onChange={(next) => {
              setGate(next);
              setAt(0);
            }}
          />
          <ProposalList
            total={total}
            row={pages.row}
            onShow={pages.show}
            today={info.today}
            at={chosen}
            onMove={setAt}
            label={workTitle(item, t)}
          />
          {proposal && (
            <ProposalDetail key={`${proposal.customer} ${proposal.invoices.join()}`} proposal={proposal} />
          )}
        </>
      )}
    </aside>
  );
}
