// Whether the window is too narrow for details beside the list; they then lie over it. The same width stands
// in the style sheets as 68.7rem.

import { useSyncExternalStore } from 'react';

// Only the screen's width: a sheet of paper is narrow too, and printing must not rearrange the window.
const narrow = window.matchMedia('screen and (max-width: 68.7rem)');

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrow.addEventListener('change', listener);
      return () => narrow.removeEventListener('change', listener);
    },
    () => narrow.matches,
  );
}
