// The lines that wait, as a list box that draws only what is in sight. The list keeps the focus; arrows move
// through it, and what is done with the line stands beside it.

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, type KeyboardEvent, type RefObject } from 'react';
import type { DeskLine, LineClass } from '../../../backend';
import { Dot, type Tone } from '../../../components/Chip';
import { DateText, Money } from '../../../components/Figures';
import type { Pages } from '../../../components/usePages';
import { useSize } from '../../../components/useSize';
import { useText } from '../../../i18n';

const ROW_REM = 4;

const tones: Record<LineClass, Tone> = { certain: 'good', choice: 'held', unknown: 'late', out: 'plain' };

type Props = {
  pages: Pages<DeskLine>;
  active: number;
  onActive: (index: number) => void;
  /** A figure was pressed: choose that reading. */
  onChoose: (at: number) => void;
  list: RefObject<HTMLDivElement | null>;
};

function Row({ line }: { line: DeskLine }) {
  const t = useText();
  return (
    <>
      <Dot tone={tones[line.class]} />
      <span className="desk-words">
        <span className="desk-name">{line.payer ?? line.iban ?? t.bank.desk.noName}</span>
        <span className="desk-text">
          <DateText value={line.date} />
          {` · ${line.description || t.bank.desk.noText}`}
        </span>
      </span>
      <span className="desk-end">
        <Money value={line.amount} strong />
        <span className="desk-text">{t.bank.desk.classes[line.class]}</span>
      </span>
    </>
  );
}

export function DeskList({ pages, active, onActive, onChoose, list }: Props) {
  const t = useText();
  const id = useId();
  const { rem } = useSize(list);
  const total = pages.total ?? 0;
  const rowHeight = Math.round(ROW_REM * rem);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  useEffect(() => rows.measure(), [rows, rowHeight]);
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { show } = pages;
  useEffect(() => show(first, last), [show, first, last]);
  useEffect(() => {
    if (active < total) rows.scrollToIndex(active, { align: 'auto' });
  }, [active, total, rows]);

  const perPage = Math.max(1, Math.floor((list.current?.clientHeight ?? 600) / rowHeight) - 1);
  const move = (to: number) => onActive(Math.max(0, Math.min(total - 1, to)));
  const steps: Record<string, () => void> = {
    ArrowDown: () => move(active + 1),
    ArrowUp: () => move(active - 1),
    PageDown: () => move(active + perPage),
    PageUp: () => move(active - perPage),
    Home: () => move(0),
    End: () => move(total - 1),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    const figure = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
    if (!step && !figure) return;
    event.preventDefault();
    if (step) step();
    else onChoose(figure - 1);
  };
  const drawn = total > 0 && active >= first && active <= last;

  return (
    <div
      ref={list}
      className="desk-list"
      role="listbox"
      aria-label={t.bank.desk.lines}
      aria-busy={pages.busy || undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      {...(drawn ? { 'aria-activedescendant': `${id}-${active}` } : {})}
    >
      <div className="desk-all" role="presentation" style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start, size }) => {
          const line = pages.row(index);
          return (
            // The list box itself takes the keys; a row only takes the pointer.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={index}
              id={`${id}-${index}`}
              className="desk-row"
              role="option"
              aria-selected={index === active}
              aria-posinset={index + 1}
              aria-setsize={total}
              aria-busy={line === undefined || undefined}
              style={{ height: size, translate: `0 ${start}px` }}
              onClick={() => onActive(index)}
            >
              {line ? (
                <Row line={line} />
              ) : (
                <>
                  <span className="paged-wait" aria-hidden />
                  <span className="visually-hidden">{t.common.loading}</span>
                </>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
