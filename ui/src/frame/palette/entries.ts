// What the palette offers for what is typed, in its sections.

import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useFilter } from 'react-aria-components';
import type { CustomerDetail, Found, InvoiceDetail } from '../../backend';
import type { IconName } from '../../components/Icon';
import { useLanguage, useText, type Text } from '../../i18n';
import { useActions } from '../../keys/actions';
import { keyTable, type ActionId } from '../../keys/table';
import { formatMoney, toCents } from '../../money';
import { nameOfPlace, useNavigation, type Place, type RoomId } from '../navigation';
import { rooms } from '../rooms';
import { usePartEntries } from './parts';

export type Entry = {
  id: string;
  icon: IconName;
  title: string;
  /** What tells it from another of the same name. */
  text?: string;
  combo?: string | null;
  run: () => void;
};

export type Section = { id: 'recent' | 'customers' | 'invoices' | 'actions'; entries: Entry[] };

/** Actions that mean nothing from inside the palette. */
const hidden: ReadonlySet<ActionId> = new Set(['palette', 'closePanel']);

const RECENT = 6;

/** From so many letters on, the beginning of an action's name means the action. */
const NAMED = 4;

/** What a place is called: only what was read of it lately is known here. */
function wordsOf(place: Place, queries: QueryClient, t: Text): { title: string; text?: string } | null {
  const room = t.rooms[place.room];
  if (place.open === undefined) return place.tab === undefined ? { title: room } : null;
  const known = (name: string) =>
    queries.getQueriesData<unknown>({ queryKey: [name] }).map(([, data]) => data);
  if (place.room === 'customers') {
    const details = known('customer_detail') as (CustomerDetail | undefined)[];
    const found = details.find((detail) => detail?.row?.id === place.open);
    return found ? { title: found.row.name, text: room } : null;
  }
  if (place.room === 'invoices') {
    const details = known('invoice_detail') as (InvoiceDetail | undefined)[];
    const found = details.find((detail) => detail?.row?.id === place.open);
    return found ? { title: found.row.number, text: found.row.name } : null;
  }
  return null;
}

function useFoundEntries(found: Found | null): Section[] {
  const t = useText();
  const lang = useLanguage();
  const { go, has } = useNavigation();
  if (!found) return [];
  const open = (amount: Found['customers'][number]['open']) =>
    toCents(amount) === 0 ? t.palette.paid : t.palette.open(formatMoney(amount, lang));
  const to = (room: RoomId, id: string) => () => go({ room, open: id });
  return [
    {
      id: 'customers',
      entries: (has('customers') ? found.customers : []).map((row) => ({
        id: `customer ${row.id}`,
        icon: 'customers',
        title: row.name,
        text: [row.number, row.city, open(row.open)].filter(Boolean).join(' · '),
        run: to('customers', row.id),
      })),
    },
    {
      id: 'invoices',
      entries: (has('invoices') ? found.invoices : []).map((row) => ({
        id: `invoice ${row.id}`,
        icon: 'invoices',
        title: row.number,
        text: `${row.name} · ${open(row.open)}`,
        run: to('invoices', row.id),
      })),
    },
  ];
}

/** `sure`: what stands on top does not wait for what is still being found. */
export function useSections(typed: string, found: Found | null): { sections: Section[]; sure: boolean } {
  const t = useText();
  const queries = useQueryClient();
  const { available, run } = useActions();
  const { recent, go, has } = useNavigation();
  const { contains, startsWith } = useFilter({ sensitivity: 'base' });
  const text = typed.trim();

  const offered = (Object.keys(keyTable) as ActionId[]).filter((id) => available.has(id) && !hidden.has(id));
  // What belongs to the room on screen comes before what is always there.
  const always = (id: ActionId) => keyTable[id].group === 'everywhere';
  const ids = [...offered.filter((id) => !always(id)), ...offered.filter(always)];
  const titleOf = (id: ActionId) => t.actions[id];
  const actions: Entry[] = ids
    .filter((id) => text === '' || contains(titleOf(id), text))
    .map((id) => ({
      id: `action ${id}`,
      icon: 'forward',
      title: titleOf(id),
      combo: keyTable[id].combo,
      run: () => run(id),
    }));
  const places: Entry[] = (text === '' ? recent : [])
    .filter(({ room }) => has(room))
    .flatMap((place) => {
      const words = wordsOf(place, queries, t);
      const icon = rooms.find(({ id }) => id === place.room)?.icon ?? 'forward';
      return words ? [{ id: `place ${nameOfPlace(place)}`, icon, ...words, run: () => go(place) }] : [];
    })
    .slice(0, RECENT);
  const results = useFoundEntries(found);
  const parts = usePartEntries(text, contains);
  const doing: Section = { id: 'actions', entries: [...actions, ...parts] };
  const meant = text.length >= NAMED && actions.some(({ title }) => startsWith(title, text));
  const sections: Section[] = meant
    ? [doing, ...results]
    : [{ id: 'recent', entries: places }, ...results, doing];
  return { sections: sections.filter(({ entries }) => entries.length > 0), sure: meant };
}
