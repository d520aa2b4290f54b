// Where dropped copies go instead of to the import: the invoice that is open. A PDF or a picture is a copy of it;
// whatever can be read in still goes to the import.

import { useEffect, useSyncExternalStore } from 'react';

/** `name`: what it is called, "Factuur 2026-17". */
export type DropTarget = { name: string; keep: (paths: readonly string[]) => void };

const COPY = /\.(pdf|png|jpe?g)$/i;

let target: DropTarget | null = null;
const listeners = new Set<() => void>();

function put(next: DropTarget | null): void {
  target = next;
  for (const listener of listeners) listener();
}

export const areCopies = (paths: readonly string[]): boolean =>
  paths.length > 0 && paths.every((path) => COPY.test(path));

/** While this is on screen, copies that are dropped come here. */
export function useTakesCopies(next: DropTarget): void {
  useEffect(() => {
    put(next);
    return () => {
      if (target === next) put(null);
    };
  }, [next]);
}

export function useDropTarget(): DropTarget | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => target,
  );
}
