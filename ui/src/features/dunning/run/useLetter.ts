// One letter drawn by the core as it would leave now, with its own words when it has them.

import { useQuery } from '@tanstack/react-query';
import { useBackend, type Step } from '../../../backend';
import { useLanguage } from '../../../i18n';
import { letterKey } from '../words';
import { useSettled } from '../useSettled';

type Which = { customer: string; step: Step };

const WALK = 70;
const TYPE = 350;
/** Letters walked past lately stay at hand; a preview is large. */
const KEEP = 60_000;

export function useLetter(letter: Which | null, text: string | undefined) {
  const backend = useBackend();
  const lang = useLanguage();
  const key = letter && letterKey(letter);
  const settledKey = useSettled(key, WALK);
  const settledText = useSettled(text, TYPE);
  const ready = letter !== null && settledKey === key;
  // Words of another letter, typed a moment ago, are not this letter's.
  const own = ready ? settledText : undefined;
  const query = useQuery({
    queryKey: ['letter_preview', lang, key, own ?? null],
    queryFn: () =>
      backend.call('letter_preview', {
        customer: letter?.customer ?? '',
        step: letter?.step ?? 'reminder',
        ...(own !== undefined && { text: own }),
      }),
    enabled: ready,
    staleTime: Infinity,
    gcTime: KEEP,
    placeholderData: (previous) => previous,
  });
  return {
    preview: letter ? query.data : undefined,
    error: query.error,
    /** What is shown is still the letter before this one, or its words before the last change. */
    busy: !ready || query.isPlaceholderData || settledText !== text,
    again: () => void query.refetch(),
  };
}

export type DrawnLetter = ReturnType<typeof useLetter>;
