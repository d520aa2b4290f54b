// A passphrase: hidden unless asked, with a word about Caps Lock. Its text is never kept beyond the form.

import { useState, type KeyboardEvent } from 'react';
import { Group, Input, TextField, ToggleButton } from 'react-aria-components';
import { useText } from '../i18n';
import { FieldLabel, FieldNotes, type FieldProps } from './Field';
import { Icon } from './Icon';

type Props = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
  isNew?: boolean;
};

export function PassphraseField({ label, help, problem, value, onChange, autoFocus, isNew }: Props) {
  const t = useText();
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const watchCaps = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      type={shown ? 'text' : 'password'}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      spellCheck="false"
      autoFocus={autoFocus ?? false}
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
      onKeyDown={watchCaps}
      onKeyUp={watchCaps}
    >
      <FieldLabel label={label} />
      <Group className="field-group">
        <Input className="field-bare" />
        <ToggleButton
          className="field-step"
          isSelected={shown}
          onChange={setShown}
          aria-label={shown ? t.passphrase.hide : t.passphrase.show}
        >
          <Icon name={shown ? 'hide' : 'show'} size={17} />
        </ToggleButton>
      </Group>
      <FieldNotes help={caps ? t.passphrase.capsLock : help} problem={problem} />
    </TextField>
  );
}
