// A line of text, or several.

import {
  Input,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaProps,
} from 'react-aria-components';
import { FieldLabel, FieldNotes, type FieldProps } from './Field';

type Props = FieldProps &
  Omit<AriaProps, 'children' | 'className' | 'style' | 'isInvalid'> & {
    placeholder?: string;
    /** More than one line. */
    lines?: number;
    mono?: boolean;
  };

export function TextField({ label, help, problem, optional, placeholder, lines, mono, ...rest }: Props) {
  const look = `field-input${mono ? ' field-mono' : ''}`;
  return (
    <AriaTextField {...rest} className="field" isInvalid={Boolean(problem)} validationBehavior="aria">
      <FieldLabel label={label} optional={optional ?? false} />
      {lines ? (
        <TextArea className={look} rows={lines} {...(placeholder && { placeholder })} />
      ) : (
        <Input className={look} {...(placeholder && { placeholder })} />
      )}
      <FieldNotes help={help} problem={problem} />
    </AriaTextField>
  );
}
