// The keys of a long list that keeps the focus itself.

import type { KeyboardEvent } from 'react';

type Keys = {
  total: number;
  active: number;
  perPage: number;
  move: (index: number) => void;
  open: () => void;
  mark: () => void;
  type: (() => void) | undefined;
};

export function usePagedKeys({ total, active, perPage, move, open, mark, type }: Keys) {
  const to = (index: number) => () => total > 0 && move(Math.max(0, Math.min(total - 1, index)));
  const steps: Record<string, () => void> = {
    ArrowDown: to(active + 1),
    ArrowUp: to(active - 1),
    PageDown: to(active + perPage),
    PageUp: to(active - perPage),
    Home: to(0),
    End: to(total - 1),
    Enter: open,
    ' ': mark,
  };
  return (event: KeyboardEvent<HTMLElement>) => {
    // A button in the head has keys of its own.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      step();
    } else if (type && /^[\p{L}\p{N}]$/u.test(event.key)) {
      // The key itself goes on, to the search that now has the focus.
      event.stopPropagation();
      type();
    }
  };
}
