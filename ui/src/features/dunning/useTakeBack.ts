// Taking back letters that were approved and have not left. Nothing is asked first: they can simply be approved
// again, and the message says where.

import type { LetterRow } from '../../backend';
import { notify } from '../../components/Toast';
import { useText } from '../../i18n';
import { isAtPrinter } from '../session/atPrinter';
import { useAct } from '../session/useAct';

/** These letters, or what has not left of a run. */
export type Which = { letters: readonly string[] } | { run: string };

/** The letters of a list that can still be taken back. */
export const canGoBack = (letters: readonly LetterRow[]): readonly LetterRow[] =>
  letters.filter(({ withdraw }) => withdraw);

/** The button that was pressed may be gone: the keys then go on in the list, or else in the room. */
export function keepFocus(): void {
  setTimeout(() => {
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const next = document.querySelector<HTMLElement>('main .run-list, main [role="grid"]');
    (next ?? document.getElementById('room'))?.focus({ preventScroll: true });
  });
}

export function useTakeBack() {
  const t = useText();
  const { act, busy } = useAct();
  const takeBack = async (which: Which) => {
    // What may be in the post by now is not taken back before somebody said how it came out of the printer.
    if (isAtPrinter(which)) {
      notify({ tone: 'info', ...t.pastRuns.back.sayFirst, about: 'printed' });
      return false;
    }
    const done = await act('letters_withdraw', 'run' in which ? which : { letters: [...which.letters] }, {
      quiet: true,
    });
    if (!done) return false;
    keepFocus();
    const [first] = done.stayed;
    notify({
      tone: 'good',
      message: done.done,
      hint: first ? t.pastRuns.back.stays(first.name, first.why, done.stayed.length) : t.pastRuns.back.after,
    });
    return true;
  };
  return { takeBack, busy };
}
