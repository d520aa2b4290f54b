// Reading invoices: the list in pages, and one in full.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useBackend, type InvoiceRow, type InvoicesAsk, type InvoicesPage } from '../../backend';
import { usePages } from '../../components/usePages';
import { useLanguage } from '../../i18n';

export type InvoicesQuestion = Omit<InvoicesAsk, 'offset' | 'limit'>;

export function useInvoices(question: InvoicesQuestion) {
  const backend = useBackend();
  const lang = useLanguage();
  return usePages<InvoiceRow, InvoicesPage>(['invoices', question, lang], (offset, limit) =>
    backend.call('invoices', { ...question, offset, limit }),
  );
}

export function useInvoice(invoice: string) {
  const backend = useBackend();
  const lang = useLanguage();
  return useQuery({
    queryKey: ['invoice_detail', invoice, lang],
    queryFn: () => backend.call('invoice_detail', { invoice }),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}
