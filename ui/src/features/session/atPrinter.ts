// Letters that were handed to the printer, of which nobody said yet whether they came out well. They may be in the
// post by now: until it is said, none of them is taken back. Leaving the room, or a lock, answers nothing.

import type { LetterRow } from '../../backend';
import { draftOf, putDraft, useSharedDraft } from './drafts';

export type Printed = Readonly<{
  run: string;
  letters: readonly string[];
  /** One letter from its own page, rather than those of a run at once. */
  alone: boolean;
}>;

const KEY = 'dunning.atPrinter';
const NONE: readonly Printed[] = [];

export const atPrinter = (): readonly Printed[] => draftOf(KEY, NONE);

const same = (one: Printed, other: Printed) =>
  one.run === other.run && one.alone === other.alone && (!one.alone || one.letters[0] === other.letters[0]);

/** It was said how they came out, or they never reached the printer. */
export function settlePrinted(printed: Printed): void {
  putDraft(
    KEY,
    atPrinter().filter((one) => !same(one, printed)),
  );
}

export function askPrinted(printed: Printed): void {
  settlePrinted(printed);
  putDraft(KEY, [...atPrinter(), printed]);
}

/** Whether any of these letters, or of this run, is at the printer. */
export function isAtPrinter(which: { letters: readonly string[] } | { run: string }): boolean {
  return atPrinter().some(({ run, letters }) =>
    'run' in which ? run === which.run : letters.some((letter) => which.letters.includes(letter)),
  );
}

/** What is still asked of a run: of letters that left meanwhile by another way, nothing is. */
export function useAtPrinter(run: string, letters: readonly LetterRow[]) {
  const all = useSharedDraft(KEY, NONE).filter((one) => one.run === run);
  const waits = new Set(letters.filter(({ state }) => state === 'approved').map(({ letter }) => letter));
  const asked = all
    .map((one) => ({ ...one, letters: one.letters.filter((letter) => waits.has(letter)) }))
    .filter((one) => one.letters.length > 0);
  return {
    /** Of the letters of the run at once. */
    ofRun: asked.find(({ alone }) => !alone),
    ofLetter: (letter: string) => asked.find(({ alone, letters: [only] }) => alone && only === letter),
    letters: new Set(asked.flatMap((one) => one.letters)),
    /** What nothing is asked of any more. */
    moot: all.filter((one) => !asked.some((other) => same(one, other))),
  };
}
