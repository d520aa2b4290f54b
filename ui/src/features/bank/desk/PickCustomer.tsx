// Finding the customer of a line by name, number, town or invoice.

import { useEffect, useRef, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { CandidateRow, DeskLine } from '../../../backend';
import { IconButton } from '../../../components/Button';
import { SearchBox } from '../../../components/SearchBox';
import { useLanguage, useText } from '../../../i18n';
import { formatMoney } from '../../../money';
import { useCandidates } from './useCandidates';

const PAUSE = 150;

type Props = {
  line: DeskLine;
  /** Who has a part of the line already. */
  without: readonly string[];
  title: string;
  onPick: (customer: CandidateRow) => void;
  onClose: () => void;
};

const left = (customers: readonly CandidateRow[], without: readonly string[]) =>
  customers.filter(({ customer }) => !without.includes(customer));

export function PickCustomer({ line, without, title, onPick, onClose }: Props) {
  const t = useText();
  const lang = useLanguage();
  const words = t.bank.pick;
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, isPlaceholderData } = useCandidates(line.id, search);
  // What is listed may still belong to fewer letters: fast hands wait for theirs, and take nobody else.
  const current = search === typed.trim() && !isPlaceholderData;
  const customers = left(data?.customers ?? [], without);
  const none = search === '' ? words.hint : words.none;
  // Whoever went on to the list stays in it when what was found only then comes in.
  const [went, setWent] = useState(0);
  const down = () => {
    setSearch(typed.trim());
    setWent(went + 1);
  };
  // Arrow and Enter in one go, before the list is there: that was its first.
  const [takes, setTakes] = useState(false);
  const found = customers[0];
  // Nobody was: whoever is found later was not meant.
  if (takes && current && !found) setTakes(false);
  useEffect(() => {
    if (!takes || !current || !found) return undefined;
    const timer = setTimeout(() => {
      setTakes(false);
      onPick(found);
    });
    return () => clearTimeout(timer);
  }, [takes, current, found, onPick]);
  const first = found?.customer;
  useEffect(() => {
    if (went === 0 || !current || first === undefined) return undefined;
    // The list is drawn a moment after its rows are known.
    const timer = setTimeout(() => {
      const at = document.activeElement;
      if (at?.getAttribute('role') === 'option' && box.current?.contains(at)) return;
      box.current?.querySelector<HTMLElement>(`[role="option"][data-key="${CSS.escape(first)}"]`)?.focus();
    });
    return () => clearTimeout(timer);
  }, [box, went, current, first]);
  return (
    <>
      <header className="pane-head">
        <h3>{title}</h3>
        <IconButton icon="close" label={t.common.close} onPress={onClose} />
      </header>
      <SearchBox
        label={words.search}
        value={typed}
        onChange={(text) => {
          setWent(0);
          setTakes(false);
          setTyped(text);
        }}
        onDown={down}
        onEnter={went > 0 ? () => setTakes(true) : down}
        autoFocus
      />
      {/* Once the list has the keys, Enter in the box is a new question. */}
      <div ref={box} className="line-work" onFocus={() => setWent(0)}>
        <ListBox
          className="found-list"
          aria-label={words.found}
          items={customers.map((customer) => ({ ...customer, id: customer.customer }))}
          dependencies={[lang]}
          onAction={(key) => {
            const customer = customers.find((known) => known.customer === key);
            if (customer) onPick(customer);
          }}
          renderEmptyState={() => <p className="found-none">{none}</p>}
        >
          {(customer) => (
            <ListBoxItem id={customer.customer} textValue={customer.name} className="found-item">
              <span className="other-words">
                <span className="other-name">{customer.name}</span>
                <span className="desk-text">
                  {[customer.number, customer.city, customer.paid_before && words.before]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <span className="desk-text amount">
                {customer.invoices.length > 0
                  ? words.open(formatMoney(customer.open, lang), customer.invoices.length)
                  : words.nothingOpen}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </div>
    </>
  );
}
