// Which calls have been under way for so long that the user wonders. While there is one, and only then, the window
// asks the core how far it is.

import { useSyncExternalStore } from 'react';
import type { CommandName } from './transport';

const LONG = 300;

/** Questions about the work itself are no work. */
const questions: ReadonlySet<CommandName> = new Set(['job_state', 'job_cancel', 'app_info']);

/** Long calls, the oldest first. */
let long: readonly { name: CommandName }[] = [];
const listeners = new Set<() => void>();

function change(next: typeof long): void {
  long = next;
  for (const listener of listeners) listener();
}

/** Watches one call until it ends. */
export function underWay<Answer>(name: CommandName, answer: Promise<Answer>): Promise<Answer> {
  if (questions.has(name)) return answer;
  const call = { name };
  const timer = setTimeout(() => change([...long, call]), LONG);
  return answer.finally(() => {
    clearTimeout(timer);
    if (long.includes(call)) change(long.filter((other) => other !== call));
  });
}

/** The oldest call that takes long now. */
export function useLongCall(): CommandName | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => long[0]?.name ?? null,
  );
}
