// A few choices side by side, of which one holds. Each may carry a line of explanation.

import { Label, Radio, RadioGroup } from 'react-aria-components';
import './Choice.css';

export type ChoiceOption<Value extends string> = { value: Value; title: string; text?: string };

type Props<Value extends string> = {
  label: string;
  options: readonly ChoiceOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  /** Whether the chosen one takes the keys at once. */
  autoFocus?: boolean;
};

export function Choice<Value extends string>({ label, options, value, onChange, autoFocus }: Props<Value>) {
  const choose = (key: string) => {
    const option = options.find((candidate) => candidate.value === key);
    if (option) onChange(option.value);
  };
  const described = options.some((option) => option.text);
  return (
    <RadioGroup className={described ? 'choice choice-rows' : 'choice'} value={value} onChange={choose}>
      <Label className="field-label">{label}</Label>
      <div className="choice-options">
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            className="choice-option"
            autoFocus={autoFocus === true && option.value === value}
          >
            <span className="choice-dot" />
            <span>
              <span className="choice-title">{option.title}</span>
              {option.text && <span className="choice-text">{option.text}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
