// The path of the first day, judged by the facts: what is done, what is at hand, what comes later.

import { useQueries } from '@tanstack/react-query';
import { useBackend, type CustomerFilter, type Overview } from '../../../backend';
import { useSession } from '../../session/session';
import { useRemembered, type StepId } from './remembered';

export type FirstStep = { id: StepId; state: 'done' | 'passed' | 'now' | 'later' };

/** How many customers still lack something; null while that is not known. */
export type Lacking = { filter: 'kind_unknown' | 'no_address' | 'no_email'; customers: number | null };

export type FirstPath = { folder: string; steps: FirstStep[]; lacking: Lacking[] };

const lackable = ['kind_unknown', 'no_address', 'no_email'] as const satisfies readonly CustomerFilter[];

export function useFirstSteps(overview: Overview): FirstPath | null {
  const backend = useBackend();
  const { session } = useSession();
  const folder = session.state === 'closed' ? '' : session.folder;
  const { passed, path } = useRemembered(folder);
  const wanted = path === 'called' || (path === 'usual' && overview.last_run === null);
  const answers = useQueries({
    queries: lackable.map((filter) => ({
      queryKey: ['customers', 'first', filter],
      queryFn: () => backend.call('customers', { filters: [filter], offset: 0, limit: 1 }),
      enabled: wanted && overview.known_customers > 0,
      staleTime: Infinity,
    })),
  });
  if (!wanted) return null;

  const lacking = lackable.map((filter, at): Lacking => ({
    filter,
    customers: answers[at]?.data?.total ?? null,
  }));
  const facts: Record<StepId, boolean> = {
    invoices: overview.known_invoices > 0,
    customers: overview.known_customers > 0 && lacking.every(({ customers }) => customers === 0),
    bank: overview.bank_through !== null,
    match: overview.bank_through !== null && overview.waiting_lines === 0,
    // Whoever sent letters has a plan that suits.
    plan: overview.last_run !== null,
    letters: overview.last_run !== null,
  };
  let at = false;
  const steps = (Object.keys(facts) as StepId[]).map((id): FirstStep => {
    if (facts[id]) return { id, state: 'done' };
    if (passed.includes(id)) return { id, state: 'passed' };
    if (at) return { id, state: 'later' };
    at = true;
    return { id, state: 'now' };
  });
  // Nothing left to lead to.
  return at || path === 'called' ? { folder, steps, lacking } : null;
}
