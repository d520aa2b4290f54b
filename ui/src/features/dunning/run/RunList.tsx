// The letters in three groups as one list box that draws only what is in sight. The list keeps the focus:
// arrows, Home, End and the page keys walk through it, Enter decides.

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { Gate, IsoDate, Proposal } from '../../../backend';
import { useText } from '../../../i18n';
import { useSize } from '../../../components/useSize';
import { gates } from '../../today/words';
import { letterKey } from '../words';
import { RunRow } from './RunRow';
import type { Decisions, Run, RunCounts } from './useRun';

type Line = { head: Gate } | { index: number };

type Props = {
  run: Run;
  counts: RunCounts;
  today: IsoDate;
  decisions: Decisions;
  selected: number;
  onSelect: (index: number) => void;
  onDecide: () => void;
  onShow: () => void;
  list: RefObject<HTMLDivElement | null>;
};

const ROW_REM = 3.625;
const HEAD_REM = 2.375;

/** Row by row what the list shows: a heading before each group that is not empty. */
function linesOf(counts: RunCounts): Line[] {
  let index = 0;
  return gates.flatMap((head) => {
    const rows = Array.from({ length: counts[head] }, () => ({ index: index++ }));
    return rows.length > 0 ? [{ head }, ...rows] : [];
  });
}

export function RunList({
  run,
  counts,
  today,
  decisions,
  selected,
  onSelect,
  onDecide,
  onShow,
  list,
}: Props) {
  const t = useText();
  const id = useId();
  const { rem } = useSize(list);
  const lines = useMemo(() => linesOf(counts), [counts]);
  const lineOf = useMemo(() => {
    const at = new Map<number, number>();
    lines.forEach((line, number) => 'index' in line && at.set(line.index, number));
    return at;
  }, [lines]);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => list.current,
    estimateSize: (at) => Math.round(rem * (lines[at] && 'head' in lines[at] ? HEAD_REM : ROW_REM)),
    overscan: 10,
  });
  useEffect(() => rows.measure(), [rows, rem, lines]);

  const drawn = rows.getVirtualItems().map((item) => ({ ...item, line: lines[item.index] }));
  const seen = drawn.flatMap(({ line }) => (line && 'index' in line ? [line.index] : []));
  const [first, last] = [seen[0] ?? 0, seen.at(-1) ?? 0];
  const { show } = run;
  useEffect(() => show(first, last), [show, first, last]);

  const total = lineOf.size;
  // Where another room led to is brought into sight as well.
  const moved = useRef(selected > 0);
  const move = (to: number) => {
    moved.current = true;
    onSelect(Math.max(0, Math.min(total - 1, to)));
  };
  useEffect(() => {
    if (!moved.current) return;
    const line = lineOf.get(selected);
    // The first row of a group takes its heading along into sight.
    if (line !== undefined)
      rows.scrollToIndex(line > 0 && 'head' in (lines[line - 1] ?? {}) ? line - 1 : line);
    if (line !== undefined) rows.scrollToIndex(line);
  }, [selected, lineOf, lines, rows]);

  const perPage = Math.max(1, Math.floor((list.current?.clientHeight ?? 600) / (ROW_REM * rem)) - 1);
  const steps: Record<string, () => void> = {
    ArrowDown: () => move(selected + 1),
    ArrowUp: () => move(selected - 1),
    PageDown: () => move(selected + perPage),
    PageUp: () => move(selected - perPage),
    Home: () => move(0),
    End: () => move(total - 1),
    Enter: onDecide,
    ' ': onShow,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    step();
  };
  const inSight = seen.includes(selected);

  return (
    <div
      ref={list}
      className="run-list"
      role="listbox"
      aria-label={t.dunning.run.list}
      aria-busy={run.busy || undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      {...(inSight ? { 'aria-activedescendant': `${id}-${selected}` } : {})}
    >
      <div className="run-all" role="presentation" style={{ height: rows.getTotalSize() }}>
        {drawn.map(({ key, start, size, line }) => {
          const place = { height: size, translate: `0 ${start}px` };
          if (!line) return null;
          if ('head' in line) {
            return (
              <div key={key} className="run-group" role="presentation" style={place}>
                {t.dunning.run.group[line.head]}
                <span className="amount run-group-count">{t.number(counts[line.head])}</span>
              </div>
            );
          }
          const letter: Proposal | undefined = run.row(line.index);
          const letterId = letter && letterKey(letter);
          return (
            <RunRow
              key={key}
              id={`${id}-${line.index}`}
              letter={letter}
              today={today}
              place={place}
              position={line.index + 1}
              total={total}
              selected={line.index === selected}
              approved={letterId !== undefined && decisions.decidedKeys.has(letterId)}
              edited={letterId !== undefined && decisions.textOf.has(letterId)}
              onPress={() => {
                onSelect(line.index);
                onShow();
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
