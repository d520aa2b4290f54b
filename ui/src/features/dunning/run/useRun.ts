// The letters of today's run in their three groups, read in pages; and what is decided about them so far.

import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import {
  useBackend,
  type Gate,
  type OwnText,
  type Proposal,
  type ProposalsPage,
  type Step,
} from '../../../backend';
import { usePages } from '../../../components/usePages';
import { useLanguage } from '../../../i18n';
import { useDraft } from '../../session/drafts';
import { letterKey } from '../words';

export type Letter = Proposal & { step: Step };

export type RunCounts = Record<Gate, number>;

type RunPage = ProposalsPage & { rows: readonly Proposal[] };

export function useRun(search: string) {
  const backend = useBackend();
  const lang = useLanguage();
  return usePages<Proposal, RunPage>(['proposals', lang, 'run', search], async (offset, limit) => {
    const page = await backend.call('proposals', {
      kind: 'letter',
      order: 'gate',
      offset,
      limit,
      ...(search !== '' && { search }),
    });
    return { ...page, rows: page.proposals };
  });
}

/** Where to begin in the run: at a group, or at the letter of a customer, as another room leads to it. */
export function beginAt(open: string | undefined, head: RunPage | undefined): number {
  if (open === undefined || !head) return 0;
  const { green, amber } = head.counts;
  if (open === 'amber') return green;
  if (open === 'red') return green + amber;
  return Math.max(
    0,
    head.rows.findIndex(({ customer }) => customer === open),
  );
}

export type Run = ReturnType<typeof useRun>;

export type Decided = { customer: string; step: Step };

/** Amber letters that were let through, and words of their own: kept until the run is approved. */
export function useDecisions() {
  const [decided, setDecided] = useDraft<readonly Decided[]>('dunning.decided', []);
  const [texts, setTexts] = useDraft<readonly OwnText[]>('dunning.texts', []);
  const decidedKeys = useMemo(() => new Set(decided.map(letterKey)), [decided]);
  const textOf = useMemo(() => new Map(texts.map((own) => [letterKey(own), own.text])), [texts]);

  const toggle = useCallback(
    ({ customer, step }: Letter) => {
      const key = letterKey({ customer, step });
      const without = decided.filter((one) => letterKey(one) !== key);
      setDecided(without.length < decided.length ? without : [...decided, { customer, step }]);
    },
    [decided, setDecided],
  );
  const setText = useCallback(
    ({ customer, step }: Letter, text: string | null) => {
      const others = texts.filter((own) => letterKey(own) !== letterKey({ customer, step }));
      setTexts(text === null ? others : [...others, { customer, step, text }]);
    },
    [texts, setTexts],
  );
  const clear = useCallback(() => {
    setDecided([]);
    setTexts([]);
  }, [setDecided, setTexts]);

  return useMemo(
    () => ({ decided, decidedKeys, texts, textOf, toggle, setText, clear }),
    [decided, decidedKeys, texts, textOf, toggle, setText, clear],
  );
}

export type Decisions = ReturnType<typeof useDecisions>;

const ALL_PAGE = 500;

/** All letters at one gate. */
export function useReadAll() {
  const backend = useBackend();
  return useCallback(
    async (gate: Gate): Promise<Proposal[]> => {
      const found: Proposal[] = [];
      for (;;) {
        // The next page is only known to exist once this one is there.
        // oxlint-disable-next-line no-await-in-loop
        const page = await backend.call('proposals', {
          kind: 'letter',
          gate,
          offset: found.length,
          limit: ALL_PAGE,
        });
        found.push(...page.proposals);
        if (page.proposals.length === 0 || found.length >= page.total) return found;
      }
    },
    [backend],
  );
}

/** Those that were let through and still ask: what was paid or paused meanwhile is no longer counted. */
export function useLetThrough({ decided, decidedKeys }: Decisions): readonly Proposal[] {
  const lang = useLanguage();
  const readAll = useReadAll();
  const { data } = useQuery({
    queryKey: ['proposals', lang, 'amber'],
    queryFn: () => readAll('amber'),
    enabled: decided.length > 0,
    staleTime: Infinity,
  });
  return useMemo(
    () => (data ?? []).filter((letter) => decidedKeys.has(letterKey(letter))),
    [data, decidedKeys],
  );
}
