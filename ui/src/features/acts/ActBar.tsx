// What can be done here: the most usual as buttons with their keys, the rest in a menu.

import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { Kbd } from '../../components/Kbd';
import { useText } from '../../i18n';
import { keyTable } from '../../keys/table';
import { acts, nameOfAct, type ActName, type Subject } from './acts';
import { useActs } from './ActsProvider';
import '../../components/Menu.css';
import './acts.css';

const inSight = ['setOff', 'pay', 'promise', 'note', 'hold'] as const;

export function ActBar({ names, subject }: { names: readonly ActName[]; subject: Subject }) {
  const t = useText();
  const { begin } = useActs();
  const rest = names.filter((name) => !(inSight as readonly ActName[]).includes(name));
  return (
    <div className="act-bar" role="group" aria-label={t.customers.one.acts}>
      {inSight
        .filter((name) => names.includes(name))
        .map((name) => (
          <Button key={name} icon={acts[name].icon} onPress={() => begin(name, subject)}>
            {t.acts.short[name]}
          </Button>
        ))}
      <MenuTrigger>
        <Button icon="more" aria-label={t.acts.moreFor(subject.number ?? subject.name)}>
          {t.acts.more}
        </Button>
        <Popover className="menu" placement="bottom end">
          <Menu className="menu-list" aria-label={t.acts.more}>
            {rest.map((name) => {
              const { action, icon } = acts[name];
              const combo = action && keyTable[action].combo;
              return (
                <MenuItem
                  key={name}
                  id={name}
                  className="menu-item"
                  textValue={nameOfAct(name, subject, t)}
                  // After the menu has given the focus back, so that the dialog returns it there.
                  onAction={() => setTimeout(() => begin(name, subject))}
                >
                  <Icon name={icon} size={16} />
                  {nameOfAct(name, subject, t)}
                  {combo && <Kbd combo={combo} />}
                </MenuItem>
              );
            })}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}
