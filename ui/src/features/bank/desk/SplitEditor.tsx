// Dividing a line by hand over what one customer has open. What is not divided stays with the customer.

import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Input, TextField } from 'react-aria-components';
import type { CandidateRow, DeskLine, OpenItemRow, Part } from '../../../backend';
import { Button, IconButton } from '../../../components/Button';
import { DateText, Money } from '../../../components/Figures';
import { Kbd } from '../../../components/Kbd';
import { useLanguage, useText } from '../../../i18n';
import { formatCents, formatMoney, toCents } from '../../../money';
import { fits, fromParts, minus, oldestFirst, partsOf, read, total, typedOf, type Typed } from './division';

type Props = {
  line: DeskLine;
  customer: CandidateRow;
  parts: readonly Part[];
  busy: boolean;
  onBook: (parts: Part[]) => void;
  /** What was typed before the window locked. */
  typed: Typed | undefined;
  onType: (typed: Typed) => void;
  onClose: () => void;
};

function Item(props: {
  item: OpenItemRow;
  text: string;
  onChange: (text: string) => void;
  onAll: () => void;
}) {
  const t = useText();
  const { item, text } = props;
  const words = t.bank.split;
  const wrong = read(text) === null;
  return (
    <tr className={item.named ? 'split-named' : undefined}>
      <td>
        <span className="amount">{item.number}</span>
        {toCents(item.open) < 0 && <span className="desk-text"> {words.credit}</span>}
      </td>
      <td>{item.due && <DateText value={item.due} />}</td>
      <td className="end">
        <Money value={item.open} />
      </td>
      <td className="split-put">
        <TextField
          aria-label={words.put(item.number)}
          value={text}
          onChange={props.onChange}
          isInvalid={wrong}
          inputMode="decimal"
          autoComplete="off"
        >
          <Input className="field-input amount" />
        </TextField>
        {wrong && <span className="field-problem">{words.notMoney}</span>}
      </td>
      <td>
        <Button weight="quiet" aria-label={words.allOf(item.number)} onPress={props.onAll}>
          {words.all}
        </Button>
      </td>
    </tr>
  );
}

export function SplitEditor(props: Props) {
  const { line, customer, parts, busy, onBook, onClose } = props;
  const t = useText();
  const lang = useLanguage();
  const words = t.bank.split;
  const amount = toCents(line.amount);
  const [typed, change] = useState<Typed>(
    () =>
      props.typed ??
      (parts.length > 0 ? fromParts(parts, lang) : oldestFirst(amount, customer.invoices, lang)),
  );
  const setTyped = (next: Typed) => {
    change(next);
    props.onType(next);
  };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input') ?? form.current?.querySelector('button');
    first?.focus();
  }, []);
  const left = minus(amount, total(typed));
  const ready = partsOf(amount, typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) onBook(ready);
  };
  const fill = (item: OpenItemRow) => {
    const others = minus(total(typed), read(typed[item.invoice]) ?? minus(amount, amount));
    setTyped({ ...typed, [item.invoice]: typedOf(fits(toCents(item.open), minus(amount, others)), lang) });
  };
  return (
    <form
      ref={form}
      className="split-form"
      onSubmit={submit}
      aria-label={words.title(formatMoney(line.amount, lang))}
    >
      <header className="pane-head">
        <div>
          <h3>{words.title(formatMoney(line.amount, lang))}</h3>
          <p className="quiet">{words.of(customer.name)}</p>
        </div>
        <IconButton icon="close" label={t.common.close} onPress={onClose} />
      </header>
      <div className="line-work">
        {customer.invoices.length === 0 ? (
          <p>{words.noInvoices}</p>
        ) : (
          <table className="parts">
            <thead>
              <tr>
                <th scope="col">{t.bank.proposal.invoice}</th>
                <th scope="col">{t.bank.proposal.due}</th>
                <th scope="col" className="end">
                  {t.bank.proposal.open}
                </th>
                <th scope="col" className="end">
                  {t.bank.proposal.put}
                </th>
                <th scope="col">
                  <span className="visually-hidden">{words.all}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {customer.invoices.map((item) => (
                <Item
                  key={item.invoice}
                  item={item}
                  text={typed[item.invoice] ?? ''}
                  onChange={(text) => setTyped({ ...typed, [item.invoice]: text })}
                  onAll={() => fill(item)}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
      <footer className="line-acts split-foot">
        <p className={ready ? 'split-left' : 'split-left split-wrong'} role="status">
          <strong className="amount">{formatCents(left, lang)}</strong>{' '}
          {left === 0 ? words.exact : ready ? words.left : words.over}
          {ready && left !== 0 && <span className="desk-text"> {words.leftHelp}</span>}
        </p>
        <Button onPress={() => setTyped(oldestFirst(amount, customer.invoices, lang))}>{words.oldest}</Button>
        <Button onPress={() => setTyped({})}>{words.none}</Button>
        <Button weight="primary" type="submit" isDisabled={!ready || busy} trailing={<Kbd combo="enter" />}>
          {words.book}
        </Button>
      </footer>
    </form>
  );
}
