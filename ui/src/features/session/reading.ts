// Files that are being looked at: long work that nobody waits for any more is stopped, so that what is
// asked next (a lock, another file) need not wait for it. Only looking stops so; booking is left alone.

import type { Backend } from '../../backend';

/** What looking at files is called on the core's board while it runs. */
const stages = new Set(['read', 'import', 'import_bank', 'import_open_items', 'import_rows']);
const PAUSE = 200;

const looking = new Set<Promise<unknown>>();
let stopping: Promise<void> | null = null;

/** Looks at files; `stopReading` ends it. */
export async function reading<Answer>(answer: Promise<Answer>): Promise<Answer> {
  looking.add(answer);
  try {
    return await answer;
  } finally {
    looking.delete(answer);
  }
}

async function stopOnce(backend: Backend): Promise<void> {
  const { job } = await backend.call('job_state', {});
  if (job && stages.has(job.label)) await backend.call('job_cancel', { job: job.job });
}

/** Between two stages nothing can be told to stop yet: then it is told again. */
async function stopAll(backend: Backend): Promise<void> {
  while (looking.size > 0) {
    // A core that does not answer ends by itself what it was asked.
    // oxlint-disable-next-line no-await-in-loop
    await stopOnce(backend).catch(() => undefined);
    // oxlint-disable-next-line no-await-in-loop
    await Promise.race([...looking, new Promise((resolve) => setTimeout(resolve, PAUSE))]).catch(
      () => undefined,
    );
  }
}

/** Ends what is being looked at. One at a time, so that it never stops what was begun after it. */
export function stopReading(backend: Backend): Promise<void> {
  stopping ??= stopAll(backend).finally(() => {
    stopping = null;
  });
  return stopping;
}
