// How wide an element is, counted in the size of the text, and how large that text is: what fits follows both.

import { useEffect, useState, type RefObject } from 'react';

export type Size = { rem: number; width: number };

function remNow(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/** `width` is in rem; `rem` in pixels. Both are right at once and follow every change. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>(() => ({ rem: remNow(), width: 0 }));
  useEffect(() => {
    const shown = element.current;
    if (!shown) return undefined;
    const measure = () => {
      const rem = remNow();
      const width = shown.clientWidth / rem;
      setSize((before) => (before.rem === rem && before.width === width ? before : { rem, width }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(shown);
    // The text's size is the page's own; the element need not change with it.
    const page = new MutationObserver(measure);
    page.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
    return () => {
      observer.disconnect();
      page.disconnect();
    };
  }, [element]);
  return size;
}
