// What the customers of a division have open now. Money may have been put to it since it was typed, here or on
// another line: nothing is booked over what somebody once saw.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useBackend, type CandidateRow, type DeskLine } from '../../../backend';
import { overOpen, type OpenNow, type Share } from './division';

export function useOpenNow(line: DeskLine, shares: readonly Share[]) {
  const backend = useBackend();
  const queries = useQueryClient();
  /** The number of an invoice finds its customer for certain; the others are for whoever has none. */
  const find = async ({ customer: known }: Share): Promise<CandidateRow | null> => {
    const searches = [known.invoices[0]?.number, known.number, known.name, ''];
    for (const search of new Set(searches)) {
      if (search === undefined || search === null) continue;
      // One after the other: the first mostly finds it.
      // oxlint-disable-next-line no-await-in-loop
      const { customers } = await backend.call('bank_candidates', {
        line: line.id,
        ...(search !== '' && { search }),
      });
      const row = customers.find(({ customer }) => customer === known.customer);
      if (row) return row;
    }
    return null;
  };
  const read = async (): Promise<OpenNow> =>
    Object.fromEntries(
      await Promise.all(shares.map(async (share) => [share.customer.customer, await find(share)] as const)),
    );
  const asked = {
    queryKey: ['bank_candidates', line.id, 'open', ...shares.map(({ customer }) => customer.customer)],
    queryFn: read,
    staleTime: 0,
    gcTime: 0,
  };
  const { data } = useQuery({
    ...asked,
    enabled: shares.length > 0,
    placeholderData: (previous: OpenNow | undefined) => previous,
  });
  return {
    shares: data ? overOpen(shares, data, line) : shares,
    /** The same, read once more: what is about to be booked. */
    check: async () => {
      await queries.cancelQueries({ queryKey: asked.queryKey });
      return overOpen(shares, await queries.fetchQuery(asked), line);
    },
  };
}
