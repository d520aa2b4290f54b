// Which first steps were skipped or seen, and whether the path was put away: remembered on this computer for each
// administration, under a mark that does not tell which. What is done is no flag: the facts say it.

import { useSyncExternalStore } from 'react';

export type StepId = 'invoices' | 'customers' | 'bank' | 'match' | 'plan' | 'letters';

export type Remembered = {
  passed: readonly string[];
  /** `away` unless called back; `called` shows it whatever the facts say. */
  path: 'usual' | 'away' | 'called';
};

const nothing: Remembered = { passed: [], path: 'usual' };
const listeners = new Set<() => void>();
/** What was read last, so that the same note gives the same value. */
let last: { note: string; value: Remembered } | null = null;

/** FNV-1a: enough to keep a few folders apart. */
function markOf(folder: string): string {
  let hash = 0x811c9dc5;
  for (const letter of folder) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `standvast.first.${hash.toString(16)}`;
}

function parsed(note: string): Remembered {
  try {
    const { passed, path } = JSON.parse(note) as Partial<Record<keyof Remembered, unknown>>;
    return {
      passed: Array.isArray(passed) ? passed.filter((id) => typeof id === 'string') : [],
      path: path === 'away' || path === 'called' ? path : 'usual',
    };
  } catch {
    // A torn note only means that the path is shown again.
    return nothing;
  }
}

function read(folder: string): Remembered {
  const note = localStorage.getItem(markOf(folder));
  if (note === null) return nothing;
  if (last?.note !== note) last = { note, value: parsed(note) };
  return last.value;
}

function keep(folder: string, next: Remembered): void {
  localStorage.setItem(markOf(folder), JSON.stringify(next));
  for (const listener of listeners) listener();
}

export function passStep(folder: string, id: StepId): void {
  const before = read(folder);
  keep(folder, { ...before, passed: [...before.passed, id] });
}

/** A step that was skipped is to be done after all. */
export function resumeStep(folder: string, id: StepId): void {
  const before = read(folder);
  keep(folder, { ...before, passed: before.passed.filter((known) => known !== id) });
}

export function putPathAway(folder: string): void {
  keep(folder, { ...read(folder), path: 'away' });
}

export function callPathBack(folder: string): void {
  keep(folder, { passed: [], path: 'called' });
}

export function useRemembered(folder: string): Remembered {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => read(folder),
  );
}
