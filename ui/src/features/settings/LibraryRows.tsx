// The rows of the list of libraries, as a list box that draws only what is in sight.

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useSize } from '../../components/useSize';
import { useText } from '../../i18n';
import type { Library } from './libraries';

const ROW_REM = 2.25;
const PAGE = 8;

export function LibraryRows(props: { libraries: readonly Library[]; onShow: (library: Library) => void }) {
  const { libraries, onShow } = props;
  const words = useText().settings.about;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { rem } = useSize(list);
  const [selected, setSelected] = useState(0);
  const rows = useVirtualizer({
    count: libraries.length,
    getScrollElement: () => list.current,
    estimateSize: () => Math.round(rem * ROW_REM),
    overscan: 10,
  });
  useEffect(() => rows.measure(), [rows, rem]);

  const show = (index: number) => {
    const library = libraries[index];
    if (library) onShow(library);
  };
  const move = (to: number) => {
    const index = Math.max(0, Math.min(libraries.length - 1, to));
    setSelected(index);
    rows.scrollToIndex(index, { align: 'auto' });
  };
  const steps: Record<string, () => void> = {
    ArrowDown: () => move(selected + 1),
    ArrowUp: () => move(selected - 1),
    PageDown: () => move(selected + PAGE),
    PageUp: () => move(selected - PAGE),
    Home: () => move(0),
    End: () => move(libraries.length - 1),
    Enter: () => show(selected),
    ' ': () => show(selected),
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
      className="library-list"
      role="listbox"
      aria-label={words.list}
      tabIndex={0}
      // No higher than its rows, and their border.
      style={{ maxHeight: rows.getTotalSize() + 2 }}
      onKeyDown={onKeyDown}
      {...(drawn.some(({ index }) => index === selected)
        ? { 'aria-activedescendant': `${id}-${selected}` }
        : {})}
    >
      <div className="library-all" role="presentation" style={{ height: rows.getTotalSize() }}>
        {drawn.map(({ index, start, size }) => {
          const library = libraries[index];
          if (!library) return null;
          return (
            // The list box itself takes the keys; a row only takes the pointer.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={`${library.kind} ${library.name} ${library.version}`}
              id={`${id}-${index}`}
              className="library-row"
              role="option"
              aria-selected={index === selected}
              aria-posinset={index + 1}
              aria-setsize={libraries.length}
              style={{ height: size, translate: `0 ${start}px` }}
              onClick={() => {
                setSelected(index);
                onShow(library);
              }}
            >
              <span className="library-name">{library.name}</span>
              <span className="library-version amount">{library.version}</span>
              <span className="library-kind">{words.kinds[library.kind]}</span>
              <span className="library-terms">{library.licence}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
