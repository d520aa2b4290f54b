// The customers on whom a letter's text can be looked at: those who get this letter now, in its language. The
// list of letters does not tell the language, so the first few are tried until one speaks it.

import { useQuery } from '@tanstack/react-query';
import { ApiFailure, useBackend, type Step } from '../../../backend';
import { useLanguage } from '../../../i18n';

export type Candidate = { customer: string; name: string };

const MOST = 500;
const TRIED = 12;

export function usePreviewCustomers(step: Step | null) {
  const backend = useBackend();
  const lang = useLanguage();
  return useQuery({
    queryKey: ['proposals', lang, 'preview', step],
    queryFn: async (): Promise<Candidate[]> => {
      const found: Candidate[] = [];
      for (let offset = 0; ; offset += MOST) {
        // The next page is only known to exist once this one is there.
        // oxlint-disable-next-line no-await-in-loop
        const { proposals, total } = await backend.call('proposals', { kind: 'letter', offset, limit: MOST });
        for (const letter of proposals) if (letter.step === step) found.push(letter);
        if (offset + MOST >= total || found.length >= MOST) return found;
      }
    },
    enabled: step !== null,
    staleTime: Infinity,
  });
}

export function useFirstInLanguage(
  step: Step | null,
  saved: string,
  candidates: readonly Candidate[] | undefined,
) {
  const backend = useBackend();
  return useQuery({
    queryKey: ['letter_preview', 'first', step, saved, candidates?.length ?? null],
    queryFn: async (): Promise<Candidate | null> => {
      for (const candidate of (candidates ?? []).slice(0, TRIED)) {
        if (step === null) return null;
        // One after the other: mostly the first will do.
        // oxlint-disable-next-line no-await-in-loop
        const drawn = await backend
          .call('letter_preview', { customer: candidate.customer, step })
          .catch((reason: unknown) => {
            // A letter that cannot be made at all shows nothing of its words; the next one may.
            if (reason instanceof ApiFailure) return null;
            throw reason;
          });
        if (drawn?.text_default === saved) return candidate;
      }
      return null;
    },
    enabled: candidates !== undefined,
    staleTime: Infinity,
  });
}
