// A list on a page shows its first part; the rest comes when it is asked for.

import { useState } from 'react';
import { Button } from '../../components/Button';
import { useText } from '../../i18n';

const STEP = 60;

/** `first`: how many stand there at once, where more would push away what stands below. */
export function useMore<Item>(
  items: readonly Item[],
  first = STEP,
): { shown: readonly Item[]; more: React.ReactNode } {
  const t = useText();
  const [most, setMost] = useState(first);
  // A button for one or two more would take their place.
  const left = items.length - most > 2 ? items.length - most : 0;
  const next = left - STEP > 2 ? STEP : left;
  return {
    shown: left > 0 ? items.slice(0, most) : items,
    more: left > 0 && (
      <p className="items-more">
        <Button onPress={() => setMost(most + STEP)}>{t.customers.timeline.more(next)}</Button>
      </p>
    ),
  };
}
