// A list with, beside it, what is opened in it; in a narrow window that lies over the list.

import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react';
import { useSize } from './useSize';
import './Split.css';

/** In rem: what is left of a window of 1,100 pixels beside the rail. */
const ROOM_FOR_TWO = 53.5;

/** Whether what is opened lies over the list: then its title is the page's own. */
const Covering = createContext(false);

export function useCovering(): boolean {
  return useContext(Covering);
}

type Props = {
  main: ReactNode;
  /** What is opened; null when nothing is. */
  side: ReactNode | null;
  onClose: () => void;
};

export function Split({ main, side, onClose }: Props) {
  const whole = useRef<HTMLDivElement>(null);
  const { width } = useSize(whole);
  // Measured in text: with text twice as large the room is half as wide.
  const covered = side !== null && width > 0 && width < ROOM_FOR_TWO;
  const beside = useRef<HTMLDivElement>(null);
  // What is covered cannot keep the focus: it goes to what lies over it.
  useEffect(() => {
    if (covered) beside.current?.querySelector<HTMLElement>('[tabindex]')?.focus();
  }, [covered]);
  return (
    <div ref={whole} className={`split${side === null ? '' : ' split-open'}${covered ? ' split-over' : ''}`}>
      <div className="split-main" inert={covered}>
        {main}
      </div>
      {covered && <div className="split-veil" role="presentation" onClick={onClose} />}
      {side !== null && (
        <div ref={beside} className="split-side">
          <Covering value={covered}>{side}</Covering>
        </div>
      )}
    </div>
  );
}

/** Gives the focus back to the list, once what lay over it is gone. */
export function focusList(): void {
  setTimeout(() => {
    if (document.querySelector('[role="dialog"]') === null) {
      document.querySelector<HTMLElement>('main [role="grid"]')?.focus({ preventScroll: true });
    }
  });
}
