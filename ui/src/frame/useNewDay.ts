// A window that stays open over midnight: what to do is read again for the new day. Clock times are compared, so
// that a laptop that slept through the night notices as well.

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { IsoDateTime } from '../backend';
import { dateOf } from '../dates';

const CHECK_EVERY = 60_000;

const onThisClock = () => dateOf(new Date().toISOString() as IsoDateTime);

export function useNewDay(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let day = onThisClock();
    const check = () => {
      const now = onThisClock();
      if (now === day) return;
      day = now;
      void queries.invalidateQueries();
    };
    const timer = setInterval(check, CHECK_EVERY);
    window.addEventListener('focus', check);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', check);
    };
  }, [queries]);
}
