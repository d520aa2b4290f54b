// The work as cards, the most euros first. Arrows move, Enter opens.

import { ListBox, ListBoxItem } from 'react-aria-components';
import type { WorkItem, WorkKind } from '../../backend';
import { Chip } from '../../components/Chip';
import { Money } from '../../components/Figures';
import { Icon } from '../../components/Icon';
import { useText } from '../../i18n';
import { gateTone, gateWords, workIcon, workText, workTitle } from './words';

type Props = {
  work: readonly WorkItem[];
  opened: WorkKind | null;
  onOpen: (kind: WorkKind | null) => void;
};

export function WorkList({ work, opened, onOpen }: Props) {
  const t = useText();
  const choose = (keys: 'all' | Set<unknown>) => {
    const [key] = keys === 'all' ? [] : [...keys];
    onOpen(work.find(({ kind }) => kind === key)?.kind ?? null);
  };
  return (
    <ListBox
      className="work"
      data-arrival=""
      aria-label={t.today.work}
      items={work.map((item) => ({ id: item.kind, item }))}
      dependencies={[t]}
      selectionMode="single"
      selectedKeys={opened ? [opened] : []}
      onSelectionChange={choose}
    >
      {({ item }) => (
        <ListBoxItem id={item.kind} className="work-row" textValue={workTitle(item, t)}>
          <span className="work-icon">
            <Icon name={workIcon(item.kind)} />
          </span>
          <span className="work-words">
            <span className="work-title">{workTitle(item, t)}</span>
            <span className="work-text">{workText(item, t)}</span>
          </span>
          <span className="work-gates">
            {gateWords(item, t).map(({ gate, words }) => (
              <Chip key={gate} tone={gateTone[gate]}>
                {words}
              </Chip>
            ))}
          </span>
          <span className="work-amount">
            <Money value={item.amount} strong />
          </span>
          <Icon name="forward" />
        </ListBoxItem>
      )}
    </ListBox>
  );
}
