// That the administration is no longer open, said by the core to whoever asked anything: it may lock by itself, when
// the computer falls asleep or another window locks it. Then this window follows, whatever the call was for.

import { ApiFailure } from './transport';

const codes: ReadonlySet<string> = new Set(['locked', 'no_administration']);

const listeners = new Set<() => void>();

/** Notes a refusal of that kind, and passes the answer on. */
export async function heeded<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (reason) {
    if (reason instanceof ApiFailure && codes.has(reason.error.code)) {
      for (const listener of listeners) listener();
    }
    throw reason;
  }
}

export function onSessionEnded(hear: () => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}
