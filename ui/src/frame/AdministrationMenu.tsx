// The administration's name, and what can be done with it as a whole: lock, close, go to another.

import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import type { IsoDate } from '../backend';
import { Icon, type IconName } from '../components/Icon';
import { Kbd } from '../components/Kbd';
import { formatDate } from '../dates';
import { useSession, type Target } from '../features/session/session';
import { useText } from '../i18n';
import { useActions } from '../keys/actions';
import { keyTable, type ActionId } from '../keys/table';
import '../components/Menu.css';

const ofAdministration: readonly { id: ActionId; icon: IconName }[] = [
  { id: 'makeBackup', icon: 'save' },
  { id: 'history', icon: 'history' },
  { id: 'lock', icon: 'lock' },
  { id: 'closeAdministration', icon: 'logout' },
];
const elsewhere: readonly { id: ActionId; icon: IconName }[] = [
  { id: 'openAdministration', icon: 'folder' },
  { id: 'newAdministration', icon: 'create' },
];
const ofWindow: readonly { id: ActionId; icon: IconName }[] = [
  { id: 'preferences', icon: 'preferences' },
  { id: 'keySheet', icon: 'keyboard' },
];

type Props = { current: Target; today: IsoDate };

export function AdministrationMenu({ current, today }: Props) {
  const t = useText();
  const { run } = useActions();
  const { info, close } = useSession();
  const others = info.recent.filter(({ folder, exists }) => exists && folder !== current.folder).slice(0, 5);

  const item = ({ id, icon }: { id: ActionId; icon: IconName }) => {
    const { combo } = keyTable[id];
    return (
      <MenuItem key={id} id={id} className="menu-item" textValue={t.actions[id]} onAction={() => run(id)}>
        <Icon name={icon} size={16} />
        {t.actions[id]}
        {combo && <Kbd combo={combo} />}
      </MenuItem>
    );
  };

  return (
    <MenuTrigger>
      <Button className="rail-who">
        <span className="rail-mark" aria-hidden>
          {current.name.trim().charAt(0).toUpperCase()}
        </span>
        <span className="rail-name">
          <span className="visually-hidden">{t.frame.administration} </span>
          <strong>{current.name}</strong>
          <small>{formatDate(today, t)}</small>
        </span>
        <Icon name="switch" size={15} />
      </Button>
      <Popover className="menu" offset={4} placement="bottom start">
        <Menu className="menu-list">
          {ofAdministration.map(item)}
          <Separator className="menu-line" />
          <MenuSection>
            <Header className="menu-header">{t.frame.switchTo}</Header>
            {others.map(({ folder, name }) => (
              <MenuItem
                key={folder}
                id={folder}
                className="menu-item"
                textValue={name}
                onAction={() => void close({ at: 'unlock', target: { folder, name } })}
              >
                <span className="menu-mark" aria-hidden>
                  {name.trim().charAt(0).toUpperCase()}
                </span>
                <span className="menu-name">{name}</span>
              </MenuItem>
            ))}
            {elsewhere.map(item)}
          </MenuSection>
          <Separator className="menu-line" />
          {ofWindow.map(item)}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
