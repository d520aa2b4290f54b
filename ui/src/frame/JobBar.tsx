// Long work in the background: what is being done, how far it is, and a way to stop it, while the window stays
// usable. The core is asked only while a call has been under way for some time.

import { useLongCall } from '../backend';
import { ProgressJob, useJobShownElsewhere } from '../components/ProgressJob';
import './JobBar.css';

/** Work of which the core tells no progress. Anything else is only shown once the core names it: a list that is
 *  slow says so where it stands. */
const unnamed: ReadonlySet<string> = new Set(['backup', 'verify', 'run_save', 'handover']);

export function JobBar() {
  const call = useLongCall();
  const shownElsewhere = useJobShownElsewhere();
  if (call === null || shownElsewhere) return null;
  return (
    <aside className="job-foot">
      <ProgressJob line onlyKnown={!unnamed.has(call)} />
    </aside>
  );
}
