// The list of Facturen: search, filters, totals and the table.

import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { InvoiceFilter, InvoiceRow, InvoiceSort } from '../../backend';
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
import { useSession } from '../session/session';
import { useInvoiceColumns } from './columns';
import { useInvoiceView } from './useInvoiceView';
import { useInvoices } from './useInvoices';

const filters: readonly InvoiceFilter[] = [
  'open',
  'late',
  'not_due',
  'part_paid',
  'paid',
  'credit_note',
  'disputed',
  'held',
  'no_due_date',
];

type Props = { opened: string | null; onOpen: (id: string) => void };

const FOLLOW = 150;

function NoInvoices() {
  const t = useText();
  const { go, has } = useNavigation();
  const { begin } = useActs();
  return (
    <EmptyState whole icon="invoices" title={t.invoices.none.title} text={t.invoices.none.text}>
      {has('bank') && (
        <Button weight="primary" icon="import" onPress={() => go({ room: 'bank' })}>
          {t.customers.none.import}
        </Button>
      )}
      <Button icon="create" onPress={() => begin('invoice', null)}>
        {t.invoices.add}
      </Button>
    </EmptyState>
  );
}

export function InvoiceList({ opened, onOpen }: Props) {
  const t = useText();
  const lang = useLanguage();
  const { info } = useSession();
  const { begin } = useActs();
  const view = useInvoiceView();
  const search = useDeferredValue(view.search.trim());
  const question = useMemo(
    () => ({
      ...(search !== '' && { search }),
      ...(view.filters.length > 0 && { filters: [...view.filters] }),
      sort: view.sorting.by as InvoiceSort,
      descending: view.sorting.descending,
    }),
    [search, view.filters, view.sorting],
  );
  const pages = useInvoices(question);
  const columns = useInvoiceColumns(info.today);
  const table = useRef<PagedHandle>(null);
  const input = useRef<HTMLInputElement>(null);
  useAction('searchList', () => input.current?.focus());
  useAction('newInvoice', () => begin('invoice', null));

  const follow = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(follow.current), []);
  const moved = (index: number, row: InvoiceRow | undefined) => {
    view.setActive(index);
    clearTimeout(follow.current);
    if (opened && row) follow.current = setTimeout(() => onOpen(row.id), FOLLOW);
  };

  const { head, total } = pages;
  const all = question.search === undefined && question.filters === undefined;
  if (pages.error && !head) {
    return (
      <div className="list-middle">
        <ErrorState title={t.invoices.failed} reason={pages.error} onRetry={pages.again} />
      </div>
    );
  }
  if (head && total === 0 && all && !pages.busy) {
    return (
      <div className="list-middle">
        <NoInvoices />
      </div>
    );
  }
  return (
    <div className="list">
      <header className="list-head">
        <h1>{t.invoices.title}</h1>
        <Button icon="create" onPress={() => begin('invoice', null)}>
          {t.invoices.add}
        </Button>
        {head && (
          <p className="quiet list-totals" role="status">
            <span>{t.invoices.total(head.total)}</span>
            <span className="amount">{t.invoices.amountTotal(formatMoney(head.amount, lang))}</span>
            <span className="amount">{t.invoices.openTotal(formatMoney(head.open, lang))}</span>
          </p>
        )}
      </header>
      <div className="list-tools">
        <SearchBox
          label={t.invoices.search}
          value={view.search}
          onChange={view.setSearch}
          onDown={() => table.current?.focus()}
          input={input}
        />
        <FilterChips
          label={t.invoices.filters}
          options={filters.map((value) => ({ value, label: t.invoices.filter[value] }))}
          value={view.filters}
          onChange={view.setFilters}
        />
      </div>
      {pages.error !== null && <ErrorStrip reason={pages.error} />}
      {!head && <Skeleton lines={['row', 'row', 'row', 'row']} />}
      {head && total === 0 && (
        <EmptyState icon="search" title={t.invoices.nothingFound.title} text={t.invoices.nothingFound.text}>
          <Button onPress={() => view.clear()}>{t.customers.nothingFound.clear}</Button>
        </EmptyState>
      )}
      {head && total !== 0 && (
        <PagedTable
          label={t.invoices.list}
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
          {...(opened === null && { onType: () => input.current?.focus() })}
          question={JSON.stringify(question)}
          startAt={view.offset}
          onLeave={view.leave}
        />
      )}
    </div>
  );
}
