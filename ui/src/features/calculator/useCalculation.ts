// A calculation while somebody types: asked a moment after the last key, the last answer stays in sight.

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useBackend, type CalcKind } from '../../backend';
import { useLanguage } from '../../i18n';

const PAUSE = 150;

const commandOf = {
  interest: 'calc_interest',
  costs: 'calc_costs',
  notice: 'calc_notice',
  interest_start: 'calc_interest_start',
  limitation: 'calc_limitation',
  claim: 'calc_claim',
} as const satisfies Record<CalcKind, string>;

export type Asked = Record<string, unknown>;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** `asked` null: something is missing yet. */
export function useCalculation<Answer>(what: CalcKind, asked: Asked | null) {
  const backend = useBackend();
  const lang = useLanguage();
  const text = asked === null ? '' : JSON.stringify(asked);
  const settled = useSettled(text);
  const query = useQuery({
    queryKey: [commandOf[what], lang, settled],
    // The six requests have their own types; here they are what the forms made.
    queryFn: () => backend.call(commandOf[what], JSON.parse(settled) as never) as Promise<unknown>,
    enabled: settled !== '',
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    placeholderData: (previous) => previous,
  });
  const waits = text !== settled || query.isPlaceholderData;
  return {
    answer: asked === null || query.error ? undefined : (query.data as Answer | undefined),
    error: asked === null ? null : query.error,
    waits,
  };
}
