// What every field shares: its label, the help below it, and what is wrong with it.

import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { useText } from '../i18n';
import './Field.css';

export type FieldProps = {
  label: string;
  help?: ReactNode;
  /** What is wrong, in words; makes the field invalid. */
  problem?: string | undefined;
  /** Says beside the label that the field may stay empty. */
  optional?: boolean;
};

export function FieldLabel(props: Pick<FieldProps, 'label' | 'optional'>) {
  const t = useText();
  return (
    <Label className="field-label">
      {props.label}
      {props.optional && <span className="field-optional"> {t.common.optional}</span>}
    </Label>
  );
}

export function FieldNotes(props: Pick<FieldProps, 'help' | 'problem'>) {
  return (
    <>
      {props.help && (
        <Text slot="description" className="field-help">
          {props.help}
        </Text>
      )}
      <FieldError className="field-problem">{props.problem}</FieldError>
    </>
  );
}
