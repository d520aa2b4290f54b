// Amounts and dates on screen: tabular figures, the language's own notation, never cut off.

import type { IsoDate, Money as Amount } from '../backend';
import { formatDate } from '../dates';
import { useLanguage, useText } from '../i18n';
import { formatMoney } from '../money';

export function Money(props: { value: Amount; strong?: boolean }) {
  const lang = useLanguage();
  const text = formatMoney(props.value, lang);
  return props.strong ? <strong className="amount">{text}</strong> : <span className="amount">{text}</span>;
}

export function DateText(props: { value: IsoDate }) {
  const t = useText();
  return (
    <time className="amount" dateTime={props.value}>
      {formatDate(props.value, t)}
    </time>
  );
}
