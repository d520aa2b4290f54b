// Customers that a line may be of, with what they have open.

import { useQuery } from '@tanstack/react-query';
import { useBackend } from '../../../backend';

export function useCandidates(line: string, search: string, enabled = true) {
  const backend = useBackend();
  return useQuery({
    queryKey: ['bank_candidates', line, search],
    queryFn: () => backend.call('bank_candidates', { line, ...(search !== '' && { search }) }),
    enabled,
    staleTime: Infinity,
    gcTime: 60_000,
    placeholderData: (previous) => previous,
  });
}
