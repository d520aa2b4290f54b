// The list of Klanten, in which several can be marked.

import { useState } from 'react';
import type { CustomerFilter, CustomerRow, CustomerSort } from '../../backend';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/States';
import { useNavigation } from '../../frame/navigation';
import { useLanguage, useText } from '../../i18n';
import { formatMoney } from '../../money';
import { useActs } from '../acts/ActsProvider';
import { useInvoiceView } from '../invoices/useInvoiceView';
import { useSession } from '../session/session';
import { WhySum } from '../why/Why';
import { BulkBar } from './BulkBar';
import { useCustomerColumns } from './columns';
import { PagedList } from './PagedList';
import { useCustomers } from './useCustomers';
import { useListQuestion, useListView } from './useListView';

const filters: readonly CustomerFilter[] = [
  'late',
  'promised',
  'held',
  'disputed',
  'handed_over',
  'unallocated',
  'kind_unknown',
  'no_email',
  'no_address',
];

type Props = { opened: string | null; onOpen: (id: string) => void };

function NoCustomers() {
  const t = useText();
  const { go, has } = useNavigation();
  const { begin } = useActs();
  return (
    <EmptyState whole icon="customers" title={t.customers.none.title} text={t.customers.none.text}>
      {has('bank') && (
        <Button weight="primary" icon="import" onPress={() => go({ room: 'bank' })}>
          {t.customers.none.import}
        </Button>
      )}
      <Button icon="create" onPress={() => begin('invoice', null)}>
        {t.customers.none.byHand}
      </Button>
    </EmptyState>
  );
}

/** Nobody of that name: perhaps it is the number of an invoice. */
function InInvoices({ search }: { search: string }) {
  const t = useText();
  const { go } = useNavigation();
  const invoices = useInvoiceView();
  return (
    <Button
      icon="invoices"
      onPress={() => {
        invoices.clear(search);
        go({ room: 'invoices' });
      }}
    >
      {t.customers.nothingFound.inInvoices(search)}
    </Button>
  );
}

export function CustomerList({ opened, onOpen }: Props) {
  const t = useText();
  const lang = useLanguage();
  const { info } = useSession();
  const view = useListView<CustomerFilter>('customers', { by: 'open', descending: true });
  const question = useListQuestion<CustomerFilter, CustomerSort>(view);
  const pages = useCustomers(question);
  const columns = useCustomerColumns(info.today);
  const [marked, setMarked] = useState<ReadonlyMap<string, CustomerRow>>(new Map());
  const mark = (row: CustomerRow) => {
    const next = new Map(marked);
    if (!next.delete(row.id)) next.set(row.id, row);
    setMarked(next);
  };
  return (
    <PagedList
      words={t.customers}
      filters={filters}
      view={view}
      pages={pages}
      columns={columns}
      question={question}
      totals={({ total, open, late }, everything) => {
        const words = t.customers;
        const said = { open: formatMoney(open, lang), late: formatMoney(late, lang) };
        return [
          words.total(total),
          everything ? (
            <WhySum of="open" name={words.one.open} amount={said.open} words={words.openTotal} />
          ) : (
            words.openTotal(said.open)
          ),
          everything ? (
            <WhySum of="late" name={words.one.late} amount={said.late} words={words.lateTotal} />
          ) : (
            words.lateTotal(said.late)
          ),
        ];
      }}
      none={<NoCustomers />}
      otherwise={question.search !== undefined && <InInvoices search={question.search} />}
      above={marked.size > 0 && <BulkBar marked={marked} onClear={() => setMarked(new Map())} />}
      marked={new Set(marked.keys())}
      onMark={mark}
      opened={opened}
      onOpen={onOpen}
    />
  );
}
