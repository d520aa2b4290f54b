// Acts that were done in one go, and say the same of many customers, stand as one line that opens.

import type { Act } from '../backend';

export type Together = { first: Act; rest: Act[] };

/** In milliseconds: what one command records lies closer together than what a hand does. */
const ONE_GO = 2_000;
/** In words: so much of two sentences is the same when only the name differs. */
const ALIKE = 3;

/** The words of a sentence; one amount, date or number stands for any other. */
const wordsOf = ({ what }: Act) => what.split(' ').map((word) => (/\d/.test(word) ? '#' : word));

/** Whether two sentences end the same and differ only in a name. */
function alike(one: readonly string[], other: readonly string[]): boolean {
  const most = Math.min(one.length, other.length);
  const longest = Math.max(one.length, other.length);
  let before = 0;
  while (before < most && one[before] === other[before]) before += 1;
  let after = 0;
  while (after < most - before && one.at(-1 - after) === other.at(-1 - after)) after += 1;
  const same = before + after;
  // Of one customer two sentences begin the same and say different things: then little of them is the same.
  return same === longest || (after > 0 && same >= ALIKE && 3 * same > longest);
}

/** The newest first, as they came; a line for each act, or for several that belong together. */
export function together(acts: readonly Act[]): Together[] {
  const lines: Together[] = [];
  let begun = 0;
  let last: Act | undefined;
  for (const act of acts) {
    if (!last || Math.abs(Date.parse(last.at) - Date.parse(act.at)) > ONE_GO) begun = lines.length;
    last = act;
    const words = wordsOf(act);
    const line = lines.slice(begun).find(({ first }) => alike(wordsOf(first), words));
    if (line) line.rest.push(act);
    else lines.push({ first: act, rest: [] });
  }
  return lines;
}
