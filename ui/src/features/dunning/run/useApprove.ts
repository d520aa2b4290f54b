// Approving the run: from then on the letters exist, and the window goes to the page of that run.

import type { Proposal } from '../../../backend';
import { useNavigation } from '../../../frame/navigation';
import { useText } from '../../../i18n';
import { notify } from '../../../components/Toast';
import { useAct } from '../../session/useAct';
import { useTakeBack } from '../useTakeBack';
import type { Decisions } from './useRun';

/** Letters that should have gone and could not be made. */
const failures: ReadonlySet<string> = new Set(['letter_failed', 'text_for_other_step']);

export function useApprove(decisions: Decisions) {
  const t = useText();
  const { go } = useNavigation();
  const { act, busy, failure } = useAct();
  const { takeBack } = useTakeBack();

  /** With letters that were let through, everybody who gets one is named; a customer has one letter a day. */
  const approve = async (going: readonly Proposal[]) => {
    const named = going.some(({ gate }) => gate === 'amber');
    const made = await act(
      'run_approve',
      {
        approve: named ? 'all' : 'green',
        ...(named && { customers: [...new Set(going.map(({ customer }) => customer))] }),
        ...(decisions.texts.length > 0 && { texts: [...decisions.texts] }),
      },
      { ownErrors: true },
    );
    if (!made) return;
    decisions.clear();
    if (made.run === null) {
      notify({ tone: 'info', message: t.dunning.approve.nothing });
      return;
    }
    const missed = made.skipped.flatMap(({ name, reasons }) => {
      const why = reasons.find(({ code }) => failures.has(code));
      return why ? [`${name}: ${why.message}`] : [];
    });
    if (missed.length > 0) {
      notify({ tone: 'error', message: t.dunning.approve.left(missed.length), hint: missed[0] ?? null });
    }
    const { run } = made;
    notify({
      tone: 'good',
      message: t.pastRuns.back.approved(made.letters.length),
      undo: () => void takeBack({ run }),
      about: run,
    });
    go({ room: 'dunning', tab: 'past', open: run });
  };

  return { approve, busy, failure };
}
