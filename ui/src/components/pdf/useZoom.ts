// How large the pages are: as wide as the pane, or a percentage of the paper's real size.

import { useEffect, useState, type RefObject } from 'react';
import { useAction } from '../../keys/actions';

/** 72 points and 96 pixels to the inch. */
const REAL_SIZE = 96 / 72;
const STEPS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];
/** A page as wide as a very wide window would be harder to read, not easier. */
const WIDEST_FIT = 1.35;

type Zoom = {
  /** Pixels per point. */
  scale: number;
  /** Of the paper's real size. */
  percent: number;
  fits: boolean;
  larger: (() => void) | undefined;
  smaller: (() => void) | undefined;
  fit: () => void;
  real: () => void;
};

function useWidth(scroller: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = () => setWidth(element.clientWidth);
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    measure();
    return () => watcher.disconnect();
  }, [scroller]);
  return width;
}

/** `pageWidth` in points; `gap` is kept free at each side. */
export function useZoom(scroller: RefObject<HTMLElement | null>, pageWidth: number, gap: number): Zoom {
  const width = useWidth(scroller);
  const [chosen, setChosen] = useState<number | null>(null);
  const fitting = Math.min(WIDEST_FIT, Math.max(120, width - 2 * gap) / (pageWidth * REAL_SIZE));
  const zoom = chosen ?? fitting;
  const above = STEPS.find((step) => step > zoom + 0.005);
  const below = STEPS.findLast((step) => step < zoom - 0.005);
  const fit = () => setChosen(null);
  const real = () => setChosen(1);
  const larger = above === undefined ? undefined : () => setChosen(above);
  const smaller = below === undefined ? undefined : () => setChosen(below);
  useAction('pdfLarger', () => larger?.(), larger !== undefined);
  useAction('pdfSmaller', () => smaller?.(), smaller !== undefined);
  useAction('pdfFit', fit);
  useAction('pdfReal', real);
  return {
    scale: zoom * REAL_SIZE,
    percent: Math.round(zoom * 100),
    fits: chosen === null,
    larger,
    smaller,
    fit,
    real,
  };
}
