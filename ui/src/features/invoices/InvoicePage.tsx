// One invoice: what remains and how it came so, what it grew to, its letters, copies and agreements.

import { useEffect, useRef } from 'react';
import type { InvoiceDetail } from '../../backend';
import { Button, IconButton } from '../../components/Button';
import { Chip } from '../../components/Chip';
import { ErrorState, Skeleton } from '../../components/States';
import { useCovering } from '../../components/Split';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';
import { toCents } from '../../money';
import { creditActs, invoiceActs, paperName, withSetOff, type Subject } from '../acts/acts';
import { ActBar } from '../acts/ActBar';
import { ActKeys } from '../acts/ActsProvider';
import { Agreements } from '../customers/Agreements';
import { Letters } from '../customers/Letters';
import { flagTone } from '../customers/words';
import { useSession } from '../session/session';
import { WhyRoom } from '../why/Why';
import { useGone } from '../session/useGone';
import { standing } from './columns';
import { InvoiceDetails } from './InvoiceDetails';
import { InvoiceFigures } from './InvoiceFigures';
import { InvoiceFiles } from './InvoiceFiles';
import { Moves } from './Moves';
import { useInvoice } from './useInvoices';
import '../customers/customer.css';

const creditLeftActs = withSetOff(creditActs);

const flags = ['disputed', 'held', 'handed_over'] as const;

function Head({ detail, onClose }: { detail: InvoiceDetail; onClose: () => void }) {
  const t = useText();
  const { info } = useSession();
  const { go } = useNavigation();
  const { row } = detail;
  const words = t.invoices.one;
  const credit = row.kind === 'credit_note';
  const Heading = useCovering() ? 'h1' : 'h2';
  return (
    <header className="customer-head">
      <div className="customer-title">
        <Heading>{credit ? words.creditTitle(row.number) : words.title(row.number)}</Heading>
        <div className="customer-buttons">
          <IconButton icon="close" label={(credit ? words.credit : words).close} onPress={onClose} />
        </div>
      </div>
      <p className="customer-kind">
        <Button weight="link" onPress={() => go({ room: 'customers', open: row.customer })}>
          {row.name}
        </Button>
        <Chip tone={row.days_late !== null && row.days_late > 0 ? 'late' : 'plain'}>
          {standing(row, info.today, t)}
        </Chip>
        {flags
          .filter((flag) => row.flags.includes(flag))
          .map((flag) => (
            <Chip key={flag} tone={flagTone[flag]}>
              {t.customers.flag[flag]}
            </Chip>
          ))}
      </p>
    </header>
  );
}

function Shown({ detail, onClose }: { detail: InvoiceDetail; onClose: () => void }) {
  const t = useText();
  const { row } = detail;
  const words = t.invoices.one;
  const credit = row.kind === 'credit_note';
  const left = credit && toCents(row.open) < 0;
  const names = left ? creditLeftActs : credit ? creditActs : invoiceActs;
  const subject: Subject = {
    customer: row.customer,
    name: row.name,
    invoice: row.id,
    number: row.number,
    credit,
  };
  const name = paperName(subject, t);
  return (
    <WhyRoom whole={{ customer: row.customer, invoice: row.id, name }}>
      <ActKeys names={names} subject={subject} />
      <Head detail={detail} onClose={onClose} />
      <div className="customer-body">
        <div className="customer-columns">
          <div className="customer-column">
            <InvoiceFigures detail={detail} name={name} />
            <ActBar names={names} subject={subject} />
            <Moves moves={detail.moves} />
            <Agreements agreements={detail.agreements} items={[row]} here={row.id} />
          </div>
          <div className="customer-column">
            <section className="customer-part">
              <h2 className="part-title">{words.letters}</h2>
              <Letters letters={detail.letters} empty={(credit ? words.credit : words).noLetters} />
            </section>
            <InvoiceFiles files={detail.files} subject={subject} />
            <InvoiceDetails detail={detail} />
          </div>
        </div>
      </div>
    </WhyRoom>
  );
}

export function InvoicePage({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText();
  const { data, error, refetch, isPlaceholderData } = useInvoice(id);
  useGone(data !== undefined && !isPlaceholderData, error, onClose);
  const shown = useRef<HTMLElement>(null);
  // Another one begins at its head.
  useEffect(() => {
    if (id) shown.current?.scrollTo({ top: 0 });
  }, [id]);
  return (
    <aside
      ref={shown}
      className="customer"
      aria-label={data?.row.number ?? t.common.loading}
      aria-busy={isPlaceholderData || undefined}
      tabIndex={-1}
    >
      {data ? (
        <Shown detail={data} onClose={onClose} />
      ) : error ? (
        <>
          <div className="customer-close">
            <IconButton icon="close" label={t.invoices.one.close} onPress={onClose} />
          </div>
          <ErrorState title={t.invoices.one.failed} reason={error} onRetry={() => void refetch()} />
        </>
      ) : (
        <div className="customer-wait">
          <Skeleton lines={['title', 'text', 'block', 'row', 'row']} />
        </div>
      )}
    </aside>
  );
}
