// All keys on one sheet.

import { Dialog } from '../components/Dialog';
import { Kbd } from '../components/Kbd';
import { useText } from '../i18n';
import { keyGroups, keyTable, listKeys, type ActionId } from './table';
import './keys.css';

export function KeySheet(props: { isOpen: boolean; onClose: () => void }) {
  const t = useText();
  const ids = Object.keys(keyTable) as ActionId[];
  return (
    <Dialog title={t.keys.title} isOpen={props.isOpen} onClose={props.onClose} wide>
      {/* Focusable, because it scrolls and has nothing else to focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="key-sheet" role="group" aria-label={t.keys.title} tabIndex={0}>
        {keyGroups.map((group) => (
          <section key={group}>
            <h3>{t.keys.groups[group]}</h3>
            <dl>
              {ids.map((id) => {
                const row = keyTable[id];
                if (row.group !== group || row.combo === null) return null;
                return (
                  <div key={id}>
                    <dt>{t.actions[id]}</dt>
                    <dd>
                      <Kbd combo={row.combo} />
                    </dd>
                  </div>
                );
              })}
            </dl>
          </section>
        ))}
        <section>
          <h3>{t.keys.groups.lists}</h3>
          <dl>
            {listKeys.map(({ combos, name }) => (
              <div key={name}>
                <dt>{t.keys[name]}</dt>
                <dd>
                  {combos.map((combo) => (
                    <Kbd key={combo} combo={combo} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
