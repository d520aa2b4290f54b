// The rail: whose administration this is, the rooms, and how fresh the bank data and the backup are. In a narrow
// window it keeps its icons, each with its name for whoever points at it, walks by it or has it read.

import { Button } from 'react-aria-components';
import type { Overview } from '../backend';
import { Icon } from '../components/Icon';
import { Kbd } from '../components/Kbd';
import { Tip } from '../components/Tip';
import { useSession, type Target } from '../features/session/session';
import { useText } from '../i18n';
import { useActions } from '../keys/actions';
import { keyTable } from '../keys/table';
import { AdministrationMenu } from './AdministrationMenu';
import { waitingIn } from './counts';
import { Freshness } from './Freshness';
import type { RoomId } from './navigation';
import type { Room } from './rooms';

type Props = {
  administration: Target;
  rooms: readonly Room[];
  current: RoomId;
  onGo: (id: RoomId) => void;
  overview: Overview | undefined;
  slim: boolean;
};

export function Rail({ administration, rooms, current, onGo, overview, slim }: Props) {
  const t = useText();
  const { info } = useSession();
  const { run } = useActions();
  return (
    <header className={slim ? 'rail rail-slim' : 'rail'}>
      <AdministrationMenu current={administration} today={overview?.date ?? info.today} />
      <Tip text={t.frame.search} isDisabled={!slim}>
        <Button className="rail-search" onPress={() => run('palette')}>
          <Icon name="search" size={16} />
          <span className="rail-word">{t.frame.search}</span>
          <Kbd combo={keyTable.palette.combo} />
        </Button>
      </Tip>
      <nav aria-label={t.frame.rooms}>
        <ul className="rail-rooms">
          {rooms.map(({ id, icon }) => {
            const count = waitingIn(id, overview);
            return (
              <li key={id}>
                <Tip text={t.rooms[id]} isDisabled={!slim}>
                  <Button
                    className="rail-room"
                    onPress={() => onGo(id)}
                    {...(id === current ? { 'aria-current': 'page' } : {})}
                  >
                    <Icon name={icon} />
                    <span className="rail-word">{t.rooms[id]}</span>
                    {count > 0 && (
                      <span className="rail-count amount">
                        {t.number(count)}
                        <span className="visually-hidden"> {t.frame.waiting}</span>
                      </span>
                    )}
                  </Button>
                </Tip>
              </li>
            );
          })}
        </ul>
      </nav>
      {overview && <Freshness overview={overview} slim={slim} />}
    </header>
  );
}
