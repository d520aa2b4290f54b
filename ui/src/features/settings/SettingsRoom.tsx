// Instellingen: its parts at the left, the chosen one at the right.

import type { ComponentType } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Icon, type IconName } from '../../components/Icon';
import { useNavigation } from '../../frame/navigation';
import { useText, type Text } from '../../i18n';
import { MailAccountPanel } from '../mail/MailAccountPanel';
import { AboutPart } from './AboutPart';
import { BackupsPart } from './BackupsPart';
import { CreditorPart } from './CreditorPart';
import { PaperPart } from './PaperPart';
import { PlacePart } from './PlacePart';
import { PlanPart, TextsPart } from './ElsewhereParts';
import { RatesPart } from './RatesPart';
import { RulesPart } from './RulesPart';
import { SecurityPart } from './SecurityPart';
import { ViewPart } from './ViewPart';
import './settings.css';

type PartId = keyof Text['settings']['tabs'];

const parts: readonly { id: PartId; icon: IconName; content: ComponentType }[] = [
  { id: 'creditor', icon: 'customers', content: CreditorPart },
  { id: 'paper', icon: 'file', content: PaperPart },
  { id: 'rates', icon: 'payment', content: RatesPart },
  { id: 'plan', icon: 'calendar', content: PlanPart },
  { id: 'texts', icon: 'note', content: TextsPart },
  { id: 'mail', icon: 'letters', content: MailAccountPanel },
  { id: 'rules', icon: 'decide', content: RulesPart },
  { id: 'view', icon: 'preferences', content: ViewPart },
  { id: 'security', icon: 'shield', content: SecurityPart },
  { id: 'backups', icon: 'restore', content: BackupsPart },
  { id: 'place', icon: 'folder', content: PlacePart },
  { id: 'about', icon: 'info', content: AboutPart },
];

export function SettingsRoom() {
  const t = useText().settings;
  const { place, replace } = useNavigation();
  const chosen = parts.find(({ id }) => id === place.tab) ?? parts[0];
  if (!chosen) return null;
  const { id: chosenId, content: Content } = chosen;
  return (
    <div className="settings-room">
      <Tabs
        className="settings"
        orientation="vertical"
        selectedKey={chosenId}
        onSelectionChange={(key) => replace({ room: 'settings', tab: String(key) })}
      >
        <div className="settings-side">
          <h1>{t.title}</h1>
          <TabList className="settings-list" aria-label={t.parts}>
            {parts.map(({ id, icon }) => (
              <Tab key={id} id={id} className="settings-tab">
                <Icon name={icon} />
                {t.tabs[id]}
              </Tab>
            ))}
          </TabList>
        </div>
        {parts.map(({ id }) => (
          <TabPanel key={id} id={id} className="settings-panel">
            {id === chosenId && <Content key={id} />}
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
}
