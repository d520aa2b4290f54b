// Words and figures that the parts of this room share: what a letter is, and which of its reasons decides.

import type { Channel, Proposal, Reason, Step } from '../../backend';
import type { Text } from '../../i18n';

/** Reasons that explain without weighing on whether a letter may go. */
const background: ReadonlySet<string> = new Set([
  'past_due',
  'after_step',
  'notice_ran_out',
  'caught_up',
  'notice_of_default',
  'disputed_part_left_out',
  'promise_broken',
  'no_email',
  'limitation_near',
  'goods_unknown',
]);

/** Reasons that only ask: where something forbids, it stands before these. */
const asking: ReadonlySet<string> = new Set([
  'bank_data_missing',
  'bank_data_old',
  'unallocated_money',
  'unbooked_line',
  'recent_payment',
  'open_credit',
  'kind_unknown',
  'predecessor_unconfirmed',
  'restored_unknown',
  'rate_not_verified',
  'interest_unknown',
  'recurring_unknown',
  'terms_name_costs',
  'wki_register_missing',
  'due_date_missing',
  'address_missing',
  'limitation_passed',
]);

/** The reasons that made the gate what it is, the heaviest first. A reason this window does not know weighs most. */
export function deciding(reasons: readonly Reason[]): Reason[] {
  const heavy = reasons.filter(({ code }) => !background.has(code));
  return [...heavy.filter(({ code }) => !asking.has(code)), ...heavy.filter(({ code }) => asking.has(code))];
}

export const letterKey = ({ customer, step }: { customer: string; step: Step | null }) =>
  `${customer} ${step ?? ''}`;

export function channelWords(channels: readonly Channel[], t: Text): string {
  const words: Partial<Record<string, string>> = t.today.channel;
  return channels.map((channel) => words[channel] ?? channel).join(' + ');
}

export function stepWord(step: Step | null, t: Text): string {
  const words: Partial<Record<string, string>> = t.today.stepName;
  return (step && words[step]) ?? t.today.kindName.letter;
}

/** "herinnering · e-mail" */
export function letterWords(letter: Pick<Proposal, 'step' | 'channels'>, t: Text): string {
  return [stepWord(letter.step, t), channelWords(letter.channels, t)].filter(Boolean).join(' · ');
}

/** Where what stands in the way can be put right: with the bank's lines, a past run, a credit note, or the customer. */
export type Remedy = 'bank' | 'past' | 'credit' | 'customer';

const remedies: Partial<Record<string, Remedy>> = {
  bank_data_missing: 'bank',
  bank_data_old: 'bank',
  bank_data_too_old: 'bank',
  unallocated_money: 'bank',
  unbooked_line: 'bank',
  open_credit: 'credit',
  predecessor_unconfirmed: 'past',
  predecessor_not_handed_over: 'past',
};

export function remedyOf({ gate, reasons }: Pick<Proposal, 'gate' | 'reasons'>): Remedy | null {
  const first = gate === 'green' ? undefined : deciding(reasons)[0];
  return first ? (remedies[first.code] ?? 'customer') : null;
}
