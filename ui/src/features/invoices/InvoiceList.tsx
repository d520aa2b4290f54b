// The list of Facturen.

import type { InvoiceFilter, InvoiceSort } from '../../backend';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/States';
import { useNavigation } from '../../frame/navigation';
import { useLanguage, useText } from '../../i18n';
import { formatMoney } from '../../money';
import { useActs } from '../acts/ActsProvider';
import { PagedList } from '../customers/PagedList';
import { useListQuestion } from '../customers/useListView';
import { WhySum } from '../why/Why';
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
  const view = useInvoiceView();
  const question = useListQuestion<InvoiceFilter, InvoiceSort>(view);
  const pages = useInvoices(question);
  const columns = useInvoiceColumns(info.today);
  return (
    <PagedList
      words={t.invoices}
      filters={filters}
      view={view}
      pages={pages}
      columns={columns}
      question={question}
      totals={({ total, amount, open }, everything) => {
        const words = t.invoices;
        const said = formatMoney(open, lang);
        // Only what is open adds to what is open.
        const all = everything || (question.search === undefined && view.filters.join() === 'open');
        return [
          words.total(total),
          words.amountTotal(formatMoney(amount, lang)),
          all ? (
            <WhySum of="open" name={t.customers.one.open} amount={said} words={words.openTotal} />
          ) : (
            words.openTotal(said)
          ),
        ];
      }}
      none={<NoInvoices />}
      opened={opened}
      onOpen={onOpen}
    />
  );
}
