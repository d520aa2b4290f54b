// From the core's kinds to the words, colours and icons of this room. A kind that this window does not know
// yet gets plain words instead of a hole.

import type { Gate, Proposal, WorkItem, WorkKind } from '../../backend';
import type { Tone } from '../../components/Chip';
import type { IconName } from '../../components/Icon';
import type { Text } from '../../i18n';

const workIcons: Record<WorkKind, IconName> = {
  letters: 'letters',
  decide: 'decide',
  held: 'held',
  bank: 'bank',
  call: 'call',
  promise: 'promise',
  handover: 'handover',
  review: 'list',
  limitation: 'limitation',
};

export const gateTone: Record<Gate, Tone> = { green: 'good', amber: 'held', red: 'late' };

export const gates: readonly Gate[] = ['green', 'amber', 'red'];

export function workIcon(kind: WorkKind): IconName {
  return (workIcons as Partial<Record<string, IconName>>)[kind] ?? 'list';
}

export function workTitle({ kind, count }: WorkItem, t: Text): string {
  const words: Partial<Record<string, (n: number) => string>> = t.today.card;
  return (words[kind] ?? t.today.card.other)(count);
}

/** "2 herinneringen, 1 sommatie", or a plain sentence when there are no steps to count. */
export function workText({ kind, detail }: WorkItem, t: Text): string {
  if (detail.length > 0) {
    const words: Partial<Record<string, (n: number) => string>> = t.today.step;
    return detail.map(({ step, count }) => (words[step] ?? t.today.card.other)(count)).join(', ');
  }
  return (t.today.cardText as Partial<Record<string, string>>)[kind] ?? t.today.cardText.other;
}

/** How many stand at each gate. A card whose title already says so (all letters can go) says it once. */
export function gateWords(item: WorkItem, t: Text): { gate: Gate; words: string }[] {
  const said: Partial<Record<string, Gate>> = { letters: 'green', decide: 'amber', held: 'red' };
  const set = item.kind === 'bank' ? 'bank' : item.kind in said ? 'letters' : 'other';
  return gates
    .filter((gate) => item[gate] > 0 && !(said[item.kind] === gate && item[gate] === item.count))
    .map((gate) => ({ gate, words: t.today.gateCount[set][gate](item[gate]) }));
}

/** What this proposal does, in a word or two. */
export function proposalName({ step, kind }: Proposal, t: Text): string {
  const steps: Partial<Record<string, string>> = t.today.stepName;
  const kinds: Partial<Record<string, string>> = t.today.kindName;
  return (step && steps[step]) ?? kinds[kind] ?? kind;
}
