// A list with, beside it, what is opened in it; in a narrow window that lies over the list.

import type { ReactNode } from 'react';
import { useNarrow } from './useNarrow';
import './Split.css';

type Props = {
  main: ReactNode;
  /** What is opened; null when nothing is. */
  side: ReactNode | null;
  onClose: () => void;
};

export function Split({ main, side, onClose }: Props) {
  const narrow = useNarrow();
  const covered = narrow && side !== null;
  return (
    <div className={side === null ? 'split' : 'split split-open'}>
      <div className="split-main" inert={covered}>
        {main}
      </div>
      {covered && <div className="split-veil" role="presentation" onClick={onClose} />}
      {side !== null && <div className="split-side">{side}</div>}
    </div>
  );
}
