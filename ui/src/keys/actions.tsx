// What can be done now. Parts of the window offer actions while they are on screen; keys, menus and the
// palette all run the same ones.

import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { comboOf, isTyping } from './combo';
import { keyTable, type ActionId } from './table';

type Run = () => void;

type Actions = {
  available: ReadonlySet<ActionId>;
  run: (id: ActionId) => void;
  offer: (id: ActionId, run: Run) => () => void;
};

const ActionsContext = createContext<Actions | null>(null);

/** Rooms may give the same key to different actions; the one that is offered now is meant. */
const byCombo = new Map<string, ActionId[]>();
for (const id of Object.keys(keyTable) as ActionId[]) {
  const { combo } = keyTable[id];
  if (combo) byCombo.set(combo, [...(byCombo.get(combo) ?? []), id]);
}

export function ActionsProvider(props: { children: ReactNode }) {
  const offers = useRef(new Map<ActionId, Run[]>());
  const [available, setAvailable] = useState<ReadonlySet<ActionId>>(new Set());

  const actions = useMemo(() => {
    const run = (id: ActionId) => offers.current.get(id)?.at(-1)?.();
    const offer = (id: ActionId, action: Run) => {
      offers.current.set(id, [...(offers.current.get(id) ?? []), action]);
      setAvailable(new Set(offers.current.keys()));
      return () => {
        const left = (offers.current.get(id) ?? []).filter((candidate) => candidate !== action);
        if (left.length > 0) offers.current.set(id, left);
        else offers.current.delete(id);
        setAvailable(new Set(offers.current.keys()));
      };
    };
    return { run, offer };
  }, []);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      const combo = comboOf(event);
      const id = byCombo.get(combo)?.find((candidate) => offers.current.has(candidate));
      if (!id) return;
      // Without a modifier it may be text; undoing is the field's own affair while somebody types.
      const plain = id === 'undo' || (!/^(mod|alt)\+/.test(combo) && combo !== 'f5' && combo !== 'escape');
      // A dialog is asked first: behind it only locking stays possible.
      const modal = document.querySelector('[role="dialog"]') !== null;
      if ((plain && isTyping(event)) || (modal && id !== 'lock')) return;
      event.preventDefault();
      actions.run(id);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [actions]);

  const value = useMemo(() => ({ ...actions, available }), [actions, available]);
  return <ActionsContext value={value}>{props.children}</ActionsContext>;
}

export function useActions(): Actions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('useActions outside ActionsProvider');
  return actions;
}

/** Offers an action while this part is on screen and `enabled`. The latest offer wins. */
export function useAction(id: ActionId, run: Run, enabled = true): void {
  const { offer } = useActions();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => (enabled ? offer(id, () => latest.current()) : undefined), [id, enabled, offer]);
}
