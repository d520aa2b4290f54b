// From the core's kinds of step, flag and timeline entry to this room's words, icons and groups.

import type {
  CustomerFilter,
  NextStep,
  ProposalKind,
  Step,
  TimelineEntry,
  TimelineKind,
} from '../../backend';
import type { Tone } from '../../components/Chip';
import type { IconName } from '../../components/Icon';
import { formatDate } from '../../dates';
import type { IsoDate } from '../../backend';
import type { Text } from '../../i18n';

export function stepName(step: Step | null, kind: ProposalKind, t: Text): string {
  const steps: Partial<Record<string, string>> = t.today.stepName;
  const kinds: Partial<Record<string, string>> = t.today.kindName;
  return (step && steps[step]) ?? kinds[kind] ?? kind;
}

/** "sommatie, nu", "herinnering, tegengehouden" or "herinnering op 3 dec 2026". */
export function nextWords(next: NextStep, today: IsoDate, t: Text): string {
  const name = stepName(next.step, next.kind, t);
  if (next.on === null || next.on <= today) {
    // What is held back does not go now.
    const waits = next.gate === 'amber' || next.gate === 'red' ? t.today.gate[next.gate] : null;
    return waits === null ? t.customers.one.nextNow(name) : `${name}, ${waits}`;
  }
  return t.customers.one.nextOn(name, formatDate(next.on, t));
}

type Shown = keyof Text['customers']['flag'];

/** What is said beside a name: only what asks for attention. */
export const shownFlags: readonly (Shown & CustomerFilter)[] = [
  'insolvent',
  'handed_over',
  'disputed',
  'held',
  'promised',
  'unallocated',
  'kind_unknown',
];

export const flagTone: Record<Shown, Tone> = {
  insolvent: 'late',
  handed_over: 'plain',
  disputed: 'held',
  held: 'held',
  promised: 'accent',
  unallocated: 'held',
  kind_unknown: 'plain',
};

export const entryIcon: Record<TimelineKind, IconName> = {
  invoice: 'invoices',
  credit_note: 'invoices',
  payment: 'payment',
  letter: 'letters',
  mail: 'letters',
  promise: 'promise',
  hold: 'held',
  dispute: 'decide',
  note: 'note',
  write_off: 'minus',
  waiver: 'minus',
  insolvency: 'warning',
  handover: 'handover',
  change: 'edit',
};

export type EntryGroup = 'letters' | 'payments' | 'agreements' | 'notes' | 'invoices' | 'changes';

const groupOf: Record<TimelineKind, EntryGroup> = {
  invoice: 'invoices',
  credit_note: 'invoices',
  payment: 'payments',
  letter: 'letters',
  mail: 'letters',
  promise: 'agreements',
  hold: 'agreements',
  dispute: 'agreements',
  note: 'notes',
  write_off: 'payments',
  waiver: 'payments',
  insolvency: 'agreements',
  handover: 'letters',
  change: 'changes',
};

/** A kind that this window does not know yet stands with the changes. */
export function entryGroup(entry: TimelineEntry): EntryGroup {
  return (groupOf as Partial<Record<string, EntryGroup>>)[entry.kind] ?? 'changes';
}

export const entryGroups: readonly EntryGroup[] = [
  'letters',
  'payments',
  'agreements',
  'notes',
  'invoices',
  'changes',
];
