// A date typed in parts, in the order of the language; on the wire it is an ISO date. What is typed stays as it is
// typed: a day that does not exist is refused and said, never turned into another.

import { parseDate, type CalendarDate } from '@internationalized/date';
import { useMemo, useState } from 'react';
import {
  DateField as AriaDateField,
  DateInput,
  DateSegment,
  type DateFieldProps as AriaProps,
} from 'react-aria-components';
import type { IsoDate } from '../backend';
import { useText } from '../i18n';
import { DateRefusal, wordFault, type DateFault } from './dateFault';
import { FieldLabel, FieldNotes, type FieldProps } from './Field';

type Props = FieldProps &
  Omit<AriaProps<CalendarDate>, 'children' | 'className' | 'style' | 'isInvalid' | 'value' | 'onChange'> & {
    value: IsoDate | null;
    /** Null while the field is empty, or left with something that is no date. */
    onChange: (value: IsoDate | null) => void;
  };

export function DateField({ label, help, problem, optional, value, onChange, ...rest }: Props) {
  const t = useText();
  // What the field stands on: while what is typed is refused, the others know no date, and the field keeps its parts.
  const [stands, setStands] = useState(value);
  const [told, setTold] = useState(value);
  const [fault, setFault] = useState<DateFault | null>(null);
  if (value !== told) {
    setTold(value);
    setStands(value);
    setFault(null);
  }
  const tell = (date: IsoDate | null) => {
    setTold(date);
    onChange(date);
  };
  // One object for one date: another would take away what is half typed.
  const parsed = useMemo(() => (stands ? parseDate(stands) : null), [stands]);
  const said = fault ? wordFault(fault, t) : problem;
  return (
    <AriaDateField
      {...rest}
      className="field"
      value={parsed}
      onChange={(date) => {
        const next = date ? (date.toString() as IsoDate) : null;
        setStands(next);
        tell(next);
      }}
      isInvalid={Boolean(said)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} optional={optional ?? false} />
      <DateInput className="field-input field-date">
        {(segment) => <DateSegment segment={segment} className="field-segment amount" />}
      </DateInput>
      <DateRefusal
        onRefuse={(found) => {
          setFault(found);
          if (told !== null) tell(null);
        }}
        onMended={(date) => {
          if (fault === null) return;
          setFault(null);
          if (told !== date) tell(date);
        }}
      />
      <FieldNotes help={help} problem={said} />
    </AriaDateField>
  );
}
