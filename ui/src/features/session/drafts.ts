// What somebody was typing, kept in memory so that locking or looking elsewhere loses nothing. It is never
// written anywhere and is wiped when the administration closes. Passphrases and codes do not belong here.

import { useCallback, useState, useSyncExternalStore } from 'react';

/** Set while a recovery code is shown that is seen once and kept nowhere yet. */
export const UNKEPT_SHEET = 'new.sheet';

const drafts = new Map<string, unknown>();
const hearers = new Set<() => void>();

const tell = () => {
  for (const hear of hearers) hear();
};

/** Tells of every change in what is kept, until the answer is called. */
export function onDrafts(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

export function forgetDrafts(): void {
  drafts.clear();
  tell();
}

/** What is kept under this name, and under longer names that begin with it. */
export function draftsUnder(name: string): readonly (readonly [key: string, value: unknown])[] {
  return [...drafts].filter(([key]) => key.startsWith(name));
}

/** What a screen should find when it comes on; of those that are on already, only a shared one hears it. */
export function putDraft(key: string, value: unknown): void {
  drafts.set(key, value);
  tell();
}

/** What is kept under a key; `initial` must be the same each time. */
export function draftOf<Value>(key: string, initial: Value): Value {
  return drafts.has(key) ? (drafts.get(key) as Value) : initial;
}

/** The same for parts of the window that are on at once, and follow it. */
export function useSharedDraft<Value>(key: string, initial: Value): Value {
  return useSyncExternalStore(onDrafts, () => draftOf(key, initial));
}

/** Like useState, but what was typed is still there when the screen comes back. */
export function useDraft<Value>(key: string, initial: Value): [Value, (value: Value) => void, () => void] {
  const [value, setValue] = useState<Value>(() => (drafts.has(key) ? (drafts.get(key) as Value) : initial));
  const change = useCallback(
    (next: Value) => {
      drafts.set(key, next);
      setValue(next);
      tell();
    },
    [key],
  );
  const forget = useCallback(() => {
    drafts.delete(key);
    tell();
  }, [key]);
  return [value, change, forget];
}
