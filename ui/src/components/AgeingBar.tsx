// What is open, by how late it is: a bar for the eye, and under it the same figures as a real table.

import type { ReactNode } from 'react';
import type { AgeingBucket, AgeingName } from '../backend';
import { useLanguage, useText } from '../i18n';
import { formatCents, toCents } from '../money';
import './AgeingBar.css';

const order: readonly AgeingName[] = ['not_due', '1-30', '31-60', '61-90', '90+'];
const WIDTH = 1000;
const GAP = 4;
const LEAST = 8;

type Part = { bucket: AgeingName; x: number; width: number };

/** Divides the width in proportion; a credit has no width, a small amount stays visible. */
function divide(buckets: readonly AgeingBucket[]): Part[] {
  const positive = buckets.map(({ bucket, amount }) => ({ bucket, cents: Math.max(0, toCents(amount)) }));
  const filled = positive.filter(({ cents }) => cents > 0);
  const total = filled.reduce((sum, { cents }) => sum + cents, 0);
  const space = WIDTH - GAP * Math.max(0, filled.length - 1);
  const raised = filled.map((part) => ({ ...part, width: Math.max(LEAST, (part.cents / total) * space) }));
  const scale = space / raised.reduce((sum, { width }) => sum + width, 0);
  let x = 0;
  return raised.map(({ bucket, width }) => {
    const part = { bucket, x, width: width * scale };
    x += part.width + GAP;
    return part;
  });
}

const colour = (bucket: AgeingName) => `var(--age-${order.indexOf(bucket)})`;

type Props = {
  buckets: readonly AgeingBucket[];
  /** Draws the amount of a bucket, where more can be done with it than read it. */
  amount?: (bucket: AgeingBucket, name: string) => ReactNode;
};

export function AgeingBar(props: Props) {
  const t = useText();
  const lang = useLanguage();
  const buckets = order.flatMap((name) => props.buckets.filter(({ bucket }) => bucket === name));
  return (
    <div className="ageing">
      <svg className="ageing-bar" viewBox={`0 0 ${WIDTH} 24`} preserveAspectRatio="none" aria-hidden>
        <rect width={WIDTH} height="24" fill="var(--sunk)" />
        {divide(buckets).map(({ bucket, x, width }) => (
          <rect key={bucket} x={x} width={width} height="24" fill={colour(bucket)} />
        ))}
      </svg>
      <table className="ageing-table">
        <caption className="visually-hidden">{t.today.ageing.caption}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t.today.ageing.bucket}</th>
            <th scope="col">{t.today.ageing.amount}</th>
            <th scope="col">{t.today.ageing.items}</th>
          </tr>
        </thead>
        <tbody>
          {buckets.map((row) => {
            const { bucket, amount, invoices } = row;
            const name = t.today.ageing.buckets[bucket];
            return (
              <tr key={bucket} data-empty={invoices === 0 || undefined}>
                <th scope="row">
                  <svg className="ageing-key" viewBox="0 0 8 8" aria-hidden>
                    <rect width="8" height="8" rx="2" fill={colour(bucket)} />
                  </svg>
                  {name}
                </th>
                <td className="ageing-amount amount">
                  {(invoices > 0 && props.amount?.(row, name)) || formatCents(toCents(amount), lang)}
                </td>
                <td className="ageing-count">{t.today.ageing.total(invoices)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
