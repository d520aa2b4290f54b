// What comes before a handover for a customer: the same in the list, in the check and in the last question.

import type { ReadyDossier, WorkKind } from '../../backend';

/** A letter about what stays in the plan is no reason to wait with the rest: that it stays is said already. */
const ofWhatStays: ReadonlySet<WorkKind> = new Set(['letters', 'decide']);

export function comesFirst({ first, behind }: ReadyDossier): WorkKind | null {
  return first !== null && behind > 0 && ofWhatStays.has(first) ? null : first;
}

/** The words for it among those of one place. */
export function firstWords(
  first: WorkKind | null,
  words: Partial<Record<string, string>> & { other: string },
): string | null {
  return first === null ? null : (words[first] ?? words.other);
}
