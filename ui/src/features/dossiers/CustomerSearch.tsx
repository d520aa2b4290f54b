// Any customer, by name or number, to look at its dossier before the plan proposes it.

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components';
import { useBackend } from '../../backend';
import { Dialog } from '../../components/Dialog';
import { Icon } from '../../components/Icon';
import { ErrorStrip } from '../../components/States';
import { useLanguage, useText } from '../../i18n';
import { formatMoney } from '../../money';
import { stillFits } from '../acts/stillFits';
import '../../components/SearchBox.css';

const MOST = 12;

export function CustomerSearch(props: { onClose: () => void; onChoose: (customer: string) => void }) {
  const t = useText();
  const words = t.dossiers.find;
  const lang = useLanguage();
  const backend = useBackend();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['find', lang, text],
    queryFn: () => backend.call('find', { text, limit: MOST }),
    enabled: text !== '',
    placeholderData: (previous) => previous,
  });
  const current = !isPlaceholderData && text === typed.trim();
  const found =
    typed.trim() === ''
      ? []
      : (data?.customers ?? []).filter(
          ({ name, number, city }) => current || stillFits(typed.trim(), [name, number, city]),
        );
  return (
    <Dialog title={words.title} isOpen onClose={props.onClose}>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField aria-label={words.title} className="search-box" autoFocus>
          <Icon name="search" size={16} />
          <Input className="search-input" placeholder={words.placeholder} />
        </SearchField>
        <Menu
          className="menu-list dossier-found"
          aria-label={words.results}
          items={found}
          dependencies={[lang]}
          renderEmptyState={() => (
            <p className="palette-empty">
              {text === '' ? words.start : current ? words.none : t.common.loading}
            </p>
          )}
        >
          {(customer) => (
            <MenuItem
              id={customer.id}
              className="menu-item"
              textValue={customer.name}
              onAction={() => props.onChoose(customer.id)}
            >
              <span className="dossier-found-name">
                {customer.name}
                <span className="quiet"> {[customer.number, customer.city].filter(Boolean).join(' · ')}</span>
              </span>
              <span className="amount quiet">{words.open(formatMoney(customer.open, lang))}</span>
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
      <ErrorStrip reason={error} />
    </Dialog>
  );
}
