// Everything that was done, the newest first, each with a way back while there is one.

import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useBackend, type Act } from '../backend';
import { Button } from '../components/Button';
import { Dialog } from '../components/Dialog';
import { EmptyState, ErrorStrip, Skeleton } from '../components/States';
import { dateOf, formatAgo, formatLongDate, timeOf } from '../dates';
import { useSession } from '../features/session/session';
import { useAct } from '../features/session/useAct';
import { useLanguage, useText } from '../i18n';
import { writtenSentence } from '../written';
import { together } from './together';
import './HistoryDialog.css';

const PAGE = 50;

/** Acts by the day on which they were done. */
function byDay(acts: readonly Act[]): [day: ReturnType<typeof dateOf>, acts: Act[]][] {
  const days = new Map<ReturnType<typeof dateOf>, Act[]>();
  for (const act of acts) {
    const day = dateOf(act.at);
    days.set(day, [...(days.get(day) ?? []), act]);
  }
  return [...days];
}

/** So many more lines cost less than a button. */
const FEW = 2;

/** One act, with the others that were done in one go with it behind a button. */
function Line(props: { first: ReactNode; rest: number; children: ReactNode }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      {props.first}
      {props.rest > FEW && (
        <li className="history-rest">
          <Button weight="link" aria-expanded={open} onPress={() => setOpen(!open)}>
            {open ? t.history.less : t.history.rest(props.rest)}
          </Button>
        </li>
      )}
      {(open || props.rest <= FEW) && props.children}
    </>
  );
}

export function HistoryDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const lang = useLanguage();
  const backend = useBackend();
  const { info } = useSession();
  const { undo } = useAct();
  const list = useRef<HTMLDivElement>(null);
  const [undoing, setUndoing] = useState<string | null>(null);
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['history', lang],
    queryFn: ({ pageParam }) =>
      backend.call('history', { limit: PAGE, ...(pageParam !== null && { before: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ acts }) => (acts.length === PAGE ? (acts.at(-1)?.id ?? null) : null),
    staleTime: Infinity,
    gcTime: 0,
  });
  const acts = data?.pages.flatMap((page) => page.acts) ?? [];

  const back = async ({ id, run }: Act) => {
    setUndoing(id);
    // The button that was pressed goes with what it undoes.
    list.current?.focus({ preventScroll: true });
    await undo(id, run);
    setUndoing(null);
  };
  const heading = (day: ReturnType<typeof dateOf>) => {
    const ago = formatAgo(day, info.today, t);
    const long = formatLongDate(day, t);
    return ago === t.date.today || ago === t.date.yesterday ? `${ago}, ${long}` : long;
  };

  const actOf = (act: Act) => (
    <li key={act.id} className="history-act">
      <time className="amount quiet" dateTime={act.at}>
        {timeOf(act.at)}
      </time>
      <span className="history-what">{writtenSentence(act.what)}</span>
      {act.undo && (
        <Button
          weight="link"
          aria-label={t.history.undo(act.what)}
          isDisabled={undoing !== null}
          onPress={() => void back(act)}
        >
          {t.common.undo}
        </Button>
      )}
    </li>
  );

  return (
    <Dialog title={t.history.title} isOpen onClose={onClose} wide>
      <p className="quiet">{t.history.text}</p>
      <ErrorStrip reason={error} />
      {!data && !error && <Skeleton lines={['text', 'row', 'row', 'row']} />}
      {data && acts.length === 0 && (
        <EmptyState icon="list" title={t.history.none} text={t.history.noneText} />
      )}
      <div ref={list} className="history" tabIndex={-1}>
        {byDay(acts).map(([day, ofDay]) => (
          <section key={day} className="history-day">
            <h3>{heading(day)}</h3>
            <ul>
              {together(ofDay).map(({ first, rest }) => (
                <Line key={first.id} rest={rest.length} first={actOf(first)}>
                  {rest.map(actOf)}
                </Line>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {hasNextPage && (
        <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t.history.more}
        </Button>
      )}
    </Dialog>
  );
}
