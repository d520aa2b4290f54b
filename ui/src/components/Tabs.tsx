// Parts of a room, side by side at its top. Arrows move between them; each fills the room below.

import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import './Tabs.css';

export type TabOption<Value extends string> = { value: Value; label: string; count?: number };

type Props<Value extends string> = {
  label: string;
  tabs: readonly TabOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  children: ReactNode;
};

export function Tabs<Value extends string>({ label, tabs, value, onChange, children }: Props<Value>) {
  const choose = (key: unknown) => {
    const tab = tabs.find((candidate) => candidate.value === key);
    if (tab) onChange(tab.value);
  };
  return (
    <AriaTabs className="tabs" selectedKey={value} onSelectionChange={choose}>
      <TabList className="tabs-list" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.value} id={tab.value} className="tabs-tab">
            {tab.label}
            {tab.count !== undefined && tab.count > 0 && (
              <span className="tabs-count amount">{tab.count}</span>
            )}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.value} id={tab.value} className="tabs-panel">
          {tab.value === value && children}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
