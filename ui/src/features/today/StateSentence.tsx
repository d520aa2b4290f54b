// One sentence: what is open, what of it is late; then what can be set in motion and what is expected.

import type { Overview } from '../../backend';
import { useLanguage, useText } from '../../i18n';
import { formatMoney, toCents } from '../../money';

export function StateSentence({ overview }: { overview: Overview }) {
  const t = useText().today;
  const lang = useLanguage();
  const sentence = () => {
    if (toCents(overview.overdue) > 0)
      return t.state.late(formatMoney(overview.open, lang), formatMoney(overview.overdue, lang));
    return toCents(overview.open) > 0 ? t.state.onTime(formatMoney(overview.open, lang)) : t.state.nothing();
  };
  const [before, stressed, after] = sentence();
  // The first of the weeks is the one that holds today.
  const [now, next] = overview.expected.weeks.map(({ amount }) =>
    toCents(amount) > 0 ? formatMoney(amount, lang) : null,
  );
  const parts = [
    toCents(overview.moving) > 0 ? t.moving(formatMoney(overview.moving, lang)) : t.movingNone,
    now && next ? t.expectedBoth(now, next) : now ? t.expectedNow(now) : next && t.expectedNext(next),
  ];
  return (
    <div className="today-words">
      <h1 className="today-sentence">
        {before}
        {stressed && <em>{stressed}</em>}
        {after}
      </h1>
      <p className="quiet">{parts.filter(Boolean).join(' ')}</p>
    </div>
  );
}
