// Yes or no: a checkbox inside a form, a switch where it takes effect at once.

import { Checkbox as AriaCheckbox, Switch as AriaSwitch } from 'react-aria-components';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { Icon } from './Icon';
import './Field.css';

type Props = {
  children: ReactNode;
  help?: ReactNode;
  value: boolean;
  onChange: (value: boolean) => void;
  isDisabled?: boolean;
};

export function Checkbox({ children, help, value, onChange, isDisabled }: Props) {
  const helpId = useId();
  return (
    <div className="toggle-field">
      <AriaCheckbox
        className="toggle"
        isSelected={value}
        onChange={onChange}
        isDisabled={isDisabled ?? false}
        {...(help ? { 'aria-describedby': helpId } : {})}
      >
        <span className="toggle-box">{value && <Icon name="check" size={14} />}</span>
        <span>{children}</span>
      </AriaCheckbox>
      {help && (
        <p id={helpId} className="field-help toggle-help">
          {help}
        </p>
      )}
    </div>
  );
}

export function Switch({ children, help, value, onChange, isDisabled }: Props) {
  const helpId = useId();
  return (
    <div className="toggle-field">
      <AriaSwitch
        className="toggle"
        isSelected={value}
        onChange={onChange}
        isDisabled={isDisabled ?? false}
        {...(help ? { 'aria-describedby': helpId } : {})}
      >
        <span className="toggle-track" />
        <span>{children}</span>
      </AriaSwitch>
      {help && (
        <p id={helpId} className="field-help toggle-help">
          {help}
        </p>
      )}
    </div>
  );
}
