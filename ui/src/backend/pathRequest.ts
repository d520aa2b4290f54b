// A question for a path that waits for an answer; only the bridge asks it, and PathDialog answers.

import { useSyncExternalStore } from 'react';
import type { PickOptions } from './transport';

export type PathKind = 'folder' | 'file' | 'save';

export type PathRequest = {
  kind: PathKind;
  options: PickOptions;
  answer: (path: string | null) => void;
};

let pending: PathRequest | null = null;
const listeners = new Set<() => void>();

function setPending(request: PathRequest | null): void {
  pending = request;
  for (const listener of listeners) listener();
}

export function askPath(kind: PathKind, options: PickOptions): Promise<string | null> {
  pending?.answer(null);
  return new Promise((resolve) => {
    setPending({
      kind,
      options,
      answer: (path) => {
        setPending(null);
        resolve(path);
      },
    });
  });
}

export function usePathRequest(): PathRequest | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => pending,
  );
}
