// Bank: files in, lines matched, money left over, and the statements behind it all.

import { useState } from 'react';
import { RoomTabs } from '../../components/RoomHead';
import { useNavigation } from '../../frame/navigation';
import { useText, type Text } from '../../i18n';
import { ImportTab } from '../import/ImportTab';
import { useOfferedFiles } from '../import/dropped';
import { WhyRoom } from '../why/Why';
import { DeskTab } from './desk/DeskTab';
import { useDeskCounts } from './desk/useDesk';
import { LooseTab } from './loose/LooseTab';
import { StatementsTab } from './statements/StatementsTab';
import './BankRoom.css';

type TabId = keyof Text['bank']['tabs'];

const tabs: readonly TabId[] = ['import', 'match', 'loose', 'statements'];
const contents = { import: ImportTab, match: DeskTab, loose: LooseTab, statements: StatementsTab };

export function BankRoom() {
  const t = useText();
  const { place, replace } = useNavigation();
  const counts = useDeskCounts();
  const offered = useOfferedFiles();
  const asked = tabs.find((tab) => tab === place.tab);
  // Whoever comes without a wish finds the work; without work, the way in. Then it stays where it is.
  const [usual, setUsual] = useState<TabId | null>(null);
  if (usual === null && counts) setUsual(counts.waiting + counts.out > 0 ? 'match' : 'import');
  const current = offered.length > 0 ? 'import' : (asked ?? usual ?? 'match');
  const Content = contents[current];
  return (
    <RoomTabs
      title={t.bank.title}
      label={t.bank.title}
      value={current}
      onChange={(tab) => replace({ room: 'bank', tab })}
      tabs={tabs.map((tab) => ({ value: tab, label: t.bank.tabs[tab] }))}
    >
      <div className="bank">
        <WhyRoom>
          <Content />
        </WhyRoom>
      </div>
    </RoomTabs>
  );
}
