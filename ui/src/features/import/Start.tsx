// Before anything was chosen: what can be read, and where to get it.

import { useEffect } from 'react';
import { arrive } from '../../components/arrival';
import { Icon, type IconName } from '../../components/Icon';
import { RoomHead } from '../../components/RoomHead';
import { useText, type Text } from '../../i18n';
import { ChooseFiles } from './ChooseFiles';
import type { Intake } from './useIntake';

type Kind = keyof Text['importing']['start']['kinds'];

const kinds: readonly { kind: Kind; icon: IconName }[] = [
  { kind: 'bank', icon: 'bank' },
  { kind: 'invoices', icon: 'invoices' },
  { kind: 'list', icon: 'list' },
  { kind: 'zip', icon: 'folder' },
];

export function Start({ add }: { add: Intake['add'] }) {
  const t = useText();
  const words = t.importing.start;
  // Whoever came by a key was in the room before it was known that there is nothing to match.
  useEffect(arrive, []);
  return (
    <div className="intake-start">
      <RoomHead title={words.title} lead={words.text}>
        <ChooseFiles add={add} primary />
      </RoomHead>
      <section aria-label={words.what}>
        <h2>{words.what}</h2>
        <ul className="intake-kinds">
          {kinds.map(({ kind, icon }) => (
            <li key={kind} className="intake-kind">
              <Icon name={icon} size={20} />
              <div>
                <h3>{words.kinds[kind].title}</h3>
                <p>{words.kinds[kind].text}</p>
              </div>
            </li>
          ))}
        </ul>
        <p className="field-help">{words.notYet}</p>
      </section>
    </div>
  );
}
