// The work of one card: its proposals, and of the chosen one why and how much. Beside the list, or over it
// when the window is narrow.

import { useEffect, useMemo, useRef, useState } from 'react';
import type { Gate, Proposal, Today, WorkItem } from '../../backend';
import { IconButton } from '../../components/Button';
import { Money } from '../../components/Figures';
import { EmptyState } from '../../components/States';
import { useText } from '../../i18n';
import { GateFilter } from './GateFilter';
import { ProposalDetail } from './ProposalDetail';
import { ProposalList } from './ProposalList';
import { workTitle } from './words';
import './WorkPanel.css';

/** `covering`: it lies over the room, and stands in for its heading. */
type Props = { item: WorkItem; today: Today; covering: boolean; onClose: () => void };

export function WorkPanel({ item, today, covering, onClose }: Props) {
  const t = useText();
  const panel = useRef<HTMLElement>(null);
  const [gate, setGate] = useState<Gate | 'all'>('all');
  const [chosen, setChosen] = useState<Proposal | null>(null);
  const ofKind = useMemo(
    () => today.proposals.filter(({ work }) => work === item.kind),
    [today.proposals, item.kind],
  );
  const shown = useMemo(
    () => (gate === 'all' ? ofKind : ofKind.filter((row) => row.gate === gate)),
    [ofKind, gate],
  );
  const selected = chosen && shown.includes(chosen) ? chosen : (shown[0] ?? null);

  useEffect(() => {
    const list = panel.current?.querySelector<HTMLElement>('[role="listbox"]') ?? panel.current;
    list?.focus({ preventScroll: true });
  }, []);

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
      {ofKind.length === 0 ? (
        <EmptyState icon="list" title={workTitle(item, t)} text={t.today.panel.noProposals} />
      ) : (
        <>
          <GateFilter proposals={ofKind} value={gate} onChange={setGate} />
          <ProposalList
            proposals={shown}
            today={today.date}
            selected={selected}
            onSelect={setChosen}
            label={workTitle(item, t)}
          />
          {selected && <ProposalDetail proposal={selected} />}
        </>
      )}
    </aside>
  );
}
