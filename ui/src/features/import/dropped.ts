// Files that were dropped on the window, wherever it stood, and wait to be looked at in the import.

import { useSyncExternalStore } from 'react';

let offered: readonly string[] = [];
const listeners = new Set<() => void>();

/** Offers files to the import; an empty list takes them away. */
export function offerFiles(paths: string[]): void {
  offered = paths;
  for (const listener of listeners) listener();
}

export function useOfferedFiles(): readonly string[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offered,
  );
}
