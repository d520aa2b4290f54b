// One choice from a short list.

import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  type SelectProps as AriaProps,
} from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldProps } from './Field';
import { Icon } from './Icon';

export type Option<Value extends string> = { value: Value; label: string };

type Props<Value extends string> = FieldProps &
  Omit<AriaProps<Option<Value>>, 'children' | 'className' | 'style' | 'isInvalid' | 'value' | 'onChange'> & {
    options: readonly Option<Value>[];
    value: Value;
    onChange: (value: Value) => void;
  };

export function SelectField<Value extends string>(props: Props<Value>) {
  const { label, help, problem, optional, options, value, onChange, ...rest } = props;
  const choose = (key: unknown) => {
    const option = options.find((candidate) => candidate.value === key);
    if (option) onChange(option.value);
  };
  return (
    <Select {...rest} className="field" value={value} onChange={choose} isInvalid={Boolean(problem)}>
      <FieldLabel label={label} optional={optional ?? false} />
      <Button className="field-input field-select">
        <SelectValue />
        <Icon name="down" size={16} />
      </Button>
      <FieldNotes help={help} problem={problem} />
      <Popover className="menu" offset={4}>
        <ListBox items={options} className="menu-list">
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className="menu-item">
              {({ isSelected }) => (
                <>
                  <span className="menu-check">{isSelected && <Icon name="check" size={16} />}</span>
                  {option.label}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
