// A sum in full: what counts, the parts it is made of, and apart from it what has come on top of it since.

import { useState } from 'react';
import { Button } from '../../components/Button';
import { Money } from '../../components/Figures';
import { Icon } from '../../components/Icon';
import { ErrorStrip, Skeleton } from '../../components/States';
import { formatDate } from '../../dates';
import { useText } from '../../i18n';
import { toCents } from '../../money';
import { ClaimWhy, useClaim } from './ClaimWhy';
import { SumParts, useSum, type Sum } from './SumParts';
import { WhyTable } from './WhyTable';
import './SumWhy.css';

/** Of one invoice: what was open grew to this, when there is interest or a cost on top of it. */
function Grown({ sum, open }: { sum: Sum & { customer: string; invoice: string }; open: string }) {
  const t = useText();
  const { data } = useClaim({ customer: sum.customer, invoice: sum.invoice });
  if (!data || toCents(data.total) === toCents(open as never)) return null;
  return (
    <section className="sum-apart" aria-labelledby="sum-grown">
      <h3 id="sum-grown">{t.why.grown}</h3>
      <p className="quiet">{t.why.grownHelp}</p>
      <WhyTable explained={data} within />
    </section>
  );
}

/** Of a customer: the claim is another amount, and long; it is read when it is asked. */
function TheClaim({ customer }: { customer: string }) {
  const t = useText();
  const [asked, setAsked] = useState(false);
  return (
    <section className="sum-apart" aria-labelledby="sum-claim">
      <h3 id="sum-claim">{t.why.claim}</h3>
      <p className="quiet">{t.why.claimHelp}</p>
      {asked ? (
        <ClaimWhy asked={{ customer }} />
      ) : (
        <Button onPress={() => setAsked(true)}>{t.why.showClaim}</Button>
      )}
    </section>
  );
}

export function SumWhy({ sum, onLeave }: { sum: Sum; onLeave: () => void }) {
  const t = useText();
  const { head, error } = useSum(sum);
  if (error && !head) return <ErrorStrip reason={error} />;
  if (!head) return <Skeleton lines={['text', 'row', 'row', 'row']} />;
  const { customer, invoice } = sum;
  const isOpen = sum.of === 'open' || sum.of === 'late';
  return (
    <div className="why">
      <div className="sum-rule">
        <p className="quiet">{t.why.on(formatDate(head.date, t))}</p>
        <p>{head.rule}</p>
      </div>
      <p className="why-total">
        <span>{t.why.total}</span>
        <Money value={head.total} strong />
      </p>
      {head.count === 0 ? (
        <p className="quiet">{t.why.noParts}</p>
      ) : (
        <SumParts sum={sum} label={t.why.parts} onLeave={onLeave} />
      )}
      {head.notes.map((note) => (
        <p key={note} className="sum-note">
          <Icon name="info" size={16} /> {note}
        </p>
      ))}
      {isOpen && customer !== undefined && invoice !== undefined && (
        <Grown sum={{ ...sum, customer, invoice }} open={head.total} />
      )}
      {isOpen && customer !== undefined && invoice === undefined && head.count > 0 && (
        <TheClaim customer={customer} />
      )}
    </div>
  );
}
