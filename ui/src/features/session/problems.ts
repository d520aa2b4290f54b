// From a failed command to the fields it names.

import { ApiFailure, isSaidByFrame } from '../../backend';

export type Problems = Record<string, string>;

export function problemsOf(reason: unknown): Problems {
  if (!(reason instanceof ApiFailure)) return {};
  return Object.fromEntries(reason.error.fields.map(({ field, message }) => [field, message]));
}

/** Puts the cursor in the first field on the screen that is wrong, whatever order they are named in. */
export function toFirstOf(form: ParentNode | null, wrong: readonly string[]): void {
  const fields = [...(form?.querySelectorAll<HTMLElement>('[name]') ?? [])];
  fields.find((field) => wrong.includes(field.getAttribute('name') ?? ''))?.focus();
}

type Worded = { message: string; hint: string };

/** The same failure in the words of where it happened: one code means other things in other places. What
 * ails the open administration itself is not of that place, and keeps the words of the core. */
export function inWordsOf(reason: unknown, words: Readonly<Partial<Record<string, Worded>>>): unknown {
  if (!(reason instanceof ApiFailure) || isSaidByFrame(reason)) return reason;
  const here = words[reason.error.code];
  return here ? new ApiFailure({ ...reason.error, ...here }) : reason;
}

/** What is left to say above the form when the fields have said theirs. */
export function withoutFields(reason: unknown, shown: readonly string[]): unknown {
  const named = Object.keys(problemsOf(reason));
  return named.length > 0 && named.every((field) => shown.includes(field)) ? null : reason;
}
