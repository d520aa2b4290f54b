// Rows that were found for fewer letters than are typed by now: only what still fits may be chosen from them.

/** Whether each word that is typed stands in one of these texts. */
export function stillFits(typed: string, texts: readonly (string | null | undefined)[]): boolean {
  const all = texts.filter(Boolean).join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
