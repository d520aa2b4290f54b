// How an e-mail stands: its tone, its icon, and what can be done with it.

import type { MailState } from '../../backend';
import type { Tone } from '../../components/Chip';
import type { IconName } from '../../components/Icon';

export const standing: Record<MailState, { tone: Tone; icon: IconName }> = {
  waiting: { tone: 'plain', icon: 'clock' },
  sending: { tone: 'accent', icon: 'refresh' },
  sent: { tone: 'good', icon: 'done' },
  refused: { tone: 'late', icon: 'failed' },
  put_off: { tone: 'held', icon: 'pause' },
  uncertain: { tone: 'held', icon: 'help' },
  bounced: { tone: 'late', icon: 'undo' },
  draft: { tone: 'plain', icon: 'edit' },
  by_hand: { tone: 'good', icon: 'check' },
  posted: { tone: 'good', icon: 'letters' },
};

/** In the order in which the filters stand. */
export const states = [
  'uncertain',
  'bounced',
  'refused',
  'put_off',
  'waiting',
  'draft',
  'sent',
  'by_hand',
  'posted',
] as const satisfies readonly MailState[];

const allowed = {
  send: ['waiting', 'put_off', 'refused', 'bounced', 'draft'],
  settle: ['uncertain'],
  bounce: ['sent', 'by_hand', 'draft', 'uncertain'],
  draft: ['waiting', 'put_off', 'refused', 'draft'],
  paper: ['bounced', 'refused', 'put_off'],
  confirm: ['draft'],
} as const satisfies Record<string, readonly MailState[]>;

/** Whether that may be done with an e-mail that stands so; the core says it too. */
export function may(act: keyof typeof allowed, state: MailState): boolean {
  return (allowed[act] as readonly MailState[]).includes(state);
}
