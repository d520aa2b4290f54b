// Long work: what is being done, how far it is, and a way to stop it.

import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { Label, ProgressBar } from 'react-aria-components';
import { useBackend } from '../backend';
import { useText, type Text } from '../i18n';
import { Button } from './Button';
import './ProgressJob.css';

let shown = 0;
const listeners = new Set<() => void>();

function count(change: number): void {
  shown += change;
  for (const listener of listeners) listener();
}

/** Whether a room or a dialog shows the work itself, so that the frame need not. */
export function useJobShownElsewhere(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown > 0,
  );
}

/** What the work is called, from its stable code. */
function wordsOf(label: string, t: Text): string {
  return (t.job.labels as Partial<Record<string, string>>)[label] ?? t.job.working;
}

type Props = {
  /** On one line at the foot of the window, rather than the whole of a dialog. */
  line?: boolean;
  /** Shows nothing until the core names the work. */
  onlyKnown?: boolean;
  /** Where the work is shown there is a way to leave it already. */
  leavable?: boolean;
};

/** Shows the job that runs now; the call that started it ends by itself, done or cancelled. */
export function ProgressJob({ line = false, onlyKnown = false, leavable = false }: Props) {
  const t = useText();
  const backend = useBackend();
  const { data } = useQuery({
    queryKey: ['job_state'],
    queryFn: () => backend.call('job_state', {}),
    refetchInterval: 250,
    gcTime: 0,
  });
  useEffect(() => {
    if (line) return undefined;
    count(1);
    return () => count(-1);
  }, [line]);
  const cancel = useMutation({ mutationFn: (job: string) => backend.call('job_cancel', { job }) });
  const job = data?.job ?? null;
  if (!job && onlyKnown) return null;
  const total = job?.total ?? null;
  const known = job !== null && total !== null && total > 0;
  // Some work counts nothing: it says what it is, and no nought.
  const counted = job !== null && job.done > 0 ? t.job.done(job.done) : '';
  const words = job !== null && total !== null ? t.job.progress(job.done, total) : counted;
  // One work may follow another: only the one that was told to stop is stopping.
  const stopping = job !== null && cancel.variables === job.job && !cancel.isError;
  return (
    <div className={line ? 'job job-line' : 'job'}>
      <ProgressBar
        className="job-bar"
        isIndeterminate={!known}
        value={known ? job.done : 0}
        maxValue={known ? total : 100}
        valueLabel={words}
      >
        <div className="job-words">
          <Label>{job ? wordsOf(job.label, t) : t.job.preparing}</Label>
          <span className="amount quiet">{words}</span>
        </div>
        <svg className="job-track" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
          <rect width="100" height="6" fill="var(--line)" />
          <rect
            className={known ? 'job-done' : 'job-unknown'}
            width={known ? Math.min(100, (job.done / total) * 100) : 30}
            height="6"
            fill="var(--accent)"
          />
        </svg>
      </ProgressBar>
      {job && !leavable && (
        <Button
          weight={line ? 'quiet' : 'plain'}
          isDisabled={stopping}
          onPress={() => cancel.mutate(job.job)}
        >
          {stopping ? t.job.cancelling : t.job.cancel}
        </Button>
      )}
    </div>
  );
}
