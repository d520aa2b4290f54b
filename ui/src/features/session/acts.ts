// That something was done, for parts of the window that keep a way back of their own: what they did last may not
// be the last any more.

const hearers = new Set<() => void>();
let told = 0;

/** How many times something was done: whoever comes back sees whether anything was, meanwhile. */
export const actsTold = (): number => told;

/** Something was done, or undone, by the window's own way of doing things. */
export function tellActs(): void {
  told += 1;
  for (const hear of hearers) hear();
}

export function onActs(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

const calm: ReadonlySet<string> = new Set([
  'job_cancelled',
  'nothing_to_undo',
  'withdrawn_stays',
  'last_act_stays',
  'already_undone',
]);

/** Stopped because it was asked to, or nothing left to take back: no failure, and nothing to close. */
export const isCalm = (code: string): boolean => calm.has(code);
