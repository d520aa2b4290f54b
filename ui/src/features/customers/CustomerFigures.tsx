// How things stand with a customer in figures; each can be asked why.

import type { CustomerDetail, SumOf } from '../../backend';
import { Sparkline } from '../../components/Sparkline';
import { useLanguage, useText, type Text } from '../../i18n';
import { formatMoney, toCents } from '../../money';
import { WhyMoney } from '../why/Why';
import { behaviourWords } from './columns';

function paysWords({ row }: CustomerDetail, t: Text): string {
  const words = t.customers.one;
  if (row.on_time === null) return words.paysUnknown;
  const median = row.median_days_late ?? 0;
  return [words.paysOnTime(row.on_time), median > 0 ? words.paysLate(median) : words.paysEarly].join(', ');
}

export function CustomerFigures({ detail }: { detail: CustomerDetail }) {
  const t = useText();
  const lang = useLanguage();
  const words = t.customers.one;
  const { row, claim } = detail;
  const asked = { customer: row.id, name: row.name };
  const sum = (of: SumOf, name: string) => ({
    name: `${name}, ${row.name}`,
    sum: { of, customer: row.id },
  });
  const money = (part: 'principal' | 'interest' | 'costs') => formatMoney(claim[part], lang);
  const grown = toCents(claim.interest) !== 0 || toCents(claim.costs) !== 0;
  return (
    <dl className="figures" aria-label={words.figures}>
      <div>
        <dt>{words.open}</dt>
        <dd className="figure">
          <WhyMoney value={row.open} asked={sum('open', words.open)} what={words.open} />
        </dd>
        <dd className="field-help">{t.today.invoices(row.invoices)}</dd>
      </div>
      <div className={toCents(row.late) > 0 ? 'figure-late' : undefined}>
        <dt>{words.late}</dt>
        <dd className="figure">
          <WhyMoney value={row.late} asked={sum('late', words.late)} what={words.late} />
        </dd>
        {row.days_late !== null && row.days_late > 0 && (
          <dd className="field-help">{t.customers.late(row.days_late)}</dd>
        )}
      </div>
      <div>
        <dt>{words.claim}</dt>
        <dd className="figure">
          <WhyMoney value={claim.total} asked={asked} what={words.claim} />
        </dd>
        {row.flags.includes('handed_over') && <dd className="field-help">{words.claimWithout}</dd>}
        {grown && (
          <dd className="field-help figure-parts">
            {words
              .claimOf(money('principal'), money('interest'), money('costs'))
              .split(', ')
              .map((part) => (
                <span key={part}>{part}</span>
              ))}
          </dd>
        )}
      </div>
      {toCents(row.unallocated) !== 0 && (
        <div>
          <dt>{words.unallocated}</dt>
          <dd className="figure">
            <WhyMoney
              value={row.unallocated}
              asked={sum('unallocated', words.unallocated)}
              what={words.unallocated}
            />
          </dd>
          <dd className="field-help">{words.unallocatedHelp}</dd>
        </div>
      )}
      <div>
        <dt>{words.payment}</dt>
        <dd className="figure-words">
          {row.behaviour.length > 0 && <Sparkline days={row.behaviour} label={behaviourWords(row, t)} />}
          <span className="field-help">{paysWords(detail, t)}</span>
        </dd>
      </div>
    </dl>
  );
}
