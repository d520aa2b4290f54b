// A sentence of the catalogue with something in it that is more than text: where a mark stands, the element comes.

import { Fragment, type ReactNode } from 'react';

/** Marks that stand in no sentence; give one to a sentence as if it were a word. */
export const marks = ['\uE000', '\uE001'] as const;

export function weave(sentence: string, elements: readonly ReactNode[]): ReactNode {
  return sentence.split(/([\uE000\uE001])/).map((piece, at) => {
    const mark = marks.findIndex((known) => known === piece);
    // The pieces of a sentence have no other name than their place.
    // oxlint-disable-next-line react/no-array-index-key
    return <Fragment key={at}>{mark < 0 ? piece : elements[mark]}</Fragment>;
  });
}
