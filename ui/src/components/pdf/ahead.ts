// The file that will most likely be asked for next: opened, and its first page drawn, before that. There is one at a
// time; walking down a list of letters then shows each at once.

import { openPdf, type Pdf, type Pending, type PdfFile } from './file';

type Ahead = { pdf: Pdf; dots: number; opening: Pending<PdfFile>; first: Promise<HTMLCanvasElement | null> };

let ahead: Ahead | null = null;

function drop(): void {
  const dropped = ahead;
  ahead = null;
  dropped?.opening.stop();
}

/** Opens a file that is not asked for yet, and draws its first page with so many dots to the point. */
export function openAhead(pdf: Pdf, dots: number): void {
  if (ahead?.pdf === pdf && ahead.dots === dots) return;
  drop();
  const opening = openPdf(pdf);
  // What fails ahead is told when it is asked for: it is then opened anew.
  const first = opening.done.then((file) => file.draw(1, dots).done).catch(() => null);
  ahead = { pdf, dots, opening, first };
}

/** Forgets the file that was opened ahead. */
export const forgetAhead = drop;

function withFirst(file: PdfFile, dots: number, first: Promise<HTMLCanvasElement | null>): PdfFile {
  let unused = true;
  const draw: PdfFile['draw'] = (page, scale) => {
    if (!unused || page !== 1 || scale !== dots) return file.draw(page, scale);
    unused = false;
    let again: Pending<HTMLCanvasElement> | null = null;
    const done = first.then((canvas) => canvas ?? (again = file.draw(page, scale)).done);
    return { done, stop: () => again?.stop() };
  };
  return { ...file, draw };
}

/** Opens a file, or takes it over when it was opened ahead. */
export function openOrTake(pdf: Pdf): Pending<PdfFile> {
  if (ahead?.pdf !== pdf) return openPdf(pdf);
  const { opening, dots, first } = ahead;
  ahead = null;
  let again: Pending<PdfFile> | null = null;
  const done = opening.done.then(
    (file) => withFirst(file, dots, first),
    () => (again = openPdf(pdf)).done,
  );
  return {
    done,
    stop: () => {
      opening.stop();
      again?.stop();
    },
  };
}
