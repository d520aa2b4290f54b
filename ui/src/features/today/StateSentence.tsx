// One sentence: what is open, what of it is late; then what can be set in motion and what is expected. Each amount
// in it can be asked why.

import type { ReactNode } from 'react';
import type { ExpectedWeek, Overview } from '../../backend';
import { marks, weave } from '../../components/weave';
import { formatShortDate } from '../../dates';
import { useText, type Text } from '../../i18n';
import { toCents } from '../../money';
import { WhyWord } from '../why/Why';

const [first, second] = marks;

function Stands({ overview }: { overview: Overview }) {
  const { today: t, why } = useText();
  const { open, overdue } = overview;
  const amounts = [
    <WhyWord key="open" value={open} asked={{ name: why.sums.open, sum: { of: 'open' } }} />,
    <WhyWord key="late" value={overdue} asked={{ name: why.sums.late, sum: { of: 'late' } }} />,
  ];
  const [before, stressed, after] =
    toCents(overdue) > 0
      ? t.state.late(first, second)
      : toCents(open) > 0
        ? t.state.onTime(first)
        : t.state.nothing();
  return (
    <>
      {weave(before, amounts)}
      {stressed && <em>{weave(stressed, amounts)}</em>}
      {weave(after, amounts)}
    </>
  );
}

export function askedWeek({ from, through }: ExpectedWeek, t: Text) {
  const period = t.today.expected.period(formatShortDate(from, t), formatShortDate(through, t));
  return { name: t.why.sums.week(period), sum: { of: 'week', week: from } } as const;
}

function Expected({ weeks }: { weeks: readonly ExpectedWeek[] }): ReactNode {
  const t = useText();
  // The first of the weeks is the one that holds today.
  const [now, next] = weeks
    .slice(0, 2)
    .map((week) =>
      toCents(week.amount) > 0 ? (
        <WhyWord key={week.from} value={week.amount} asked={askedWeek(week, t)} />
      ) : null,
    );
  if (now && next) return weave(t.today.expectedBoth(first, second), [now, next]);
  if (now) return weave(t.today.expectedNow(first), [now]);
  return next ? weave(t.today.expectedNext(first), [next]) : null;
}

export function StateSentence({ overview }: { overview: Overview }) {
  const t = useText();
  const { moving, expected } = overview;
  return (
    <div className="today-words">
      <h1 className="today-sentence">
        <Stands overview={overview} />
      </h1>
      <p className="quiet">
        {toCents(moving) > 0
          ? weave(t.today.moving(first), [
              <WhyWord
                key="moving"
                value={moving}
                asked={{ name: t.why.sums.moving, sum: { of: 'moving' } }}
              />,
            ])
          : t.today.movingNone}{' '}
        <Expected weeks={expected.weeks} />
      </p>
    </div>
  );
}
