// Sends a PDF to the printer through the window's own print dialog. Every page becomes a picture in a part of
// the window that only the printer sees; nothing is written to disk, and afterwards the pictures are wiped.

import { openPdf, Stopped, type Pdf } from './file';
import './print.css';

/** Dots per point: sharp letters and a QR code that scans, at a size that a hundred letters can have. */
const PRINT_SCALE = 200 / 72;

export type PrintProgress = { done: number; total: number };

export class PrinterMissing extends Error {}

type Options = {
  /** Who prints, and wipes afterwards. */
  owner: object;
  signal: AbortSignal;
  onProgress: (progress: PrintProgress) => void;
  /** The shell's way to the print dialog; false: it has none. */
  print: () => Promise<boolean>;
};

/** What lies ready for the printer, and the part of the window that put it there. */
let ready: { sheets: HTMLElement; owner: object } | null = null;

/** Takes what this part made ready for the printer out of the window. */
export function wipePrint(owner: object): void {
  if (ready?.owner === owner) wipe();
}

function wipe(): void {
  if (!ready) return;
  for (const image of ready.sheets.querySelectorAll('img')) image.removeAttribute('src');
  ready.sheets.remove();
  ready = null;
}

async function sheetOf(canvas: HTMLCanvasElement): Promise<HTMLElement> {
  const image = new Image();
  image.alt = '';
  // In the page itself: a blob might be kept in a file by the browser.
  image.src = canvas.toDataURL('image/png');
  canvas.width = 0;
  await image.decode();
  const sheet = document.createElement('div');
  sheet.className = 'print-sheet';
  sheet.append(image);
  return sheet;
}

/** Resolves when the print dialog was shown. Rejects with `Stopped` when `signal` breaks it off. */
export async function printPdf(pdf: Pdf, { owner, signal, onProgress, print }: Options): Promise<void> {
  wipe();
  const opening = openPdf(pdf);
  const file = await opening.done;
  const made = document.createElement('div');
  made.className = 'print-sheets';
  made.setAttribute('aria-hidden', 'true');
  try {
    for (let page = 1; page <= file.pages; page += 1) {
      if (signal.aborted) throw new Stopped();
      onProgress({ done: page - 1, total: file.pages });
      // One page after the other: all at once would not fit in memory.
      // oxlint-disable-next-line no-await-in-loop
      made.append(await sheetOf(await file.draw(page, PRINT_SCALE).done));
    }
    onProgress({ done: file.pages, total: file.pages });
  } finally {
    file.close();
  }
  if (signal.aborted) throw new Stopped();
  document.body.append(made);
  ready = { sheets: made, owner };
  if (!(await print())) {
    wipe();
    throw new PrinterMissing();
  }
}
