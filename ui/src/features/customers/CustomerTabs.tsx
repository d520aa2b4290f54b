// The parts of a customer that one looks up: what happened, payments, documents, details.

import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { CustomerDetail } from '../../backend';
import { useText } from '../../i18n';
import { useDraft } from '../session/drafts';
import { Details } from './Details';
import { Documents } from './Documents';
import { Payments } from './Payments';
import { Timeline } from './Timeline';

const parts = ['timeline', 'payments', 'documents', 'details'] as const;

export function CustomerTabs({ detail }: { detail: CustomerDetail }) {
  const t = useText();
  // From one customer to the next one keeps looking at the same part.
  const [part, setPart] = useDraft<string>('customer tab', 'timeline');
  return (
    <Tabs className="tabs" selectedKey={part} onSelectionChange={(key) => setPart(String(key))}>
      <TabList className="tab-list" aria-label={t.customers.one.parts}>
        {parts.map((id) => (
          <Tab key={id} id={id} className="tab">
            {t.customers.one.tabs[id]}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="timeline" className="tab-panel">
        <Timeline entries={detail.timeline} letters={detail.letters} />
      </TabPanel>
      <TabPanel id="payments" className="tab-panel">
        <Payments payments={detail.payments} />
      </TabPanel>
      <TabPanel id="documents" className="tab-panel">
        <Documents detail={detail} />
      </TabPanel>
      <TabPanel id="details" className="tab-panel">
        <Details detail={detail} />
      </TabPanel>
    </Tabs>
  );
}
