// The proposals as a list box that draws only what is in sight, so that twenty thousand scroll like twenty.
// The list keeps the focus; arrows, Home, End and Page keys move the choice.

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { IsoDate, Proposal } from '../../backend';
import { Dot } from '../../components/Chip';
import { Money } from '../../components/Figures';
import { daysBetween, formatDate } from '../../dates';
import { useText } from '../../i18n';
import { gateTone, proposalName } from './words';

const ROW_REM = 3.75;
const PAGE = 8;

type Props = {
  total: number;
  /** Undefined while the page it is on is read. */
  row: (index: number) => Proposal | undefined;
  onShow: (first: number, last: number) => void;
  today: IsoDate;
  at: number;
  onMove: (index: number) => void;
  label: string;
};

function RowWords({ proposal, today }: { proposal: Proposal; today: IsoDate }) {
  const t = useText();
  const late = proposal.oldest_due ? daysBetween(proposal.oldest_due, today) : null;
  const parts = [
    proposalName(proposal, t),
    proposal.channels.map((channel) => t.today.channel[channel] ?? channel).join(' + '),
    t.today.invoices(proposal.invoices.length),
    late !== null &&
      (late > 0 ? t.today.daysLate(late) : t.today.dueOn(formatDate(proposal.oldest_due as IsoDate, t))),
  ];
  return (
    <span className="proposal-words">
      <span className="proposal-name">{proposal.name}</span>
      <span className="proposal-text">{parts.filter(Boolean).join(' · ')}</span>
    </span>
  );
}

export function ProposalList({ total, row, onShow, today, at, onMove, label }: Props) {
  const t = useText();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '16');
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const shown = rows.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  // The chosen line is told about as well: a jump to the end chooses before it scrolls.
  const inSight = at >= first && at <= last;
  useEffect(() => (inSight ? onShow(first, last) : onShow(at, at)), [onShow, inSight, first, last, at]);

  const move = (to: number) => {
    const index = Math.max(0, Math.min(total - 1, to));
    onMove(index);
    rows.scrollToIndex(index, { align: 'auto' });
  };
  const steps: Record<string, () => void> = {
    ArrowDown: () => move(at + 1),
    ArrowUp: () => move(at - 1),
    PageDown: () => move(at + PAGE),
    PageUp: () => move(at - PAGE),
    Home: () => move(0),
    End: () => move(total - 1),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step();
  };

  return (
    <div
      ref={scroller}
      className="proposals"
      style={{ flexBasis: rows.getTotalSize() + 1 }}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      onKeyDown={onKeyDown}
      {...(total > 0 ? { 'aria-activedescendant': `${id}-${at}` } : {})}
    >
      <div className="proposals-all" role="presentation" style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start, size }) => {
          const proposal = row(index);
          return (
            // The list box itself takes the keys; a row only takes the pointer.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={index}
              id={`${id}-${index}`}
              className="proposal"
              role="option"
              aria-selected={index === at}
              aria-posinset={index + 1}
              aria-setsize={total}
              style={{ height: size, translate: `0 ${start}px` }}
              onClick={() => onMove(index)}
            >
              {proposal && (
                <>
                  <Dot tone={gateTone[proposal.gate]} />
                  <span className="visually-hidden">{t.today.gate[proposal.gate]}</span>
                  <RowWords proposal={proposal} today={today} />
                  <Money value={proposal.claim.total} strong />
                </>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
