// The rail: whose administration this is, the rooms, and how fresh the bank data and the backup are.

import { Button } from 'react-aria-components';
import type { Today } from '../backend';
import { Icon } from '../components/Icon';
import { Kbd } from '../components/Kbd';
import { useSession, type Target } from '../features/session/session';
import { useText } from '../i18n';
import { useActions } from '../keys/actions';
import { keyTable } from '../keys/table';
import { AdministrationMenu } from './AdministrationMenu';
import { Freshness } from './Freshness';
import type { RoomId } from './navigation';
import type { Room } from './rooms';

type Props = {
  administration: Target;
  rooms: readonly Room[];
  current: RoomId;
  onGo: (id: RoomId) => void;
  today: Today | undefined;
};

export function Rail({ administration, rooms, current, onGo, today }: Props) {
  const t = useText();
  const { info } = useSession();
  const { run } = useActions();
  return (
    <header className="rail">
      <AdministrationMenu current={administration} today={today?.date ?? info.today} />
      <Button className="rail-search" onPress={() => run('palette')}>
        <Icon name="search" size={16} />
        <span>{t.frame.search}</span>
        <Kbd combo={keyTable.palette.combo} />
      </Button>
      <nav aria-label={t.frame.rooms}>
        <ul className="rail-rooms">
          {rooms.map(({ id, icon, count: countOf }) => {
            const count = today && countOf ? countOf(today) : 0;
            return (
              <li key={id}>
                <Button
                  className="rail-room"
                  onPress={() => onGo(id)}
                  {...(id === current ? { 'aria-current': 'page' } : {})}
                >
                  <Icon name={icon} />
                  <span>{t.rooms[id]}</span>
                  {count > 0 && <span className="rail-count amount">{t.number(count)}</span>}
                </Button>
              </li>
            );
          })}
        </ul>
      </nav>
      {today && <Freshness today={today} />}
    </header>
  );
}
