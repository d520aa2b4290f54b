// A list on a page shows its first part; the rest comes when it is asked for.

import { useState } from 'react';
import { Button } from '../../components/Button';
import { useText } from '../../i18n';

const STEP = 60;

export function useMore<Item>(items: readonly Item[]): { shown: readonly Item[]; more: React.ReactNode } {
  const t = useText();
  const [most, setMost] = useState(STEP);
  const left = items.length - most;
  return {
    shown: left > 0 ? items.slice(0, most) : items,
    more: left > 0 && (
      <p className="items-more">
        <Button onPress={() => setMost(most + STEP)}>{t.customers.timeline.more(left)}</Button>
      </p>
    ),
  };
}
