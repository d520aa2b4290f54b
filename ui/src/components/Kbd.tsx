// The keys of an action as small caps of a keyboard; on a Mac with its own signs.

import { Fragment } from 'react';
import { useText } from '../i18n';
import { isMac } from '../keys/combo';
import './Kbd.css';

const macSigns: Record<string, string> = {
  mod: '⌘',
  shift: '⇧',
  alt: '⌥',
  backspace: '⌫',
  enter: '⏎',
  escape: 'esc',
};

/** `combo` as it stands in the table of keys: "mod+k", "?", "escape". */
export function Kbd(props: { combo: string }) {
  const t = useText();
  const names: Record<string, string> = t.keys.names;
  const parts = props.combo
    .split('+')
    .map((part) => (isMac ? macSigns[part] : undefined) ?? names[part] ?? part.toUpperCase());
  return (
    <span className="keys">
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && !isMac && <span className="visually-hidden">+</span>}
          <kbd className="kbd">{part}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
