// Where a gap of a dossier is mended: from its code to a place in the window.

import type { DossierGap } from '../../backend';
import { formatDate } from '../../dates';
import type { Place } from '../../frame/navigation';
import type { Text } from '../../i18n';

export type Way = { label: string; place: Place };

const atCustomer = new Set(['kind_unknown', 'kvk_missing', 'address_missing', 'insolvency', 'open_credit']);
const atCreditor = new Set(['terms_name_costs', 'terms_unknown', 'wki_register_missing']);
const atRun = new Set(['notice_missing', 'final_demand_missing', 'not_in_default']);
const MOST = 3;

/** The ways to mend a gap, the most direct one first; none where only waiting or advice helps. */
export function waysOf(gap: DossierGap, customer: string, t: Text): Way[] {
  const words = t.dossiers.goto;
  if (gap.letters.length > 0) {
    return gap.letters.slice(0, MOST).map(({ letter, date }) => ({
      label: words.letter(formatDate(date, t)),
      place: { room: 'dunning', tab: 'past', open: letter },
    }));
  }
  if (atCustomer.has(gap.code))
    return [{ label: words.customer, place: { room: 'customers', open: customer } }];
  if (atCreditor.has(gap.code))
    return [{ label: words.settings, place: { room: 'settings', tab: 'creditor' } }];
  if (gap.code === 'rate_not_verified')
    return [{ label: words.rates, place: { room: 'settings', tab: 'rates' } }];
  if (gap.code === 'unallocated_money') return [{ label: words.bank, place: { room: 'bank', tab: 'loose' } }];
  if (atRun.has(gap.code)) return [{ label: words.run, place: { room: 'dunning', tab: 'run' } }];
  return gap.invoices.slice(0, MOST).map(({ id, number }) => ({
    label: words.invoice(number),
    place: { room: 'invoices', open: id },
  }));
}
