// Locks after a time without a key or a click. It compares clock times, so that a laptop that slept
// through its minutes is locked when it wakes.

import { useEffect } from 'react';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
const CHECK_EVERY = 5_000;

export function useIdleLock(minutes: number | null, lock: () => void): void {
  useEffect(() => {
    if (minutes === null) return undefined;
    let last = Date.now();
    const limit = minutes * 60_000;
    const check = () => {
      if (Date.now() - last >= limit) lock();
    };
    const moved = () => {
      // The first sign after a long sleep must not count as having been here.
      if (Date.now() - last >= limit) lock();
      else last = Date.now();
    };
    const timer = setInterval(check, CHECK_EVERY);
    for (const sign of signs) window.addEventListener(sign, moved, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, moved, { capture: true });
    };
  }, [minutes, lock]);
}
