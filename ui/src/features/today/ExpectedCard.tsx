// When the open invoices are expected, week by week: bars for the eye, the same figures as a table, and on demand
// how it was reckoned.

import { useState } from 'react';
import type { ExpectedCash, ExpectedWeek } from '../../backend';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { Money } from '../../components/Figures';
import { formatShortDate } from '../../dates';
import { useText } from '../../i18n';
import { toCents } from '../../money';
import { ExpectedDialog, ExpectedTable } from './ExpectedDialog';
import './ExpectedCard.css';

const WIDTH = 40;
const GAP = 12;
const HEIGHT = 60;
const LEAST = 2;

function Bars({ weeks }: { weeks: readonly ExpectedWeek[] }) {
  const sizes = weeks.map(({ amount }) => Math.max(0, toCents(amount)));
  const most = Math.max(1, ...sizes);
  return (
    <svg
      className="expected-bars"
      viewBox={`0 0 ${weeks.length * (WIDTH + GAP)} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {weeks.map(({ from }, index) => {
        const size = sizes[index] ?? 0;
        const height = Math.max(LEAST, (size / most) * HEIGHT);
        return (
          <rect
            key={from}
            x={index * (WIDTH + GAP) + GAP / 2}
            y={HEIGHT - height}
            width={WIDTH}
            height={height}
            className={size === 0 ? 'expected-none' : 'expected-some'}
          />
        );
      })}
    </svg>
  );
}

export function ExpectedCard({ expected }: { expected: ExpectedCash }) {
  const t = useText();
  const [asked, setAsked] = useState(false);
  const words = t.today.expected;
  const { weeks } = expected;
  const rest = (['past', 'later', 'unknown'] as const).filter((part) => toCents(expected[part]) !== 0);
  const some = weeks.some(({ amount }) => toCents(amount) > 0);
  return (
    <Card
      title={words.title}
      remark={
        <Button weight="link" onPress={() => setAsked(true)}>
          {words.how}
        </Button>
      }
    >
      {some ? (
        <div className="expected">
          <Bars weeks={weeks} />
          <ol className="expected-weeks" aria-hidden>
            {weeks.map(({ from }, index) => (
              <li key={from}>{index === 0 ? words.now : formatShortDate(from, t)}</li>
            ))}
          </ol>
        </div>
      ) : (
        <p className="expected-empty quiet">{words.none}</p>
      )}
      <div className="visually-hidden">
        <ExpectedTable expected={expected} />
      </div>
      {rest.length > 0 && (
        <dl className="expected-rest" aria-hidden>
          {rest.map((part) => (
            <div key={part}>
              <dt>{words[part]}</dt>
              <dd>
                <Money value={expected[part]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {asked && <ExpectedDialog expected={expected} onClose={() => setAsked(false)} />}
    </Card>
  );
}
