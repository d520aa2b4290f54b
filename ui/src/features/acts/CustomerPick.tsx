// Finds one customer by a part of its name, number or place.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useBackend, type Found } from '../../backend';
import { FieldLabel, FieldNotes, type FieldProps } from '../../components/Field';
import { Money } from '../../components/Figures';
import { Icon } from '../../components/Icon';
import { useText } from '../../i18n';
import { stillFits } from './stillFits';

export type Picked = { id: string; name: string };

type Props = FieldProps & {
  value: Picked | null;
  onChange: (customer: Picked | null) => void;
  /** The one who cannot be chosen. */
  except?: string;
  autoFocus?: boolean;
};

const MOST = 20;

export function useFound(text: string) {
  const backend = useBackend();
  return useQuery({
    queryKey: ['find', text],
    queryFn: () => backend.call('find', { text, limit: MOST }),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}

type Row = Found['customers'][number];

export function CustomerPick({ label, help, problem, value, onChange, except, autoFocus }: Props) {
  const t = useText();
  const [text, setText] = useState(value?.name ?? '');
  // Whoever was chosen stands in the field by name.
  const [shown, setShown] = useState(value?.id);
  if (value?.id !== shown) {
    setShown(value?.id);
    if (value) setText(value.name);
  }
  const { data, isPlaceholderData } = useFound(value && text === value.name ? '' : text);
  const waiting = data === undefined || isPlaceholderData;
  const fits = ({ id, name, number, city }: Row) =>
    id !== except && (!isPlaceholderData || stillFits(text.trim(), [name, number, city]));
  const rows: Row[] = text.trim() === '' ? [] : (data?.customers ?? []).filter(fits);
  const take = (row: Row | undefined) => {
    if (row) onChange({ id: row.id, name: row.name });
  };
  // Enter takes the first that is found for these very letters, also when it came before the answer.
  const [hasty, setHasty] = useState<string | null>(null);
  const answered = hasty !== null && !waiting;
  useEffect(() => {
    if (answered && hasty === text) take(rows[0]);
    // Once, when the answer is there.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies, react-hooks/exhaustive-deps
  }, [answered]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const field = event.currentTarget;
    const chosen = field.hasAttribute('aria-activedescendant');
    const looks = field.getAttribute('aria-expanded') === 'true' && text.trim() !== '';
    if (event.key !== 'Enter' || !looks || chosen || text === value?.name) return;
    event.preventDefault();
    if (waiting) setHasty(text);
    else take(rows[0]);
  };
  return (
    <ComboBox
      className="field"
      inputValue={text}
      onInputChange={(typed) => {
        setText(typed);
        setHasty(null);
        if (value && typed !== value.name) onChange(null);
      }}
      items={rows}
      value={value?.id ?? null}
      onChange={(key) => {
        take(rows.find(({ id }) => id === key));
      }}
      allowsEmptyCollection
      menuTrigger="input"
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
      autoFocus={autoFocus ?? false}
    >
      <FieldLabel label={label} />
      <div className="field-group">
        <Input
          className="field-bare"
          autoComplete="off"
          spellCheck="false"
          onKeyDown={onKeyDown}
          onBlur={() => setHasty(null)}
        />
        <Button className="field-step">
          <Icon name="search" size={16} />
        </Button>
      </div>
      <FieldNotes help={help} problem={problem} />
      <Popover className="menu pick-menu" offset={4}>
        <section aria-label={label}>
          {/* Beside the list, not in it: it is no choice, and it is said when it comes. */}
          {rows.length === 0 && (
            <p className="pick-empty" role="status">
              {text.trim() === '' ? t.acts.pick.type : waiting ? t.common.loading : t.acts.pick.none}
            </p>
          )}
          <ListBox className="menu-list">
            {({ id, name, number, city, open }: Row) => (
              <ListBoxItem id={id} textValue={name} className="menu-item pick-item">
                <span className="paged-lines">
                  <span>{name}</span>
                  <small>{[number ?? id, city].filter(Boolean).join(' · ')}</small>
                </span>
                <Money value={open} />
              </ListBoxItem>
            )}
          </ListBox>
        </section>
      </Popover>
    </ComboBox>
  );
}
