// Long work: what is being done, how far it is, and a way to stop it.

import { useMutation, useQuery } from '@tanstack/react-query';
import { Label, ProgressBar } from 'react-aria-components';
import { useBackend } from '../backend';
import { useText } from '../i18n';
import { Button } from './Button';
import './ProgressJob.css';

/** Shows the job that runs now; the call that started it ends by itself, done or cancelled. */
export function ProgressJob() {
  const t = useText();
  const backend = useBackend();
  const { data } = useQuery({
    queryKey: ['job_state'],
    queryFn: () => backend.call('job_state', {}),
    refetchInterval: 250,
    gcTime: 0,
  });
  const cancel = useMutation({ mutationFn: (job: string) => backend.call('job_cancel', { job }) });
  const job = data?.job ?? null;
  const total = job?.total ?? null;
  const known = job !== null && total !== null && total > 0;
  const words = !job ? '' : total !== null ? t.job.progress(job.done, total) : t.job.done(job.done);
  const stopping = cancel.isPending || cancel.isSuccess;
  return (
    <div className="job">
      <ProgressBar
        className="job-bar"
        isIndeterminate={!known}
        value={known ? job.done : 0}
        maxValue={known ? total : 100}
        valueLabel={words}
      >
        <div className="job-words">
          <Label>{job?.label ?? t.job.preparing}</Label>
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
      {job && (
        <Button isDisabled={stopping} onPress={() => cancel.mutate(job.job)}>
          {stopping ? t.job.cancelling : t.job.cancel}
        </Button>
      )}
    </div>
  );
}
