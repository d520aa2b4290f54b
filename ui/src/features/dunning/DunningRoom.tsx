// Aanmanen: today's run, what went before, the plan that makes it, and the words of its letters.

import type { ComponentType } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
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
  const current = parts.find(({ id }) => id === place.tab)?.id ?? 'run';
  return (
    <Tabs
      className="dunning"
      selectedKey={current}
      onSelectionChange={(key) => {
        const next = parts.find(({ id }) => id === key);
        if (next && next.id !== current) go({ room: 'dunning', tab: next.id });
      }}
    >
      <TabList className="dunning-tabs" aria-label={t.dunning.tabsLabel}>
        {parts.map(({ id }) => (
          <Tab key={id} id={id} className="dunning-tab">
            {t.dunning.tabs[id]}
          </Tab>
        ))}
      </TabList>
      {parts.map(({ id, content: Content }) => (
        <TabPanel key={id} id={id} className="dunning-part">
          <Content />
        </TabPanel>
      ))}
    </Tabs>
  );
}
