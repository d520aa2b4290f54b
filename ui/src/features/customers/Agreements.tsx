// Promises, holds, disputes and insolvencies: those that count today first, each with its end and a way to end it.

import type { Agreement, InvoiceRow } from '../../backend';
import { Button } from '../../components/Button';
import { Chip } from '../../components/Chip';
import { Money } from '../../components/Figures';
import { Icon } from '../../components/Icon';
import { LongText } from '../../components/LongText';
import { formatDate } from '../../dates';
import { useText } from '../../i18n';
import { useAct } from '../session/useAct';
import { entryIcon } from './words';

type Props = {
  agreements: readonly Agreement[];
  items: readonly InvoiceRow[];
  /** The invoice whose page this is: it is not named again. */
  here?: string;
};

function One({ agreement, number }: { agreement: Agreement; number: string | null }) {
  const t = useText();
  const { undo } = useAct();
  const words = t.customers.one;
  const { kind, active, title, reason, amount, since, until } = agreement;
  const facts = [
    number && words.forInvoice(number),
    until ? words.until(formatDate(until, t)) : words.sinceDay(formatDate(since, t)),
  ];
  return (
    <li className="agreement" data-ended={!active || undefined}>
      <Icon name={entryIcon[kind]} size={16} />
      <div className="agreement-words">
        <p>
          {title} {!active && <Chip>{words.ended}</Chip>}
        </p>
        {reason && <LongText className="agreement-reason" text={reason} />}
        <p className="field-help">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {amount && <Money value={amount} />}
      {agreement.undo && (
        <Button weight="quiet" aria-label={words.endWhat(title)} onPress={() => void undo(agreement.id)}>
          {active ? words.end : t.common.undo}
        </Button>
      )}
    </li>
  );
}

export function Agreements({ agreements, items, here }: Props) {
  const t = useText();
  if (agreements.length === 0) return null;
  const numberOf = (invoice: string | null) =>
    invoice && invoice !== here && !items.some(({ id, number }) => id === here && number === invoice)
      ? (items.find(({ id }) => id === invoice)?.number ?? invoice)
      : null;
  const ordered = agreements.toSorted((one, other) => Number(other.active) - Number(one.active));
  return (
    <section className="customer-part">
      <h2 className="part-title">{t.customers.one.agreements}</h2>
      <ul className="agreements">
        {ordered.map((agreement) => (
          <One key={agreement.id} agreement={agreement} number={numberOf(agreement.invoice)} />
        ))}
      </ul>
    </section>
  );
}
