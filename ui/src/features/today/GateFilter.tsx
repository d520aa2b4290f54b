// Shows all proposals, or only those that may go, ask a decision or are held back.

import { useMemo } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Gate, Proposal } from '../../backend';
import { Dot } from '../../components/Chip';
import { useText } from '../../i18n';
import { gateTone, gates } from './words';

type Props = {
  proposals: readonly Proposal[];
  value: Gate | 'all';
  onChange: (value: Gate | 'all') => void;
};

export function GateFilter({ proposals, value, onChange }: Props) {
  const t = useText();
  const counts = useMemo(() => {
    const found: Record<Gate, number> = { green: 0, amber: 0, red: 0 };
    for (const { gate } of proposals) found[gate] += 1;
    return found;
  }, [proposals]);
  const present = gates.filter((gate) => counts[gate] > 0);
  if (present.length < 2) return null;
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
        {t.today.panel.all} <span className="amount gates-count">{t.number(proposals.length)}</span>
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
