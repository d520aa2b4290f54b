// What is opened may cease to be: the act that made it was undone, here or by another key. Then it closes, rather than
// show figures of something that is not there.

import { useEffect, useRef } from 'react';
import { ApiFailure } from '../../backend';

const codes: ReadonlySet<string> = new Set([
  'unknown_customer',
  'unknown_invoice',
  'unknown_dossier',
  'unknown_run',
]);

/** `shown`: it was there before. What never was, is an error to be read. */
export function useGone(shown: boolean, error: unknown, onGone: () => void): void {
  const latest = useRef(onGone);
  useEffect(() => {
    latest.current = onGone;
  });
  const gone = shown && error instanceof ApiFailure && codes.has(error.error.code);
  useEffect(() => {
    if (gone) latest.current();
  }, [gone]);
}
