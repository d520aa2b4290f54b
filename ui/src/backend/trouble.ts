// Trouble with the administration's own file: it cannot be written, the disk is full or was pulled out. It is
// kept until something was written again, because it concerns everything that is done from here.

import { useSyncExternalStore } from 'react';
import { ApiFailure, type CommandName } from './transport';
import type { ApiError } from './api.gen';

const codes: ReadonlySet<string> = new Set(['read_only', 'disk_full', 'io', 'damaged', 'not_found']);

export type Trouble = { error: ApiError; during: CommandName };

let trouble: Trouble | null = null;
const listeners = new Set<() => void>();

function change(next: Trouble | null): void {
  if (next === trouble) return;
  trouble = next;
  for (const listener of listeners) listener();
}

export function forgetTrouble(): void {
  change(null);
}

/** What was written has a number of its own. */
function isWritten(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'id' in answer && 'done' in answer;
}

/** Notes how a call ended, and passes it on. */
export async function watched<Answer>(name: CommandName, call: Promise<Answer>): Promise<Answer> {
  try {
    const answer = await call;
    if (trouble && (trouble.during === name || isWritten(answer))) change(null);
    return answer;
  } catch (reason) {
    if (reason instanceof ApiFailure && codes.has(reason.error.code)) {
      change({ error: reason.error, during: name });
    }
    throw reason;
  }
}

/** The trouble that concerns this administration; a file that was chosen elsewhere has troubles of its own. */
export function useTrouble(folder: string): Trouble | null {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => trouble,
  );
  const path = now?.error.details.path;
  return typeof path === 'string' && path.startsWith(folder) ? now : path === undefined ? now : null;
}
