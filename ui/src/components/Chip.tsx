// A word in a coloured shape. The word carries the meaning; the colour only helps the eye.

import type { ReactNode } from 'react';
import './Chip.css';

export type Tone = 'good' | 'held' | 'late' | 'plain' | 'accent';

export function Chip(props: { tone?: Tone; children: ReactNode }) {
  return <span className={`chip chip-${props.tone ?? 'plain'}`}>{props.children}</span>;
}

/** A small mark with a shape of its own per tone, so that it also speaks without colour. */
export function Dot(props: { tone: Tone }) {
  return <span className={`dot dot-${props.tone}`} aria-hidden />;
}
