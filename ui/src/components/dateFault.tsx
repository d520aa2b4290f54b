// What is wrong with the parts of a date field: a day that does not exist, a year of two digits, a part that is missing.

import { useContext, useEffect, useLayoutEffect, useRef } from 'react';
import { DateFieldStateContext, type DateFieldState } from 'react-aria-components';
import type { IsoDate } from '../backend';
import type { Text } from '../i18n';

export type DateFault =
  | { what: 'day'; day: number; month: number; year: number; last: number }
  | { what: 'year' }
  | { what: 'part' };

type Parts = { fault: DateFault } | { date: IsoDate | null };

const two = (n: number) => String(n).padStart(2, '0');

/** What stands in the field: a date, nothing, or something that is neither. */
function partsOf(segments: DateFieldState['segments']): Parts {
  const editable = segments.filter(({ isEditable }) => isEditable);
  if (editable.every(({ isPlaceholder }) => isPlaceholder)) return { date: null };
  if (editable.some(({ isPlaceholder }) => isPlaceholder)) return { fault: { what: 'part' } };
  const part = (type: string) => editable.find((segment) => segment.type === type)?.value ?? 0;
  const [day, month, year] = [part('day'), part('month'), part('year')];
  if (year < 1000) return { fault: { what: 'year' } };
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > last) return { fault: { what: 'day', day, month, year, last } };
  return { date: `${year}-${two(month)}-${two(day)}` as IsoDate };
}

export function wordFault(fault: DateFault, t: Text): string {
  const words = t.dateField;
  if (fault.what !== 'day') return words[fault.what];
  const month = t.date.longMonths[fault.month - 1] ?? '';
  return words.day(t.date.day(fault.day, month, fault.year), month, fault.last);
}

type Props = {
  /** The field was left, or its form sent, with something in it that is no date. */
  onRefuse: (fault: DateFault) => void;
  /** What stands in it is a date again, or nothing. */
  onMended: (date: IsoDate | null) => void;
};

/** Inside a date field: keeps a fault from being made into another date, and its form from being sent with it. */
export function DateRefusal({ onRefuse, onMended }: Props) {
  const state = useContext(DateFieldStateContext);
  const mark = useRef<HTMLSpanElement>(null);
  const latest = useRef({ onRefuse, onMended });
  const parts = state ? partsOf(state.segments) : { date: null };
  const fault = 'fault' in parts ? parts.fault : null;
  const key = JSON.stringify(parts);

  useLayoutEffect(() => {
    latest.current = { onRefuse, onMended };
    // On leaving, the field would take the last day of the month for one that the month does not have. It has no other
    // way to be told.
    // oxlint-disable-next-line react/immutability
    if (state && fault) state.confirmPlaceholder = () => latest.current.onRefuse(fault);
  });
  useEffect(() => {
    const found = JSON.parse(key) as Parts;
    if ('date' in found) {
      latest.current.onMended(found.date);
      return;
    }
    const field = mark.current?.parentElement;
    const form = field?.closest('form');
    const refuse = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current.onRefuse(found.fault);
      field?.querySelector<HTMLElement>('[role="spinbutton"]')?.focus();
    };
    form?.addEventListener('submit', refuse, { capture: true });
    return () => form?.removeEventListener('submit', refuse, { capture: true });
  }, [key]);
  return <span ref={mark} hidden />;
}
