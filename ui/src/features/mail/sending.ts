// A round of e-mails that is being sent. It belongs to no screen: whoever looks elsewhere and comes back finds it
// going on, or finds what became of it.

import { useCallback, useSyncExternalStore } from 'react';
import { ApiFailure, useBackend, type Commands, type MailSent } from '../../backend';
import { useReadAgain } from '../session/useAct';

type Request = Commands['mail_send']['req'];

type Round = {
  running: boolean;
  /** What was asked, to ask it again once the password is there. */
  asked: Request;
  sent: MailSent | null;
  failure: unknown;
};

const nothing: Round = { running: false, asked: {}, sent: null, failure: null };
let round: Round = nothing;
const listeners = new Set<() => void>();

function change(next: Round): void {
  round = next;
  for (const listener of listeners) listener();
}

/** Nothing is left of it when the administration closes. */
export function forgetRound(): void {
  if (!round.running) change(nothing);
}

export function useSending() {
  const backend = useBackend();
  const readAgain = useReadAgain();
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => round,
  );
  const send = useCallback(
    async (asked: Request) => {
      if (round.running) return;
      change({ running: true, asked, sent: null, failure: null });
      try {
        const sent = await backend.call('mail_send', asked);
        change({ running: false, asked, sent, failure: null });
      } catch (failure) {
        change({ running: false, asked, sent: null, failure });
      }
      await readAgain();
    },
    [backend, readAgain],
  );
  const needsPassword =
    now.failure instanceof ApiFailure && now.failure.error.code === 'mail_password_needed';
  return { ...now, send, needsPassword, forget: forgetRound };
}
