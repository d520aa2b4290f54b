// From a failed command to the fields it names.

import { ApiFailure } from '../../backend';

export type Problems = Record<string, string>;

export function problemsOf(reason: unknown): Problems {
  if (!(reason instanceof ApiFailure)) return {};
  return Object.fromEntries(reason.error.fields.map(({ field, message }) => [field, message]));
}

/** What is left to say above the form when the fields have said theirs. */
export function withoutFields(reason: unknown, shown: readonly string[]): unknown {
  const named = Object.keys(problemsOf(reason));
  return named.length > 0 && named.every((field) => shown.includes(field)) ? null : reason;
}
