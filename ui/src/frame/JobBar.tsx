// Long work in the background: what is being done, how far it is, and a way to stop it, while the window stays
// usable. The core is asked only while a call has been under way for some time.

import { useLongCall } from '../backend';
import { ProgressJob, useJobShownElsewhere } from '../components/ProgressJob';
import './JobBar.css';

/** Reading takes no place: a list that is slow says so where it stands. */
const reading = new Set(['overview', 'today', 'customers', 'invoices', 'find', 'history', 'proposals']);

export function JobBar() {
  const call = useLongCall();
  const shownElsewhere = useJobShownElsewhere();
  if (call === null || shownElsewhere) return null;
  return (
    <aside className="job-foot">
      <ProgressJob line onlyKnown={reading.has(call)} />
    </aside>
  );
}
