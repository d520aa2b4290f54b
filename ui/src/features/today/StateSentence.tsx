// One sentence: what is open, what of it is late, and what can be set in motion today.

import type { Today } from '../../backend';
import { useLanguage, useText } from '../../i18n';
import { formatMoney, toCents } from '../../money';

export function StateSentence({ today }: { today: Today }) {
  const t = useText().today;
  const lang = useLanguage();
  const sentence = () => {
    if (toCents(today.overdue) > 0)
      return t.state.late(formatMoney(today.open, lang), formatMoney(today.overdue, lang));
    return toCents(today.open) > 0 ? t.state.onTime(formatMoney(today.open, lang)) : t.state.nothing();
  };
  const [before, stressed, after] = sentence();
  return (
    <div className="today-words">
      <h1 className="today-sentence">
        {before}
        {stressed && <em>{stressed}</em>}
        {after}
      </h1>
      <p className="quiet">
        {toCents(today.moving) > 0 ? t.moving(formatMoney(today.moving, lang)) : t.movingNone}
      </p>
    </div>
  );
}
