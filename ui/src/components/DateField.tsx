// A date typed in parts, in the order of the language; on the wire it is an ISO date.

import { parseDate, type CalendarDate } from '@internationalized/date';
import {
  DateField as AriaDateField,
  DateInput,
  DateSegment,
  type DateFieldProps as AriaProps,
} from 'react-aria-components';
import type { IsoDate } from '../backend';
import { FieldLabel, FieldNotes, type FieldProps } from './Field';

type Props = FieldProps &
  Omit<AriaProps<CalendarDate>, 'children' | 'className' | 'style' | 'isInvalid' | 'value' | 'onChange'> & {
    value: IsoDate | null;
    onChange: (value: IsoDate | null) => void;
  };

export function DateField({ label, help, problem, optional, value, onChange, ...rest }: Props) {
  return (
    <AriaDateField
      {...rest}
      className="field"
      value={value ? parseDate(value) : null}
      onChange={(date) => onChange(date ? (date.toString() as IsoDate) : null)}
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} optional={optional ?? false} />
      <DateInput className="field-input field-date">
        {(segment) => <DateSegment segment={segment} className="field-segment amount" />}
      </DateInput>
      <FieldNotes help={help} problem={problem} />
    </AriaDateField>
  );
}
