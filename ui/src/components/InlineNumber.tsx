// A number inside a sentence: it reads as part of it, is typed over, and goes up and down with the arrows.

import { Group, Input, NumberField } from 'react-aria-components';
import './InlineNumber.css';

type Props = {
  label: string;
  value: number;
  onChange: (value: number) => void;
  least?: number;
  most?: number;
  invalid?: boolean;
};

export function InlineNumber({ label, value, onChange, least = 0, most = 365, invalid }: Props) {
  return (
    <NumberField
      aria-label={label}
      className="inline-number"
      value={value}
      minValue={least}
      maxValue={most}
      step={1}
      isInvalid={invalid ?? false}
      validationBehavior="aria"
      onChange={(next) => !Number.isNaN(next) && onChange(next)}
    >
      <Group className="inline-box">
        <Input className="inline-input amount" size={3} />
      </Group>
    </NumberField>
  );
}
