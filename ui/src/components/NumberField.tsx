// A whole number in the language's own notation, with buttons for one less and one more.

import {
  Button,
  Group,
  Input,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaProps,
} from 'react-aria-components';
import { useText } from '../i18n';
import { FieldLabel, FieldNotes, type FieldProps } from './Field';
import { Icon } from './Icon';

type Props = FieldProps & Omit<AriaProps, 'children' | 'className' | 'style' | 'isInvalid'>;

export function NumberField({ label, help, problem, optional, onChange, ...rest }: Props) {
  const t = useText();
  return (
    <AriaNumberField
      {...rest}
      // What is typed with a part behind the comma is rounded: the core takes whole numbers only.
      onChange={(value) => onChange?.(Math.round(value))}
      className="field"
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
      decrementAriaLabel={t.common.lower}
      incrementAriaLabel={t.common.higher}
    >
      <FieldLabel label={label} optional={optional ?? false} />
      <Group className="field-group">
        <Input className="field-bare amount" />
        <Button slot="decrement" className="field-step">
          <Icon name="minus" size={15} />
        </Button>
        <Button slot="increment" className="field-step">
          <Icon name="create" size={15} />
        </Button>
      </Group>
      <FieldNotes help={help} problem={problem} />
    </AriaNumberField>
  );
}
