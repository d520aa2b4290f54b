// How somebody paid, invoice by invoice: a low mark for in time, a higher bar the later it was.

import './Sparkline.css';

const STEP = 5;
const HEIGHT = 20;
const MOST_DAYS = 60;
const SLOTS = 12;

// By the root, so that a week and a month differ as clearly as one month and two.
const height = (days: number) =>
  days <= 0 ? 3 : 5 + Math.sqrt(Math.min(days, MOST_DAYS) / MOST_DAYS) * (HEIGHT - 5);

/** `days` late per invoice, oldest first; `label` says the same in words. */
export function Sparkline(props: { days: readonly number[]; label: string }) {
  const days = props.days.slice(-SLOTS);
  const start = (SLOTS - days.length) * STEP;
  return (
    <svg className="sparkline" viewBox={`0 0 ${SLOTS * STEP} ${HEIGHT}`} role="img" aria-label={props.label}>
      {days.map((late, at) => (
        <rect
          // Their order is their name: two invoices may be equally late.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          className={late > 30 ? 'sparkline-later' : late > 0 ? 'sparkline-late' : 'sparkline-good'}
          x={start + at * STEP}
          y={HEIGHT - height(late)}
          width={STEP - 1.5}
          height={height(late)}
        />
      ))}
    </svg>
  );
}
