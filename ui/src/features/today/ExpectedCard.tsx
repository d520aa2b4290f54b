// When the open invoices are expected, week by week: bars for the eye, the same figures as a table, and on demand
// how it was reckoned.

import { useState } from 'react';
import type { ExpectedCash, ExpectedWeek } from '../../backend';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { Tip } from '../../components/Tip';
import { formatShortDate } from '../../dates';
import { useLanguage, useText } from '../../i18n';
import { formatMoney, toCents } from '../../money';
import { WhyMoney, WhyPress } from '../why/Why';
import { ExpectedDialog, ExpectedTable } from './ExpectedDialog';
import { askedWeek } from './StateSentence';
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

/** A week is pressed in its bar or in its name under it. */
function Week({ week, name }: { week: ExpectedWeek; name: string }) {
  const t = useText();
  const lang = useLanguage();
  if (toCents(week.amount) === 0) return <span className="expected-week">{name}</span>;
  const asked = askedWeek(week, t);
  const amount = formatMoney(week.amount, lang);
  return (
    <Tip text={amount}>
      <WhyPress
        asked={asked}
        className="expected-week"
        label={t.why.askWhat(`${name}, ${amount}`, asked.name)}
      >
        {name}
      </WhyPress>
    </Tip>
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
          <ol className="expected-weeks" aria-label={words.ask}>
            {weeks.map((week, index) => (
              <li key={week.from} aria-hidden={toCents(week.amount) === 0 || undefined}>
                <Week week={week} name={index === 0 ? words.now : formatShortDate(week.from, t)} />
              </li>
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
        <dl className="expected-rest">
          {rest.map((part) => (
            <div key={part}>
              <dt>{words[part]}</dt>
              <dd>
                <WhyMoney
                  value={expected[part]}
                  asked={{ name: words[part], sum: { of: part } }}
                  what={words[part]}
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {asked && <ExpectedDialog expected={expected} onClose={() => setAsked(false)} />}
    </Card>
  );
}
