// An amount of money as one types it; what it is read as is said by the form that asks.

import { Group, Input, TextField } from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldProps } from './Field';

type Props = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
  isDisabled?: boolean;
};

const EURO = '€';

export function MoneyField({
  label,
  help,
  problem,
  optional,
  value,
  onChange,
  autoFocus,
  isDisabled,
}: Props) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      inputMode="decimal"
      autoComplete="off"
      autoFocus={autoFocus ?? false}
      isDisabled={isDisabled ?? false}
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} optional={optional ?? false} />
      <Group className="field-group field-money" isInvalid={Boolean(problem)}>
        <span aria-hidden className="field-sign">
          {EURO}
        </span>
        <Input
          className="field-bare amount"
          // As when one comes by Tab: what is typed stands in the place of what is proposed, not behind it.
          {...(autoFocus && { onFocus: (event) => event.currentTarget.select() })}
        />
      </Group>
      <FieldNotes help={help} problem={problem} />
    </TextField>
  );
}
