// Aanmanen: today's run, what went before, the plan that makes it, and the words of its letters.

import type { ComponentType } from 'react';
import { RoomTabs } from '../../components/RoomHead';
import { useNavigation } from '../../frame/navigation';
import { useText, type Text } from '../../i18n';
import { OutboxView } from '../mail/OutboxView';
import { PastTab } from './past/PastTab';
import { PlanTab } from './plan/PlanTab';
import { RunTab } from './run/RunTab';
import { TextsTab } from './texts/TextsTab';
import './DunningRoom.css';

type TabId = keyof Text['dunning']['tabs'];

const parts: readonly { id: TabId; content: ComponentType }[] = [
  { id: 'run', content: RunTab },
  { id: 'outbox', content: OutboxView },
  { id: 'past', content: PastTab },
  { id: 'plan', content: PlanTab },
  { id: 'texts', content: TextsTab },
];

export function DunningRoom() {
  const t = useText();
  const { place, go } = useNavigation();
  const part = parts.find(({ id }) => id === place.tab) ?? parts[0];
  if (!part) return null;
  const { id: current, content: Content } = part;
  return (
    <RoomTabs
      title={t.rooms.dunning}
      label={t.dunning.tabsLabel}
      value={current}
      onChange={(tab) => tab !== current && go({ room: 'dunning', tab })}
      tabs={parts.map(({ id }) => ({ value: id, label: t.dunning.tabs[id] }))}
    >
      <div className="dunning-part">
        <Content key={current} />
      </div>
    </RoomTabs>
  );
}
