// One letter drawn by the core as it would leave now, with its own words when it has them; and the one after it, so
// that it is there when it is asked for.

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useBackend, type Step } from '../../../backend';
import { useLanguage } from '../../../i18n';
import { letterKey } from '../words';
import { useSettled } from '../useSettled';

type Which = { customer: string; step: Step };
type Next = { letter: Which; text: string | undefined };

const WALK = 70;
const TYPE = 350;
/** The letter that is asked for is drawn first. */
const AFTER = 250;
/** Letters walked past lately stay at hand; a preview is large. */
const KEEP = 60_000;

function usePreview() {
  const backend = useBackend();
  const lang = useLanguage();
  return (letter: Which | null, text: string | undefined) => ({
    queryKey: ['letter_preview', lang, letter && letterKey(letter), text ?? null],
    queryFn: () =>
      backend.call('letter_preview', {
        customer: letter?.customer ?? '',
        step: letter?.step ?? 'reminder',
        ...(text !== undefined && { text }),
      }),
    staleTime: Infinity,
    gcTime: KEEP,
  });
}

type Typed = { key: string | null; text: string | undefined };

/** The words of this letter once they have stood still; of a letter that was just come to, at once and no other's. */
function useTyped(key: string | null, text: string | undefined): string | undefined {
  const [typed, setTyped] = useState<Typed>({ key, text });
  if (typed.key !== key) setTyped({ key, text });
  useEffect(() => {
    const timer = setTimeout(() => setTyped({ key, text }), TYPE);
    return () => clearTimeout(timer);
  }, [key, text]);
  return typed.key === key ? typed.text : text;
}

export function useLetter(letter: Which | null, text: string | undefined, next: Next | null) {
  const preview = usePreview();
  const key = letter && letterKey(letter);
  const settledKey = useSettled(key, WALK, true);
  const typed = useTyped(key, text);
  const ready = letter !== null && settledKey === key;
  const query = useQuery({
    ...preview(letter, typed),
    enabled: ready,
    placeholderData: (previous) => previous,
  });
  const busy = !ready || query.isPlaceholderData || typed !== text;
  const standsStill = useSettled(key, AFTER) === key;
  const after = useQuery({
    ...preview(next?.letter ?? null, next?.text),
    enabled: next !== null && standsStill && query.isSuccess && !busy,
  });
  return {
    preview: letter ? query.data : undefined,
    error: query.error,
    /** What is shown is still the letter before this one, or its words before the last change. */
    busy,
    again: () => void query.refetch(),
    /** The letter after this one, once it is there. */
    next: after.data?.pdf,
  };
}

export type DrawnLetter = ReturnType<typeof useLetter>;
