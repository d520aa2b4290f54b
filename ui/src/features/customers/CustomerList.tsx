// The list of Klanten: search, filters, totals and the table.

import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { CustomerFilter, CustomerRow, CustomerSort } from '../../backend';
import { Button } from '../../components/Button';
import { FilterChips } from '../../components/FilterChips';
import { PagedTable, type PagedHandle } from '../../components/PagedTable';
import { SearchBox } from '../../components/SearchBox';
import { EmptyState, ErrorState, ErrorStrip, Skeleton } from '../../components/States';
import { useNavigation } from '../../frame/navigation';
import { useLanguage, useText } from '../../i18n';
import { useAction } from '../../keys/actions';
import { formatMoney } from '../../money';
import { useActs } from '../acts/ActsProvider';
import { useInvoiceView } from '../invoices/useInvoiceView';
import { useSession } from '../session/session';
import { BulkBar } from './BulkBar';
import { useCustomerColumns } from './columns';
import { useCustomers } from './useCustomers';
import { useListView } from './useListView';

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

const FOLLOW = 150;

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

export function CustomerList({ opened, onOpen }: Props) {
  const t = useText();
  const lang = useLanguage();
  const { info } = useSession();
  const { begin } = useActs();
  const { go } = useNavigation();
  const invoices = useInvoiceView();
  const view = useListView<CustomerFilter>('customers', { by: 'open', descending: true });
  const search = useDeferredValue(view.search.trim());
  const question = useMemo(
    () => ({
      ...(search !== '' && { search }),
      ...(view.filters.length > 0 && { filters: [...view.filters] }),
      sort: view.sorting.by as CustomerSort,
      descending: view.sorting.descending,
    }),
    [search, view.filters, view.sorting],
  );
  const pages = useCustomers(question);
  const columns = useCustomerColumns(info.today);
  const table = useRef<PagedHandle>(null);
  const input = useRef<HTMLInputElement>(null);
  const [marked, setMarked] = useState<ReadonlyMap<string, CustomerRow>>(new Map());
  useAction('searchList', () => input.current?.focus());
  useAction('newInvoice', () => begin('invoice', null));

  // While a customer is open beside the list, it follows the arrows, once they rest.
  const follow = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(follow.current), []);
  const moved = (index: number, row: CustomerRow | undefined) => {
    view.setActive(index);
    clearTimeout(follow.current);
    if (opened && row) follow.current = setTimeout(() => onOpen(row.id), FOLLOW);
  };
  const mark = (row: CustomerRow) => {
    const next = new Map(marked);
    if (!next.delete(row.id)) next.set(row.id, row);
    setMarked(next);
  };

  const { head, total } = pages;
  const all = question.search === undefined && question.filters === undefined;
  if (pages.error && !head) {
    return (
      <div className="list-middle">
        <ErrorState title={t.customers.failed} reason={pages.error} onRetry={pages.again} />
      </div>
    );
  }
  if (head && total === 0 && all && !pages.busy) {
    return (
      <div className="list-middle">
        <NoCustomers />
      </div>
    );
  }
  return (
    <div className="list">
      <header className="list-head">
        <h1>{t.customers.title}</h1>
        <Button icon="create" onPress={() => begin('invoice', null)}>
          {t.invoices.add}
        </Button>
        {head && (
          <p className="quiet list-totals" role="status">
            <span>{t.customers.total(head.total)}</span>
            <span className="amount">{t.customers.openTotal(formatMoney(head.open, lang))}</span>
            <span className="amount">{t.customers.lateTotal(formatMoney(head.late, lang))}</span>
          </p>
        )}
      </header>
      <div className="list-tools">
        <SearchBox
          label={t.customers.search}
          value={view.search}
          onChange={view.setSearch}
          onDown={() => table.current?.focus()}
          input={input}
        />
        <FilterChips
          label={t.customers.filters}
          options={filters.map((value) => ({ value, label: t.customers.filter[value] }))}
          value={view.filters}
          onChange={view.setFilters}
        />
      </div>
      {pages.error !== null && <ErrorStrip reason={pages.error} />}
      {marked.size > 0 && <BulkBar marked={marked} onClear={() => setMarked(new Map())} />}
      {!head && <Skeleton lines={['row', 'row', 'row', 'row']} />}
      {head && total === 0 && (
        <EmptyState icon="search" title={t.customers.nothingFound.title} text={t.customers.nothingFound.text}>
          {search !== '' && (
            <Button
              icon="invoices"
              onPress={() => {
                invoices.clear(search);
                go({ room: 'invoices' });
              }}
            >
              {t.customers.nothingFound.inInvoices(search)}
            </Button>
          )}
          <Button onPress={() => view.clear()}>{t.customers.nothingFound.clear}</Button>
        </EmptyState>
      )}
      {head && total !== 0 && (
        <PagedTable
          label={t.customers.list}
          handle={table}
          columns={columns}
          pages={pages}
          keyOf={(row) => row.id}
          sorting={view.sorting}
          onSort={view.setSorting}
          active={view.active}
          onActive={moved}
          opened={opened}
          onOpen={(row) => onOpen(row.id)}
          marked={new Set(marked.keys())}
          onMark={mark}
          // With a customer open, letters are acts.
          {...(opened === null && { onType: () => input.current?.focus() })}
          question={JSON.stringify(question)}
          startAt={view.offset}
          onLeave={view.leave}
        />
      )}
    </div>
  );
}
