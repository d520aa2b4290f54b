// One letter in the list: who, what, how much, and when something stands in the way, what.

import type { CSSProperties } from 'react';
import type { IsoDate, Proposal } from '../../../backend';
import { Chip, Dot } from '../../../components/Chip';
import { Money } from '../../../components/Figures';
import { Icon } from '../../../components/Icon';
import { daysBetween } from '../../../dates';
import { useText } from '../../../i18n';
import { gateTone } from '../../today/words';
import { deciding, letterWords } from '../words';

type Props = {
  id: string;
  letter: Proposal | undefined;
  today: IsoDate;
  place: CSSProperties;
  position: number;
  total: number;
  selected: boolean;
  approved: boolean;
  edited: boolean;
  onPress: () => void;
};

/** What is asked, and below it how long it has been due. */
function Sum({ letter, today }: { letter: Proposal; today: IsoDate }) {
  const t = useText();
  const late = letter.oldest_due ? daysBetween(letter.oldest_due, today) : 0;
  return (
    <span className="run-sum">
      <Money value={letter.claim.total} strong />
      {late > 0 && <small className="run-text">{t.today.daysLate(late)}</small>}
    </span>
  );
}

function Words({ letter }: { letter: Proposal }) {
  const t = useText();
  const reason = letter.gate === 'green' ? undefined : deciding(letter.reasons)[0];
  const words = [
    letterWords(letter, t),
    letter.invoices.length > 1 && t.today.invoices(letter.invoices.length),
  ];
  return (
    <span className="run-words">
      <span className="run-name">{letter.name}</span>
      <span className="run-text">{reason?.message ?? words.filter(Boolean).join(' · ')}</span>
    </span>
  );
}

export function RunRow(props: Props) {
  const t = useText();
  const { letter, approved, edited } = props;
  return (
    // The list box itself takes the keys; a row only takes the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={props.id}
      className="run-row"
      role="option"
      aria-selected={props.selected}
      aria-posinset={props.position}
      aria-setsize={props.total}
      aria-busy={letter === undefined || undefined}
      style={props.place}
      onClick={props.onPress}
    >
      {letter ? (
        <>
          {approved ? <Icon name="check" size={15} /> : <Dot tone={gateTone[letter.gate]} />}
          <span className="visually-hidden">
            {approved ? t.dunning.run.approved : t.today.gate[letter.gate]}
          </span>
          <Words letter={letter} />
          {edited && <Chip tone="accent">{t.dunning.run.edited}</Chip>}
          <Sum letter={letter} today={props.today} />
        </>
      ) : (
        <>
          <span className="run-wait" aria-hidden />
          <span className="visually-hidden">{t.common.loading}</span>
        </>
      )}
    </div>
  );
}
