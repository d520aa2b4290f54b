// The lines that wait, in pages, and what is done with them. What was done is taken off the list at once; the
// core is asked again behind it.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  useBackend,
  type Accept,
  type DeskCounts,
  type DeskLine,
  type DeskPage,
  type DeskSort,
  type Done,
  type LineClass,
} from '../../../backend';
import { wordError } from '../../../components/States';
import { notify } from '../../../components/Toast';
import { usePages } from '../../../components/usePages';
import { useLanguage, useText } from '../../../i18n';
import { draftOf, useDraft } from '../../session/drafts';
import { actsTold, isCalm, onActs } from '../../session/acts';
import { useReadAgain } from '../../session/useAct';

/** After the last act so many milliseconds pass before the rest of the window is read again. */
const CALM = 500;

/** How many acts Backspace can go back. */
const REMEMBERED = 200;

type DoneAct = { id: string; line: string };

/** What was done here, as long as nothing was done elsewhere since. */
type Past = { acts: number; done: readonly DoneAct[] };

const NOTHING: Past = { acts: 0, done: [] };

const PAST = 'bank.past';

const lasting = ({ acts, done }: Past) => (acts === actsTold() ? done : NOTHING.done);

export function useDeskCounts(): DeskCounts | undefined {
  const backend = useBackend();
  const { data } = useQuery({
    queryKey: ['bank_desk', 'counts'],
    queryFn: () => backend.call('bank_desk', { limit: 0 }),
    staleTime: Infinity,
    placeholderData: (previous) => previous,
  });
  return data?.counts;
}

/** The page without a line that is done. */
function without(page: DeskPage | undefined, line: string): DeskPage | undefined {
  if (!page) return page;
  const gone = page.rows.find(({ id }) => id === line);
  const one = gone?.class === 'out' ? 'out' : 'waiting';
  const counts = { ...page.counts, [one]: Math.max(0, page.counts[one] - 1) };
  if (!gone) return { ...page, counts };
  return { counts, total: page.total - 1, rows: page.rows.filter(({ id }) => id !== line) };
}

export function useDesk() {
  const t = useText();
  const lang = useLanguage();
  const backend = useBackend();
  const queries = useQueryClient();
  const readAgain = useReadAgain();
  const [filter, setFilter] = useDraft<LineClass | null>('bank.filter', null);
  const [sort, setSort] = useDraft<DeskSort>('bank.sort', 'oldest');
  // Elsewhere something else may be done, and then that is the last: also while one was not here.
  const [kept, keep] = useDraft<Past>(PAST, NOTHING);
  const past = lasting(kept);
  const setPast = useCallback(
    (next: (known: readonly DoneAct[]) => readonly DoneAct[]) => {
      keep({ acts: actsTold(), done: next(lasting(draftOf(PAST, NOTHING))) });
    },
    [keep],
  );
  const [said, setSaid] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const calm = useRef<ReturnType<typeof setTimeout> | null>(null);
  const pages = usePages<DeskLine, DeskPage>(['bank_desk', lang, filter, sort], (offset, limit) =>
    backend.call('bank_desk', { offset, limit, sort, ...(filter && { filter }) }),
  );

  const refresh = useCallback(() => {
    if (calm.current) clearTimeout(calm.current);
    calm.current = setTimeout(() => void readAgain(), CALM);
    return queries.invalidateQueries({ queryKey: ['bank_desk'] });
  }, [queries, readAgain]);
  useEffect(
    () => () => {
      if (!calm.current) return;
      clearTimeout(calm.current);
      void readAgain();
    },
    [readAgain],
  );

  // The same for what is done over this list: a note from the palette, or an undoing in the history.
  useEffect(
    () =>
      onActs(() => {
        setPast(() => []);
        setSaid('');
      }),
    [setPast],
  );

  /** One act at a time: a second Enter waits for the first. */
  const run = async (line: string | null, call: () => Promise<Done | null>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    try {
      const done = await call();
      if (done) {
        setSaid(done.done);
        if (line) {
          setPast((known) => [...known, { id: done.id, line }].slice(-REMEMBERED));
          queries.setQueriesData<DeskPage>({ queryKey: ['bank_desk'] }, (page) => without(page, line));
        }
      }
      return true;
    } catch (reason) {
      const error = wordError(reason, t);
      notify({
        tone: isCalm(error.code) ? 'info' : 'error',
        message: error.message,
        hint: error.hint,
      });
      return false;
    } finally {
      running.current = false;
      setBusy(false);
      void refresh();
    }
  };

  const undoLast = () => {
    const last = past.at(-1);
    if (!last) return;
    void run(null, async () => {
      setPast((known) => known.slice(0, -1));
      const done = await backend.call('undo', { id: last.id });
      setWanted(last.line);
      return done;
    });
  };

  return {
    pages,
    counts: pages.head?.counts,
    filter,
    setFilter,
    sort,
    setSort,
    said,
    busy,
    wanted,
    found: () => setWanted(null),
    canUndo: past.length > 0,
    undoLast,
    accept: (request: Accept) => run(request.line, () => backend.call('match_accept', request)),
    aside: (line: string, reason: string, alike: boolean) =>
      run(line, () => backend.call(alike ? 'dismiss_like' : 'dismiss', { line, reason })),
    acceptCertain: () =>
      run(null, async () => {
        const answer = await backend.call('accept_certain', {});
        const { id } = answer;
        if (id) setPast((known) => [...known, { id, line: '' }].slice(-REMEMBERED));
        return { id: id ?? '', done: answer.done };
      }),
  };
}

export type Desk = ReturnType<typeof useDesk>;
