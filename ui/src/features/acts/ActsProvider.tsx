// Which act is being done now: any room may begin one, by button, key or palette. It is remembered with the
// drafts, so that locking in the middle of it comes back to where one was.

import { createContext, useCallback, useContext, useMemo, type ReactNode } from 'react';
import { useNavigation } from '../../frame/navigation';
import { useAction } from '../../keys/actions';
import { useDraft } from '../session/drafts';
import { ActShown } from './ActShown';
import { acts, type ActName, type Subject } from './acts';
import { useSaving } from './useSaving';

type Doing = { act: ActName; subject: Subject | null };

type Acts = { begin: (act: ActName, subject: Subject | null) => void };

const ActsContext = createContext<Acts | null>(null);

export function ActsProvider(props: { children: ReactNode }) {
  const [doing, setDoing] = useDraft<Doing | null>('acts', null);
  const { place, replace } = useNavigation();
  const { saveStatement } = useSaving();
  const begin = useCallback(
    (act: ActName, subject: Subject | null) => {
      if (act === 'statement') {
        if (subject) void saveStatement(subject);
      } else setDoing({ act, subject });
    },
    [setDoing, saveStatement],
  );
  const value = useMemo(() => ({ begin }), [begin]);
  return (
    <ActsContext value={value}>
      {props.children}
      {doing && (
        <ActShown
          key={`${doing.act} ${doing.subject?.customer} ${doing.subject?.invoice}`}
          act={doing.act}
          subject={doing.subject}
          onClose={() => setDoing(null)}
          onMerged={(into) => {
            setDoing(null);
            if (place.room === 'customers') replace({ ...place, open: into });
          }}
        />
      )}
    </ActsContext>
  );
}

export function useActs(): Acts {
  const found = useContext(ActsContext);
  if (!found) throw new Error('useActs outside ActsProvider');
  return found;
}

function ActKey(props: { act: ActName; subject: Subject }) {
  const { begin } = useActs();
  const { action } = acts[props.act];
  useAction(action ?? 'actPay', () => begin(props.act, props.subject), action !== null);
  return null;
}

/** Offers these acts by key and in the palette while their subject is open. */
export function ActKeys(props: { names: readonly ActName[]; subject: Subject }) {
  return props.names.map((name) => <ActKey key={name} act={name} subject={props.subject} />);
}
