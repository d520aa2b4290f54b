// Printing from a part of the window: progress, breaking off, and wiping when that part goes away.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useBackend } from '../../backend';
import { useText } from '../../i18n';
import { wordError } from '../States';
import { notify } from '../Toast';
import { Stopped, type Pdf } from './file';
import { PrinterMissing, printPdf, wipePrint, type PrintProgress } from './printPdf';

export function usePrint() {
  const t = useText();
  const backend = useBackend();
  const [progress, setProgress] = useState<PrintProgress | null>(null);
  const breakOff = useRef<AbortController | null>(null);
  const [owner] = useState<object>(() => ({}));

  const stop = useCallback(() => breakOff.current?.abort(), []);
  useEffect(
    () => () => {
      breakOff.current?.abort();
      wipePrint(owner);
    },
    [owner],
  );

  /** Whether the print dialog was shown. What comes out of the printer only the user can see. */
  const print = useCallback(
    async (pdf: Pdf): Promise<boolean> => {
      const controller = new AbortController();
      breakOff.current?.abort();
      breakOff.current = controller;
      setProgress({ done: 0, total: 0 });
      try {
        await printPdf(pdf, {
          owner,
          signal: controller.signal,
          onProgress: setProgress,
          print: backend.print,
        });
        return true;
      } catch (reason) {
        if (reason instanceof PrinterMissing) {
          notify({ tone: 'error', message: t.pdf.print.impossible, hint: t.pdf.print.impossibleHint });
        } else if (!(reason instanceof Stopped)) {
          const error = wordError(reason, t);
          notify({ tone: 'error', message: error.message, hint: error.hint });
        }
        return false;
      } finally {
        setProgress(null);
      }
    },
    [backend, owner, t],
  );
  const wipe = useCallback(() => wipePrint(owner), [owner]);

  return useMemo(() => ({ print, progress, stop, wipe }), [print, progress, stop, wipe]);
}
