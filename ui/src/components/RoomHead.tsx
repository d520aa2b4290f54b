// The title line of a room: what it is, how it stands, and its one main action at the right. In a room with tabs
// it stands above them, whichever part it comes from: first the title, then the tabs, then the work.

import { createContext, useContext, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Tabs, type TabOption } from './Tabs';
import './RoomHead.css';

type Place = { at: HTMLElement | null; filled: (by: boolean) => void };

/** Where the title line of a room with tabs stands, once it is on the page. */
const Line = createContext<Place | null>(null);

type Head = {
  title: ReactNode;
  lead?: ReactNode;
  /** The lead says what changes while one looks: it is read aloud. */
  status?: boolean;
  children?: ReactNode;
};

export function RoomHead({ title, lead, status, children }: Head) {
  const line = useContext(Line);
  const filled = line?.filled;
  useLayoutEffect(() => {
    filled?.(true);
    return () => filled?.(false);
  }, [filled]);
  if (line?.at === null) return null;
  const head = (
    <header className="room-head">
      <div className="room-words">
        <h1>{title}</h1>
        {lead !== undefined && (
          <p className="quiet" {...(status && { role: 'status' })}>
            {lead}
          </p>
        )}
      </div>
      {children && <div className="room-acts">{children}</div>}
    </header>
  );
  return line ? createPortal(head, line.at) : head;
}

type Props<Value extends string> = {
  /** The room's own name: its title as long as the part that is shown gives none. */
  title: string;
  label: string;
  tabs: readonly TabOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  children: ReactNode;
};

export function RoomTabs<Value extends string>({ title, children, ...tabs }: Props<Value>) {
  const [at, setAt] = useState<HTMLElement | null>(null);
  const [given, setGiven] = useState(false);
  const line = useMemo(() => ({ at, filled: setGiven }), [at]);
  return (
    <div className="room-tabs">
      <div ref={setAt} className="room-line">
        {!given && (
          <div className="room-head">
            <h1>{title}</h1>
          </div>
        )}
      </div>
      <Line value={line}>
        <Tabs {...tabs}>{children}</Tabs>
      </Line>
    </div>
  );
}
