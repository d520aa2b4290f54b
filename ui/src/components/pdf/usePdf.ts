// The file that is shown. Going on to another keeps the old one until the new one is ready, so that walking
// quickly through a list of letters never shows an empty pane; what was overtaken is broken off.

import { useEffect, useRef, useState } from 'react';
import { openOrTake } from './ahead';
import { Stopped, type PageSize, type Pdf, type PdfFile } from './file';

export type ShownPdf = { file: PdfFile; first: PageSize };

export function usePdf(pdf: Pdf | null): { shown: ShownPdf | null; failure: unknown } {
  const [shown, setShown] = useState<ShownPdf | null>(null);
  const [failed, setFailed] = useState<{ pdf: Pdf; failure: unknown } | null>(null);
  const held = useRef<PdfFile | null>(null);

  useEffect(() => {
    if (!pdf) return undefined;
    let overtaken = false;
    const opening = openOrTake(pdf);
    const take = async () => {
      try {
        const file = await opening.done;
        if (overtaken) {
          file.close();
          return;
        }
        const first = await file.size(1);
        const before = held.current;
        held.current = file;
        setShown({ file, first });
        setFailed(null);
        // After the pages have gone over to the new file.
        if (before) setTimeout(() => before.close());
      } catch (failure) {
        if (!overtaken && !(failure instanceof Stopped)) setFailed({ pdf, failure });
      }
    };
    void take();
    return () => {
      overtaken = true;
      // A file that is on screen stays open until the next one takes its place.
      void opening.done.then(
        (file) => file !== held.current && file.close(),
        () => undefined,
      );
    };
  }, [pdf]);

  useEffect(
    () => () => {
      held.current?.close();
      held.current = null;
    },
    [],
  );

  return { shown: pdf ? shown : null, failure: failed?.pdf === pdf ? failed?.failure : null };
}
