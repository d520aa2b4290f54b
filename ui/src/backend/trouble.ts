// Trouble with the administration's own file: it cannot be written, the disk is full or was pulled out. It is
// kept until something was written again, because it concerns everything that is done from here.

import { useEffect, useSyncExternalStore } from 'react';
import { ApiFailure, type CommandName } from './transport';
import type { ApiError } from './api.gen';

const codes: ReadonlySet<string> = new Set(['read_only', 'disk_full', 'io', 'damaged', 'not_found']);

/** These write where somebody asks: unless the core names a path, what fails there is that place. */
const elsewhere: ReadonlySet<CommandName> = new Set(['backup', 'export', 'restore', 'sample_create']);
const ofThatPlace = new WeakSet<ApiFailure>();

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
    if (reason instanceof ApiFailure && elsewhere.has(name) && reason.error.details.path === undefined) {
      ofThatPlace.add(reason);
    } else if (reason instanceof ApiFailure && codes.has(reason.error.code)) {
      change({ error: reason.error, during: name });
    }
    throw reason;
  }
}

/** The folder whose troubles are in sight now. */
let watchedFolder: string | null = null;

/** A file that was chosen elsewhere has troubles of its own. */
function concerns(error: ApiError, folder: string): boolean {
  const { path } = error.details;
  return path === undefined || (typeof path === 'string' && path.startsWith(folder));
}

/** Whether the frame says this already, so that it need not be said twice. */
export function isSaidByFrame(reason: unknown): boolean {
  return (
    watchedFolder !== null &&
    reason instanceof ApiFailure &&
    !ofThatPlace.has(reason) &&
    codes.has(reason.error.code) &&
    concerns(reason.error, watchedFolder)
  );
}

/** The trouble that concerns the administration in this folder. */
export function useTrouble(folder: string): Trouble | null {
  useEffect(() => {
    watchedFolder = folder;
    return () => {
      watchedFolder = null;
    };
  }, [folder]);
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => trouble,
  );
  return now && concerns(now.error, folder) ? now : null;
}
