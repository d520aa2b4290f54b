// Everything that happened with a customer, the newest first; each entry with its way back while there is one.

import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { LetterRow, TimelineEntry } from '../../backend';
import { Button } from '../../components/Button';
import { FilterChips } from '../../components/FilterChips';
import { DateText, Money } from '../../components/Figures';
import { Icon, type IconName } from '../../components/Icon';
import { LongText } from '../../components/LongText';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';
import { useTakeBack } from '../dunning/useTakeBack';
import { useAct } from '../session/useAct';
import { LetterDialog } from './Letters';
import { useMore } from './More';
import { entryGroup, entryGroups, entryIcon, type EntryGroup } from './words';

type OneProps = {
  entry: TimelineEntry;
  letter: LetterRow | undefined;
  onLetter: (letter: LetterRow) => void;
};

function One({ entry, letter, onLetter }: OneProps) {
  const t = useText();
  const { undo } = useAct();
  const { takeBack, busy } = useTakeBack();
  const { go } = useNavigation();
  const { ref } = entry;
  const ofInvoice = entry.kind === 'invoice' || entry.kind === 'credit_note';
  const open =
    ofInvoice && ref ? () => go({ room: 'invoices', open: ref }) : letter && (() => onLetter(letter));
  const icons: Partial<Record<string, IconName>> = entryIcon;
  return (
    <li className="entry">
      <Icon name={icons[entry.kind] ?? 'info'} size={16} />
      <span className="entry-date">
        <DateText value={entry.date} />
      </span>
      <div className="entry-words">
        {open ? (
          <AriaButton className="item-link" onPress={open}>
            {entry.title}
          </AriaButton>
        ) : (
          <p>{entry.title}</p>
        )}
        {entry.detail && <LongText className="entry-detail" text={entry.detail} />}
      </div>
      <span className="entry-amount">{entry.amount && <Money value={entry.amount} />}</span>
      {letter?.withdraw && (
        <Button
          weight="link"
          isPending={busy}
          aria-label={`${t.pastRuns.back.one}: ${entry.title}`}
          onPress={() => void takeBack({ letters: [letter.letter] })}
        >
          {t.pastRuns.back.one}
        </Button>
      )}
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

type Props = {
  entries: readonly TimelineEntry[];
  /** The letters that entries may be about: they open as they left. */
  letters: readonly LetterRow[];
};

export function Timeline({ entries, letters }: Props) {
  const t = useText();
  const words = t.customers.timeline;
  const [groups, setGroups] = useState<readonly EntryGroup[]>([]);
  const present = entryGroups.filter((group) => entries.some((entry) => entryGroup(entry) === group));
  const shown = groups.length === 0 ? entries : entries.filter((entry) => groups.includes(entryGroup(entry)));
  const { shown: part, more } = useMore(shown);
  const [opened, setOpened] = useState<LetterRow | null>(null);
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
          {part.map((entry, at) => (
            // One fact may give two entries: a payment and what it was put to.
            <One
              // oxlint-disable-next-line react/no-array-index-key
              key={`${entry.id} ${at}`}
              entry={entry}
              letter={letters.find(({ letter }) => letter === entry.ref)}
              onLetter={setOpened}
            />
          ))}
        </ol>
      )}
      {more}
      {opened && <LetterDialog letter={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}
