// What a customer paid, and to which invoices it was put; each part can be taken off by itself.

import type { PaymentRow } from '../../backend';
import { Button, IconButton } from '../../components/Button';
import { DateText, Money } from '../../components/Figures';
import { useText } from '../../i18n';
import { toCents } from '../../money';
import { useMore } from './More';
import { useAct } from '../session/useAct';

function One({ payment }: { payment: PaymentRow }) {
  const t = useText();
  const { act, undo } = useAct();
  const words = t.customers.payments;
  return (
    <li className="payment">
      <div className="payment-head">
        <span>
          <DateText value={payment.date} /> <span className="quiet">{payment.source}</span>
        </span>
        <Money value={payment.amount} strong />
      </div>
      {payment.text && <p className="payment-text">{payment.text}</p>}
      <ul className="payment-parts">
        {payment.parts.map((part) => (
          <li key={part.id}>
            <span>{t.customers.one.forInvoice(part.invoice)}</span>
            <Money value={part.amount} />
            <IconButton icon="undo" label={words.undoPart(part.invoice)} onPress={() => void undo(part.id)} />
          </li>
        ))}
        {toCents(payment.unallocated) !== 0 && (
          <li>
            {/* Beside its word, so that amounts stand in line. */}
            <span className="payment-rest">
              {words.rest}
              {toCents(payment.unallocated) > 0 && (
                <Button weight="link" onPress={() => void act('allocate', { payment: payment.id })}>
                  {words.allocate}
                </Button>
              )}
            </span>
            <Money value={payment.unallocated} />
            <span />
          </li>
        )}
      </ul>
    </li>
  );
}

export function Payments({ payments }: { payments: readonly PaymentRow[] }) {
  const t = useText();
  const { shown, more } = useMore(payments);
  if (payments.length === 0) return <p className="quiet">{t.customers.payments.empty}</p>;
  return (
    <>
      <ul className="payments">
        {shown.map((payment) => (
          <One key={payment.id} payment={payment} />
        ))}
      </ul>
      {more}
    </>
  );
}
