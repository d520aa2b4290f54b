// Reading customers: the list in pages, and one in full.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useBackend, type CustomerRow, type CustomersAsk, type CustomersPage } from '../../backend';
import { usePages } from '../../components/usePages';
import { useLanguage } from '../../i18n';

export type CustomersQuestion = Omit<CustomersAsk, 'offset' | 'limit'>;

export function useCustomers(question: CustomersQuestion) {
  const backend = useBackend();
  const lang = useLanguage();
  return usePages<CustomerRow, CustomersPage>(['customers', question, lang], (offset, limit) =>
    backend.call('customers', { ...question, offset, limit }),
  );
}

export function useCustomer(customer: string | null) {
  const backend = useBackend();
  const lang = useLanguage();
  return useQuery({
    queryKey: ['customer_detail', customer, lang],
    queryFn: () => backend.call('customer_detail', { customer: customer ?? '' }),
    enabled: customer !== null,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}
