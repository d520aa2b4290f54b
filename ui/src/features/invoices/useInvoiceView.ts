// How the list of Facturen stands; other rooms may ask it something before they lead there.

import type { InvoiceFilter } from '../../backend';
import { useListView } from '../customers/useListView';

export function useInvoiceView() {
  return useListView<InvoiceFilter>('invoices', { by: 'due', descending: false }, ['open']);
}
