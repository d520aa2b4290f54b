// The way in: choose an administration, make one, or look around in the sample.

import { useState } from 'react';
import { useSession, type Arrival, type Target } from '../session/session';
import { UnlockScreen } from '../unlock/UnlockScreen';
import { CreateRoom } from './create/CreateRoom';
import { Home } from './Home';
import { RestoreDialog } from './RestoreDialog';
import { SampleDialog } from './SampleDialog';

type View = { at: 'home' } | { at: 'create' } | { at: 'unlock'; target: Target };

function viewOf(arrival: Arrival): View {
  return arrival?.at === 'unlock' || arrival?.at === 'create' ? arrival : { at: 'home' };
}

export function WelcomeRoom() {
  const { arrival, setSession } = useSession();
  const [come, setCome] = useState(arrival);
  const [view, setView] = useState(viewOf(arrival));
  const [asked, setAsked] = useState<Arrival>(arrival);
  // Something dropped on the window leads elsewhere; but never away from a recovery sheet that is not saved yet.
  if (come !== arrival) {
    setCome(arrival);
    if (view.at !== 'create') {
      setView(viewOf(arrival));
      setAsked(arrival);
    }
  }
  const home = () => setView({ at: 'home' });
  const nothing = () => setAsked(null);

  if (view.at === 'create') return <CreateRoom onLeave={home} />;
  if (view.at === 'unlock') {
    return (
      <UnlockScreen
        key={view.target.folder}
        target={view.target}
        reason={null}
        onOpened={setSession}
        onLeave={home}
      />
    );
  }
  return (
    <>
      <Home
        onCreate={() => setView({ at: 'create' })}
        onOpen={(target) => setView({ at: 'unlock', target })}
        onSample={() => setAsked({ at: 'sample' })}
        onRestore={() => setAsked({ at: 'restore', file: '' })}
      />
      {asked?.at === 'restore' && <RestoreDialog key={asked.file} backup={asked.file} onClose={nothing} />}
      {asked?.at === 'sample' && <SampleDialog onClose={nothing} />}
    </>
  );
}
