// Doing something: the command is called, every list is read again, and a message says what was done, with a
// way back while there is one. What is refused is said in the core's words, and nothing typed is lost.

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import {
  isSaidByFrame,
  useBackend,
  type AppInfo,
  type CommandName,
  type Commands,
  type Done,
} from '../../backend';
import { wordError } from '../../components/States';
import { notify, offersUndo, settleNotice } from '../../components/Toast';
import { useText } from '../../i18n';
import { isCalm, tellActs } from './acts';
import { atPrinter, isAtPrinter } from './atPrinter';

type Options = {
  /** Says nothing when it went well: the screen shows it. */
  quiet?: boolean;
  /** The form shows the refusal itself. */
  ownErrors?: boolean;
};

/** Facts that came and went change every figure: everything but the session is read again. */
export function useReadAgain(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    () => queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'app_info' }),
    [queries],
  );
}

/** What is noted of letters that left the house: the core undoes none of it, so nobody is offered to. */
const final: ReadonlySet<CommandName> = new Set([
  'run_printed',
  'run_confirm',
  'confirm',
  'mail_settle',
  'mail_bounce',
  'mail_posted',
  'settle_restored',
]);

/** So many acts were certainly not done while a message stands. */
const LATELY = 100;

function isDone(answer: unknown): answer is Done {
  return typeof answer === 'object' && answer !== null && 'done' in answer && 'id' in answer;
}

/** Says something as long as the administration is open: over a lock nothing of it may show. */
function useSay(): typeof notify {
  const queries = useQueryClient();
  return useCallback(
    (notice) => {
      const info = queries.getQueryData<AppInfo>(['app_info']);
      if (info === undefined || info.session.state === 'open') notify(notice);
    },
    [queries],
  );
}

export function useAct() {
  const t = useText();
  const backend = useBackend();
  const readAgain = useReadAgain();
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const refused = useCallback(
    (reason: unknown, about: string) => {
      if (isSaidByFrame(reason)) return;
      const error = wordError(reason, t);
      say({ tone: isCalm(error.code) ? 'info' : 'error', message: error.message, hint: error.hint, about });
    },
    [t, say],
  );

  // Which act was the last, the core knew: what was said of those that cannot be undone (any more) offers it no longer.
  const settleUndone = useCallback(async () => {
    if (!offersUndo()) return;
    const { acts } = await backend.call('history', { limit: LATELY });
    for (const { id, run } of acts.filter((one) => !one.undo)) {
      settleNotice(id);
      if (run !== null) settleNotice(run);
    }
  }, [backend]);

  const undo = useCallback(
    async (id?: string, run?: string | null) => {
      // The last act may have been the approval of what lies in the printer; of one that is named, its run is known.
      const lies = id === undefined ? atPrinter().length > 0 : !!run && isAtPrinter({ run });
      if (lies) {
        say({ tone: 'info', ...t.pastRuns.back.sayFirst, about: 'undo' });
        return;
      }
      try {
        const { done } = await backend.call('undo', id === undefined ? {} : { id });
        tellActs();
        // What offered to undo it does so no longer.
        if (id === undefined) await settleUndone().catch(() => undefined);
        else settleNotice(id);
        say({ tone: 'info', message: done, about: 'undo' });
      } catch (reason) {
        refused(reason, 'undo');
      }
      await readAgain();
    },
    [backend, readAgain, refused, say, settleUndone, t],
  );

  const act = useCallback(
    async <Name extends CommandName>(
      name: Name,
      payload: Commands[Name]['req'],
      options: Options = {},
    ): Promise<Commands[Name]['res'] | null> => {
      setBusy(true);
      setFailure(null);
      try {
        const answer = await backend.call(name, payload);
        tellActs();
        settleNotice(name);
        if (!options.quiet && isDone(answer)) {
          const back = () => void undo(answer.id);
          const way = final.has(name) ? {} : { undo: back, about: answer.id };
          say({ tone: 'good', message: answer.done, ...way });
        }
        await readAgain();
        return answer;
      } catch (reason) {
        setFailure(reason);
        if (!options.ownErrors) refused(reason, name);
        return null;
      } finally {
        setBusy(false);
      }
    },
    [backend, readAgain, refused, say, undo],
  );

  return useMemo(() => ({ act, undo, busy, failure }), [act, undo, busy, failure]);
}
