// Until the core answers `overview` and `proposals`: what `today` says of them.

import {
  ApiFailure,
  type Backend,
  type Overview,
  type ProposalsAsk,
  type ProposalsPage,
} from '../../backend';

function orThrow(reason: unknown): void {
  if (!(reason instanceof ApiFailure) || reason.error.code !== 'unknown_command') throw reason;
}

export function overviewFromToday(backend: Backend) {
  return async (reason: unknown): Promise<Overview> => {
    orThrow(reason);
    const today = await backend.call('today', {});
    const none = { later: today.unallocated, past: today.unallocated, unknown: today.unallocated };
    return {
      ...today,
      revision: 0,
      bank_gate: today.bank_through ? 'green' : 'amber',
      known_customers: today.customers,
      known_invoices: today.customers,
      expected: { weeks: [], ...none, median_days_late: null, customers_with_own: 0 },
      waiting_lines: today.work.find(({ kind }) => kind === 'bank')?.count ?? 0,
      waiting_letters: 0,
      unconfirmed_letters: 0,
      uncertain_since: null,
      last_run: null,
    };
  };
}

export function proposalsFromToday(backend: Backend, ask: ProposalsAsk) {
  return async (reason: unknown): Promise<ProposalsPage> => {
    orThrow(reason);
    const today = await backend.call('today', {});
    const all = today.proposals.filter(({ work }) => work === ask.work);
    const counts = { green: 0, amber: 0, red: 0 };
    for (const { gate } of all) counts[gate] += 1;
    const shown = all.filter(({ gate }) => ask.gate === undefined || gate === ask.gate);
    const proposals = shown.slice(ask.offset, ask.offset + ask.limit);
    return { total: shown.length, amount: today.unallocated, counts, proposals };
  };
}
