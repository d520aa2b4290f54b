// The session: which administration is open, locked or none. The core knows; this keeps its last word.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { forgetTrouble, onSessionEnded, useBackend, type AppInfo, type SessionState } from '../../backend';
import { clearNotices, notify } from '../../components/Toast';
import { wordError } from '../../components/States';
import { useText } from '../../i18n';
import { forgetDrafts } from './drafts';
import { LeaveDialog } from './LeaveDialog';
import { stopReading } from './reading';
import { unfinished, type Unfinished } from './unfinished';
import { useClosing } from './useClosing';

const APP_INFO = ['app_info'];

export type LockReason = 'asked' | 'idle';

export type Target = { folder: string; name: string };

/** What the way in should show first, after an administration was left for it. */
export type Arrival =
  | { at: 'unlock'; target: Target }
  | { at: 'create' }
  | { at: 'sample' }
  | { at: 'restore'; file: string }
  | null;

/** The name of an administration, as its folder says it. */
export function nameOfFolder(folder: string): string {
  const last = folder.split(/[/\\]/).findLast((part) => part !== '') ?? folder;
  return last.replace(/\.standvast$/i, '');
}

type Session = {
  info: AppInfo;
  session: SessionState;
  lockReason: LockReason;
  /** Takes over what the core answered. */
  setSession: (session: SessionState) => void;
  setLockAfter: (minutes: number | null) => void;
  lock: (reason: LockReason) => Promise<void>;
  /** Asks first when something in it would be lost. */
  close: (arrival?: Arrival) => Promise<void>;
  arrival: Arrival;
  /** Goes to a place on the way in, and leaves a locked administration for it. */
  arrive: (arrival: { at: 'restore'; file: string } | { at: 'unlock'; folder: string }) => void;
  targetOf: (folder: string) => Target;
};

const SessionContext = createContext<Session | null>(null);

export function useAppInfo() {
  const backend = useBackend();
  return useQuery({ queryKey: APP_INFO, queryFn: () => backend.call('app_info', {}), staleTime: Infinity });
}

/** The core may lock by itself (a computer that falls asleep): then the window follows at once. */
function useFollowCore(): void {
  const queries = useQueryClient();
  useEffect(() => onSessionEnded(() => void queries.invalidateQueries({ queryKey: APP_INFO })), [queries]);
}

/** Nothing of an administration stays in the window's memory once it is locked or closed. */
function useForget(state: SessionState['state']): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (state === 'open') return;
    queries.removeQueries({
      predicate: (query) => query.queryKey[0] !== APP_INFO[0] && query.getObserversCount() === 0,
    });
    clearNotices();
    forgetTrouble();
    if (state === 'closed') forgetDrafts();
  }, [state, queries]);
}

export function SessionProvider(props: { info: AppInfo; children: ReactNode }) {
  const { info } = props;
  const t = useText();
  const backend = useBackend();
  const queries = useQueryClient();
  useFollowCore();
  useForget(info.session.state);
  const [lockReason, setLockReason] = useState<LockReason>('asked');
  const [arrival, setArrival] = useState<Arrival>(null);

  const setSession = useCallback(
    (session: SessionState) => {
      queries.setQueryData<AppInfo>(APP_INFO, (known) => (known ? { ...known, session } : known));
      if (session.state === 'closed') void queries.invalidateQueries({ queryKey: APP_INFO });
    },
    [queries],
  );

  const setLockAfter = useCallback(
    (minutes: number | null) => {
      queries.setQueryData<AppInfo>(APP_INFO, (known) =>
        known ? { ...known, lock_after_minutes: minutes } : known,
      );
    },
    [queries],
  );

  const lock = useCallback(
    async (reason: LockReason) => {
      const { session } = info;
      if (session.state !== 'open') return;
      setLockReason(reason);
      // The window closes at once, whatever the core answers: a lock that may fail is no lock.
      setSession({ state: 'locked', folder: session.folder, name: session.name });
      void stopReading(backend);
      try {
        setSession((await backend.call('administration_lock', {})).session);
      } catch (failure) {
        const error = wordError(failure, t);
        notify({ tone: 'error', message: error.message, hint: error.hint });
      }
    },
    [backend, info, setSession, t],
  );

  const [leaving, setLeaving] = useState<{ to: Arrival; work: Unfinished } | null>(null);
  const leave = useCallback(
    async (next: Arrival) => {
      setLeaving(null);
      void stopReading(backend);
      try {
        setArrival(next);
        setSession((await backend.call('administration_close', {})).session);
      } catch (failure) {
        // The core closes also when its backup does not succeed: the window shows what is so, and then says it.
        await queries.invalidateQueries({ queryKey: APP_INFO });
        const error = wordError(failure, t);
        const about = { message: error.message, hint: error.hint };
        const closed = queries.getQueryData<AppInfo>(APP_INFO)?.session.state === 'closed';
        const said = closed ? { message: t.leave.closed, hint: error.message } : about;
        // After the window has emptied itself, so that it does not take this along.
        setTimeout(() => notify({ tone: 'error', ...said }));
      }
    },
    [backend, queries, setSession, t],
  );

  const close = useCallback(
    async (next: Arrival = null) => {
      const work = unfinished();
      if (work) setLeaving({ to: next, work });
      else await leave(next);
    },
    [leave],
  );

  const { asked: quitting, stay, leave: quit } = useClosing();

  const targetOf = useCallback(
    (folder: string) => ({
      folder,
      name: info.recent.find((known) => known.folder === folder)?.name ?? nameOfFolder(folder),
    }),
    [info],
  );

  const arrive = useCallback<Session['arrive']>(
    (to) => {
      const next: Arrival = to.at === 'unlock' ? { at: 'unlock', target: targetOf(to.folder) } : to;
      if (info.session.state === 'closed') setArrival(next);
      else void close(next);
    },
    [info, close, targetOf],
  );

  const value = useMemo<Session>(
    () => ({
      info,
      session: info.session,
      lockReason,
      arrival,
      arrive,
      targetOf,
      setSession,
      setLockAfter,
      lock,
      close,
    }),
    [info, lockReason, arrival, arrive, targetOf, setSession, setLockAfter, lock, close],
  );
  return (
    <SessionContext value={value}>
      {props.children}
      {leaving && !quitting && (
        <LeaveDialog
          work={leaving.work}
          lockable={info.session.state === 'open'}
          onStay={() => setLeaving(null)}
          onLeave={() => void leave(leaving.to)}
        />
      )}
      {quitting && (
        <LeaveDialog
          work={quitting}
          quits
          lockable={info.session.state === 'open'}
          onStay={() => {
            setLeaving(null);
            stay();
          }}
          onLeave={quit}
        />
      )}
    </SessionContext>
  );
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside SessionProvider');
  return session;
}
