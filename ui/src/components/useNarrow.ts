// Whether the window is too narrow for details beside the list; they then lie over it. Counted in the size of the
// text: with text twice as large a window is half as wide. The style sheets say the same of the room, without the
// rail: `@container room (max-width: 54.3rem)`.

import { useSyncExternalStore } from 'react';

/** In rem: a window of 1,100 pixels with text of the usual size. */
const ROOM_FOR_TWO = 68.75;

function isNarrow(): boolean {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return window.innerWidth / rem < ROOM_FOR_TWO;
}

// A sheet of paper is narrow too, but printing does not change the window's own width.
function onChange(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  const page = new MutationObserver(listener);
  page.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  return () => {
    window.removeEventListener('resize', listener);
    page.disconnect();
  };
}

export function useNarrow(): boolean {
  return useSyncExternalStore(onChange, isNarrow);
}
