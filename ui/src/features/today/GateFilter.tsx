// Shows all proposals, or only those that may go, ask a decision or are held back.

import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Gate } from '../../backend';
import { Dot } from '../../components/Chip';
import { useText } from '../../i18n';
import { gateTone, gates } from './words';

type Props = {
  counts: Record<Gate, number>;
  value: Gate | 'all';
  onChange: (value: Gate | 'all') => void;
};

export function GateFilter({ counts, value, onChange }: Props) {
  const t = useText();
  const present = gates.filter((gate) => counts[gate] > 0);
  if (present.length < 2 && value === 'all') return null;
  const all = gates.reduce((sum, gate) => sum + counts[gate], 0);
  return (
    <ToggleButtonGroup
      className="gates"
      aria-label={t.today.panel.filter}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => onChange(gates.find((gate) => keys.has(gate)) ?? 'all')}
    >
      <ToggleButton id="all" className="gates-choice">
        {t.today.panel.all} <span className="amount gates-count">{t.number(all)}</span>
      </ToggleButton>
      {present.map((gate) => (
        <ToggleButton key={gate} id={gate} className="gates-choice">
          <Dot tone={gateTone[gate]} />
          {t.today.gate[gate]} <span className="amount gates-count">{t.number(counts[gate])}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
