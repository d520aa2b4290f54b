// Customers and invoices by what is typed: asked a moment after the last key, and an older answer never stands in
// for a newer question.

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useBackend, type Found } from '../../backend';

const WAIT = 60;
const LIMIT = 8;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), WAIT);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** `current`: the answer is to what stands in the field now, and not to something typed before it. */
export function useFound(typed: string, enabled: boolean): { found: Found | null; current: boolean } {
  const backend = useBackend();
  const text = typed.trim();
  const settled = useSettled(text);
  const { data, isPlaceholderData, isError } = useQuery({
    queryKey: ['find', settled],
    queryFn: () => backend.call('find', { text: settled, limit: LIMIT }),
    enabled: enabled && settled !== '',
    placeholderData: (previous) => previous,
    staleTime: Infinity,
    gcTime: 60_000,
  });
  if (!enabled || text === '') return { found: null, current: true };
  const answered = isError || (data !== undefined && !isPlaceholderData);
  return { found: isError ? null : (data ?? null), current: settled === text && answered };
}
