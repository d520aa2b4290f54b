// A text drawn on one letter by the core, while it is typed, and the customers to choose from. Without a customer
// it is drawn on an invented one.

import { useQuery } from '@tanstack/react-query';
import { useBackend } from '../../../backend';
import { useLanguage } from '../../../i18n';
import { useSettled } from '../useSettled';

const TYPE = 350;
/** A preview is large. */
const KEEP = 60_000;

export function useSampleCustomers(name: string) {
  const backend = useBackend();
  const lang = useLanguage();
  return useQuery({
    queryKey: ['sample_customers', lang, name],
    queryFn: async () => (await backend.call('sample_customers', { name })).customers,
    staleTime: Infinity,
  });
}

/** `customer` null: the invented one; undefined: it is not known yet whose. */
export function useSample(name: string, customer: string | null | undefined, text: string | undefined) {
  const backend = useBackend();
  const lang = useLanguage();
  const settled = useSettled(text, TYPE);
  const query = useQuery({
    queryKey: ['sample_letter', lang, name, customer ?? null, settled ?? null],
    queryFn: () =>
      backend.call('sample_letter', {
        name,
        ...(customer && { customer }),
        ...(settled !== undefined && { text: settled }),
      }),
    enabled: customer !== undefined,
    staleTime: Infinity,
    gcTime: KEEP,
    placeholderData: (previous) => previous,
  });
  return {
    sample: query.data,
    error: query.error,
    busy: customer === undefined || query.isPlaceholderData || settled !== text,
  };
}
