// How many dots a page is drawn with: as many as the screen has.

/** More dots than this cost memory and show nothing more. */
const SHARPEST = 3;

/** Dots per point, from pixels of the screen's layout per point. */
export function sharp(scale: number): number {
  return scale * Math.min(window.devicePixelRatio || 1, SHARPEST);
}
