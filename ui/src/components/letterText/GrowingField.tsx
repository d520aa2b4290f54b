// A field for several lines that is as high as its words. It keeps what was typed, also the blank lines at its
// ends that the text as a whole does not keep.

import { useState } from 'react';

type Props = { label: string; placeholder: string; value: string; onChange: (text: string) => void };

export function GrowingField({ label, placeholder, value, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  const shown = typed.trim() === value.trim() ? typed : value;
  return (
    <div className="growing" data-words={`${shown}\n`} data-empty={shown === '' || undefined}>
      <textarea
        className="growing-field"
        aria-label={label}
        rows={1}
        placeholder={placeholder}
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(event.target.value);
        }}
      />
    </div>
  );
}
