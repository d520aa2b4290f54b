// What one customer has open, and how much of the line goes to each of it.

import { Input, TextField } from 'react-aria-components';
import type { DeskLine, OpenItemRow } from '../../../backend';
import { Button } from '../../../components/Button';
import { DateText, Money } from '../../../components/Figures';
import { useLanguage, useText } from '../../../i18n';
import { formatCents, toCents, type Cents } from '../../../money';
import { read, tooMuch, type Share } from './division';

type AmountProps = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** What may be typed at most, when it is more than that. */
  most?: Cents | null;
};

function AmountInput({ label, value, onChange, most = null }: AmountProps) {
  const t = useText();
  const lang = useLanguage();
  const words = t.bank.split;
  const noMoney = read(value) === null;
  const wrong = noMoney || most !== null;
  return (
    <>
      <TextField
        aria-label={label}
        value={value}
        onChange={onChange}
        isInvalid={wrong}
        inputMode="decimal"
        autoComplete="off"
      >
        <Input className="field-input amount" />
      </TextField>
      {wrong && (
        <span className="field-problem">
          {noMoney ? words.notMoney : most ? words.onlyOpen(formatCents(most, lang)) : words.notOpen}
        </span>
      )}
    </>
  );
}

type Props = {
  line: DeskLine;
  share: Share;
  onChange: (share: Share) => void;
  /** As much as still fits goes to this invoice. */
  onAll: (item: OpenItemRow) => void;
  /** With several customers: what is only put to this one's name. */
  several: boolean;
  onRest: () => void;
};

export function ShareItems({ line, share, onChange, onAll, several, onRest }: Props) {
  const t = useText();
  const words = t.bank.split;
  const { customer, typed, loose } = share;
  if (customer.invoices.length === 0 && !several) return <p>{words.noInvoices}</p>;
  return (
    <table className="parts" aria-label={words.of(customer.name)}>
      <thead>
        <tr>
          <th scope="col">{t.bank.proposal.invoice}</th>
          <th scope="col" className="parts-due">
            {t.bank.proposal.due}
          </th>
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
          <tr key={item.invoice} className={item.named ? 'split-named' : undefined}>
            <td>
              <span className="amount">{item.number}</span>
              {toCents(item.open) < 0 && <span className="desk-text"> {words.credit}</span>}
            </td>
            <td className="parts-due">{item.due && <DateText value={item.due} />}</td>
            <td className="end">
              <Money value={item.open} />
            </td>
            <td className="split-put">
              <AmountInput
                label={words.put(item.number)}
                value={typed[item.invoice] ?? ''}
                most={tooMuch(line, item, typed[item.invoice])}
                onChange={(text) => onChange({ ...share, typed: { ...typed, [item.invoice]: text } })}
              />
            </td>
            <td>
              <Button weight="quiet" aria-label={words.allOf(item.number)} onPress={() => onAll(item)}>
                {words.all}
              </Button>
            </td>
          </tr>
        ))}
        {several && (
          <tr>
            <td colSpan={2}>{words.loose}</td>
            <td className="parts-due" aria-hidden />
            <td className="split-put">
              <AmountInput
                label={words.looseOf(customer.name)}
                value={loose}
                onChange={(text) => onChange({ ...share, loose: text })}
              />
            </td>
            <td>
              <Button weight="quiet" aria-label={words.restOf(customer.name)} onPress={onRest}>
                {words.rest}
              </Button>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
