// A row of filters, of which none, one or several hold. "All" takes them off.

import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useText } from '../i18n';
import './FilterChips.css';

type Props<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
  /** Only one may hold at a time. */
  single?: boolean;
};

const ALL = ' all';

/** Chips stand beside each other as names do, each with its capital. */
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export function FilterChips<Value extends string>({ label, options, value, onChange, single }: Props<Value>) {
  const t = useText();
  const choose = (keys: Set<unknown>) => {
    const chosen = options.filter((option) => keys.has(option.value)).map((option) => option.value);
    const added = chosen.filter((key) => !value.includes(key));
    // Pressing "all" beside something else means: only all.
    if (keys.has(ALL) && value.length > 0 && added.length === 0) onChange([]);
    else onChange(single && added.length > 0 ? added : chosen);
  };
  return (
    <ToggleButtonGroup
      className="filters"
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={value.length === 0 ? [ALL] : value}
      onSelectionChange={choose}
    >
      <ToggleButton id={ALL} className="filter">
        {t.table.all}
      </ToggleButton>
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value} className="filter">
          {capital(option.label)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
