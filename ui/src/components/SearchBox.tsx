// A field to search with: it says what it searches, empties on Escape, and gives the arrow down to the list below.

import { Button, Input, SearchField } from 'react-aria-components';
import type { RefObject } from 'react';
import { useText } from '../i18n';
import { Icon } from './Icon';
import './SearchBox.css';

type Props = {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  /** Arrow down or Enter: on to what was found. */
  onDown?: () => void;
  /** Enter, when it means more than arrow down. */
  onEnter?: () => void;
  input?: RefObject<HTMLInputElement | null>;
  autoFocus?: boolean;
};

export function SearchBox(props: Props) {
  const { label, placeholder, value, onChange, onDown, onEnter = onDown, input, autoFocus } = props;
  const t = useText();
  return (
    <SearchField
      aria-label={label}
      className="search-box"
      value={value}
      onChange={onChange}
      autoFocus={autoFocus ?? false}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') onDown?.();
        else event.continuePropagation();
      }}
      onSubmit={() => onEnter?.()}
    >
      <Icon name="search" size={16} />
      <Input
        className="search-input"
        placeholder={placeholder ?? label}
        {...(input && { ref: input })}
        autoComplete="off"
        spellCheck="false"
      />
      {value !== '' && (
        <Button className="search-clear" aria-label={t.palette.clear}>
          <Icon name="close" size={15} />
        </Button>
      )}
    </SearchField>
  );
}
