// Dividing a line by hand: over what one customer has open, or over several customers when one pays for others.
// What is left of it is said with every key. What is not divided stays with the only customer.

import { useEffect, useRef, type FormEvent } from 'react';
import type { Accept, CandidateRow, DeskLine, OpenItemRow } from '../../../backend';
import { Button, IconButton } from '../../../components/Button';
import { Kbd } from '../../../components/Kbd';
import { useLanguage, useText } from '../../../i18n';
import { useAction } from '../../../keys/actions';
import { keyTable } from '../../../keys/table';
import { formatCents, formatMoney, sumCents, toCents } from '../../../money';
import {
  acceptOf,
  allFits,
  fits,
  NOTHING,
  oldestFirst,
  read,
  restOf,
  shareTotal,
  typedOf,
  withoutShare,
  type Share,
} from './division';
import { ShareItems } from './ShareItems';

type Props = {
  line: DeskLine;
  shares: readonly Share[];
  onChange: (shares: readonly Share[]) => void;
  /** Customers for whom money came from this account before. */
  before: readonly CandidateRow[];
  busy: boolean;
  onBook: (accept: Accept) => void;
  /** Another customer is looked for. */
  onFind: () => void;
  onClose: () => void;
};

export function SplitEditor({ line, shares, onChange, before, busy, onBook, onFind, onClose }: Props) {
  const t = useText();
  const lang = useLanguage();
  const words = t.bank.split;
  const amount = toCents(line.amount);
  const several = shares.length > 1;
  const only = several ? undefined : shares[0];
  const rest = restOf(amount, shares);
  const fitting = allFits(line, shares);
  const ready = fitting ? acceptOf(line.id, amount, shares) : null;
  const form = useRef<HTMLFormElement>(null);
  // Whoever comes last has the keys: the first field of the newest customer.
  const many = shares.length;
  useEffect(() => {
    if (many === 0) return;
    const parts = [...(form.current?.querySelectorAll<HTMLElement>('.split-share') ?? [])];
    const within = parts.at(-1) ?? form.current;
    const first = within?.querySelector<HTMLElement>('input') ?? form.current?.querySelector('button');
    first?.focus();
  }, [many]);
  useAction('bankAddShare', onFind);

  const change = (at: number, share: Share) => onChange(shares.with(at, share));
  const add = (customer: CandidateRow) => {
    const typed = oldestFirst(rest, customer.invoices, lang, amount);
    onChange([...shares, { customer, typed, loose: '' }]);
  };
  const all = (at: number, share: Share, { invoice, open }: OpenItemRow) => {
    const own = read(share.typed[invoice]) ?? NOTHING;
    const free = sumCents([rest, own]);
    const typed = { ...share.typed, [invoice]: typedOf(fits(toCents(open), free), lang) };
    change(at, { ...share, typed });
  };
  const takeRest = (at: number, share: Share) => {
    const own = read(share.loose) ?? NOTHING;
    change(at, { ...share, loose: typedOf(sumCents([rest, own]), lang) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) onBook(ready);
  };
  const over = !fitting || (several ? Math.sign(rest) === -Math.sign(amount) && rest !== 0 : !ready);
  const others = before.filter(({ customer }) =>
    shares.every((share) => share.customer.customer !== customer),
  );

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
          {only && <p className="quiet">{words.of(only.customer.name)}</p>}
        </div>
        <IconButton icon="close" label={t.common.close} onPress={onClose} />
      </header>
      <div className="line-work">
        {shares.map((share, at) => (
          <div
            key={share.customer.customer}
            className="split-share"
            role="group"
            aria-label={share.customer.name}
          >
            {several && (
              <header>
                <h4>{share.customer.name}</h4>
                <span className="amount">{formatCents(shareTotal(share), lang)}</span>
                <IconButton
                  icon="close"
                  label={words.remove(share.customer.name)}
                  onPress={() => onChange(withoutShare(shares, at))}
                />
              </header>
            )}
            <ShareItems
              line={line}
              share={share}
              several={several}
              onChange={(next) => change(at, next)}
              onAll={(item) => all(at, share, item)}
              onRest={() => takeRest(at, share)}
            />
          </div>
        ))}
        <div className="split-more">
          <Button icon="create" onPress={onFind} trailing={<Kbd combo={keyTable.bankAddShare.combo} />}>
            {words.add}
          </Button>
          {others.length > 0 && (
            <>
              <span className="desk-text">{words.before}</span>
              {others.map((customer) => (
                <Button key={customer.customer} weight="quiet" onPress={() => add(customer)}>
                  {customer.name}
                </Button>
              ))}
            </>
          )}
        </div>
      </div>
      <footer className="line-acts split-foot">
        <p className={over ? 'split-left split-wrong' : 'split-left'} role="status">
          {fitting && <strong className="amount">{formatCents(rest, lang)}</strong>}{' '}
          {!fitting ? words.moreThanOpen : rest === 0 ? words.exact : over ? words.over : words.left}
          {several && rest === 0 && !ready && <span className="desk-text"> {words.nobody}</span>}
          {!over && rest !== 0 && (
            <span className="desk-text"> {several ? words.severalHelp : words.leftHelp}</span>
          )}
        </p>
        {only && (
          <>
            <Button
              onPress={() => change(0, { ...only, typed: oldestFirst(amount, only.customer.invoices, lang) })}
            >
              {words.oldest}
            </Button>
            <Button onPress={() => change(0, { ...only, typed: {} })}>{words.none}</Button>
          </>
        )}
        <Button weight="primary" type="submit" isDisabled={!ready || busy} trailing={<Kbd combo="enter" />}>
          {words.book}
        </Button>
      </footer>
    </form>
  );
}
