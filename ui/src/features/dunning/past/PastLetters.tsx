// The letters of one run, as a list box that draws only what is in sight.

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, type KeyboardEvent, type RefObject } from 'react';
import type { LetterRow } from '../../../backend';
import { Chip, type Tone } from '../../../components/Chip';
import { Money } from '../../../components/Figures';
import { useSize } from '../../../components/useSize';
import { useText } from '../../../i18n';
import { letterWords } from '../words';
import type { Changed } from './NextSteps';

type Props = {
  letters: readonly LetterRow[];
  changed: Changed;
  selected: number;
  onSelect: (index: number) => void;
  onShow: () => void;
  list: RefObject<HTMLDivElement | null>;
};

export const stateTone: Record<LetterRow['state'], Tone> = {
  approved: 'held',
  handed_over: 'plain',
  confirmed: 'good',
  withdrawn: 'plain',
};

const ROW_REM = 3.625;
const PAGE = 8;

export function PastLetters({ letters, changed, selected, onSelect, onShow, list }: Props) {
  const t = useText();
  const id = useId();
  const { rem } = useSize(list);
  const rows = useVirtualizer({
    count: letters.length,
    getScrollElement: () => list.current,
    estimateSize: () => Math.round(rem * ROW_REM),
    overscan: 10,
  });
  useEffect(() => rows.measure(), [rows, rem]);
  useEffect(() => list.current?.focus({ preventScroll: true }), [list]);

  const move = (to: number) => {
    const index = Math.max(0, Math.min(letters.length - 1, to));
    onSelect(index);
    rows.scrollToIndex(index, { align: 'auto' });
  };
  const steps: Record<string, () => void> = {
    ArrowDown: () => move(selected + 1),
    ArrowUp: () => move(selected - 1),
    PageDown: () => move(selected + PAGE),
    PageUp: () => move(selected - PAGE),
    Home: () => move(0),
    End: () => move(letters.length - 1),
    Enter: onShow,
    ' ': onShow,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    step();
  };
  const drawn = rows.getVirtualItems();

  return (
    <div
      ref={list}
      className="run-list"
      role="listbox"
      aria-label={t.pastRuns.one.list}
      tabIndex={0}
      onKeyDown={onKeyDown}
      {...(drawn.some(({ index }) => index === selected)
        ? { 'aria-activedescendant': `${id}-${selected}` }
        : {})}
    >
      <div className="run-all" role="presentation" style={{ height: rows.getTotalSize() }}>
        {drawn.map(({ index, start, size }) => {
          const letter = letters[index];
          if (!letter) return null;
          return (
            // The list box itself takes the keys; a row only takes the pointer.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={letter.letter}
              id={`${id}-${index}`}
              className="run-row"
              role="option"
              aria-selected={index === selected}
              aria-posinset={index + 1}
              aria-setsize={letters.length}
              style={{ height: size, translate: `0 ${start}px` }}
              onClick={() => {
                onSelect(index);
                onShow();
              }}
            >
              <span className="run-words">
                <span className="run-name">{letter.name}</span>
                <span className="run-text">
                  {changed.get(letter.letter) ??
                    [letterWords(letter, t), letter.edited && t.dunning.run.edited]
                      .filter(Boolean)
                      .join(' · ')}
                </span>
              </span>
              <Chip tone={changed.has(letter.letter) ? 'late' : stateTone[letter.state]}>
                {changed.has(letter.letter) ? t.pastRuns.changed : t.pastRuns.state[letter.state]}
              </Chip>
              <Money value={letter.claim.total} strong />
            </div>
          );
        })}
      </div>
    </div>
  );
}
