// The way in: choose an administration, make one, or look around in the sample.

import { useState } from 'react';
import { useSession, type Target } from '../session/session';
import { UnlockScreen } from '../unlock/UnlockScreen';
import { CreateRoom } from './create/CreateRoom';
import { Home } from './Home';
import { RestoreDialog } from './RestoreDialog';
import { SampleDialog } from './SampleDialog';

type View = { at: 'home' } | { at: 'create' } | { at: 'unlock'; target: Target };

export function WelcomeRoom() {
  const { arrival, setSession } = useSession();
  const [view, setView] = useState<View>(arrival?.at === 'unlock' ? arrival : { at: 'home' });
  const [sample, setSample] = useState(arrival?.at === 'sample');
  const [restore, setRestore] = useState(false);
  const home = () => setView({ at: 'home' });

  if (view.at === 'create') return <CreateRoom onLeave={home} />;
  if (view.at === 'unlock') {
    return <UnlockScreen target={view.target} reason={null} onOpened={setSession} onLeave={home} />;
  }
  return (
    <>
      <Home
        onCreate={() => setView({ at: 'create' })}
        onOpen={(target) => setView({ at: 'unlock', target })}
        onSample={() => setSample(true)}
        onRestore={() => setRestore(true)}
      />
      {restore && <RestoreDialog onClose={() => setRestore(false)} />}
      {sample && <SampleDialog onClose={() => setSample(false)} />}
    </>
  );
}
