// A block that must stay in a letter: what it says here, and why it stays. It can move, not go.

import { useText } from '../../i18n';
import { IconButton } from '../Button';
import { Icon } from '../Icon';

export type Locked = { name: string; text: string; what?: string };

type Props = { block: Locked; onUp: (() => void) | undefined; onDown: (() => void) | undefined };

/** Columns that are held apart by spaces on paper are held apart by a dot here. */
const inWords = (text: string) => text.replaceAll(/(?<=\S)[ \t]{2,}(?=\S)/g, ' · ');

export function LockedBlock({ block, onUp, onDown }: Props) {
  const t = useText();
  const why: Partial<Record<string, string>> = t.dunning.edit.lockedWhy;
  return (
    <section className="locked" aria-label={`${t.dunning.edit.locked}: ${block.what ?? block.name}`}>
      <header className="locked-head">
        <Icon name="lock" size={14} />
        <span>{why[block.name] ?? t.dunning.edit.lockedWhy.other}</span>
        <IconButton icon="up" label={t.dunning.edit.up} isDisabled={!onUp} onPress={() => onUp?.()} />
        <IconButton icon="down" label={t.dunning.edit.down} isDisabled={!onDown} onPress={() => onDown?.()} />
      </header>
      <p className="locked-text">{inWords(block.text) || block.what}</p>
    </section>
  );
}
