// Everything that happened with a customer, the newest first; each entry with its way back while there is one.

import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { TimelineEntry } from '../../backend';
import { Button } from '../../components/Button';
import { FilterChips } from '../../components/FilterChips';
import { DateText, Money } from '../../components/Figures';
import { Icon, type IconName } from '../../components/Icon';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';
import { useAct } from '../session/useAct';
import { entryGroup, entryGroups, entryIcon, type EntryGroup } from './words';

const STEP = 60;

function One({ entry }: { entry: TimelineEntry }) {
  const t = useText();
  const { undo } = useAct();
  const { go } = useNavigation();
  const ofInvoice = entry.kind === 'invoice' || entry.kind === 'credit_note';
  const icons: Partial<Record<string, IconName>> = entryIcon;
  return (
    <li className="entry">
      <Icon name={icons[entry.kind] ?? 'info'} size={16} />
      <span className="entry-date">
        <DateText value={entry.date} />
      </span>
      <div className="entry-words">
        {ofInvoice && entry.ref ? (
          <AriaButton className="item-link" onPress={() => go({ room: 'invoices', open: entry.ref ?? '' })}>
            {entry.title}
          </AriaButton>
        ) : (
          <p>{entry.title}</p>
        )}
        {entry.detail && <p className="entry-detail">{entry.detail}</p>}
      </div>
      <span className="entry-amount">{entry.amount && <Money value={entry.amount} />}</span>
      {entry.undo && (
        <Button
          weight="link"
          aria-label={t.customers.timeline.undo(entry.title)}
          onPress={() => void undo(entry.id)}
        >
          {t.common.undo}
        </Button>
      )}
    </li>
  );
}

export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useText();
  const words = t.customers.timeline;
  const [groups, setGroups] = useState<readonly EntryGroup[]>([]);
  const [most, setMost] = useState(STEP);
  const present = entryGroups.filter((group) => entries.some((entry) => entryGroup(entry) === group));
  const shown = groups.length === 0 ? entries : entries.filter((entry) => groups.includes(entryGroup(entry)));
  return (
    <div className="timeline">
      {present.length > 1 && (
        <FilterChips
          label={words.filter}
          options={present.map((value) => ({ value, label: words[value] }))}
          value={groups}
          onChange={setGroups}
        />
      )}
      {shown.length === 0 ? (
        <p className="quiet">{words.empty}</p>
      ) : (
        <ol className="entries">
          {shown.slice(0, most).map((entry, at) => (
            // One fact may give two entries: a payment and what it was put to.
            // oxlint-disable-next-line react/no-array-index-key
            <One key={`${entry.id} ${at}`} entry={entry} />
          ))}
        </ol>
      )}
      {shown.length > most && (
        <Button onPress={() => setMost(most + STEP)}>{words.more(shown.length - most)}</Button>
      )}
    </div>
  );
}
