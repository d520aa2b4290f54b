// The first rows that a file adds or changes.

import { useId, type ReactNode } from 'react';
import type { FilePreview, ImportChange, ImportInvoiceRow, IsoDate, Money as Amount } from '../../backend';
import { Chip } from '../../components/Chip';
import { DateText, Money } from '../../components/Figures';
import { Icon } from '../../components/Icon';
import { formatDate } from '../../dates';
import { useLanguage, useText, type Text } from '../../i18n';
import { formatCents, formatMoney, toCents, type Cents } from '../../money';

/** A part that opens; closed it says how much is in it. */
function Part(props: { title: string; remark: string; open: boolean; children: ReactNode }) {
  const id = useId();
  return (
    <details className="added" open={props.open}>
      <summary>
        <Icon name="forward" size={15} />
        <span id={id}>{props.title}</span>
        <span className="quiet">{props.remark}</span>
      </summary>
      {/* Focusable, because it may scroll and has nothing else to focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="added-rows" role="region" aria-labelledby={id} tabIndex={0}>
        {props.children}
      </div>
    </details>
  );
}

const some = (shown: number, all: number, t: Text) =>
  shown < all ? t.importing.table.first(shown, all) : String(all);

export function AddedLines({ file, open }: { file: FilePreview; open: boolean }) {
  const t = useText();
  const lang = useLanguage();
  const words = t.importing.table;
  const remark = [
    some(file.lines.length, file.added.bank_lines, t),
    words.moneyIn(formatMoney(file.money_in, lang)),
    words.moneyOut(formatCents(Math.abs(toCents(file.money_out)) as Cents, lang)),
  ].join(' · ');
  return (
    <Part title={words.newLines} remark={remark} open={open}>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{words.date}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.description}</th>
            <th scope="col" className="end">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {file.lines.map((line, at) => (
            // Two equal payments on one day are two rows.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              <td className="narrow">
                <DateText value={line.date} />
              </td>
              <td>
                <span className="rows-name">{line.name ?? line.iban ?? t.bank.desk.noName}</span>
              </td>
              <td>
                <span className="rows-text">{line.description}</span>
              </td>
              <td className="end">
                <Money value={line.amount} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function valueOf(change: ImportChange, value: string, t: Text, money: (amount: Amount) => string): string {
  if (change.kind === 'money') return money(value as Amount);
  if (change.kind === 'date') return formatDate(value as IsoDate, t);
  return value;
}

function Changes({ changes }: { changes: readonly ImportChange[] }) {
  const t = useText();
  const lang = useLanguage();
  const words = t.importing.table;
  const said = (change: ImportChange, value: string | null) =>
    value === null || value === ''
      ? words.empty
      : valueOf(change, value, t, (amount) => formatMoney(amount, lang));
  return changes.map((change) => (
    <span key={change.what} className="rows-change">
      {change.from === null
        ? words.fill(change.what, said(change, change.to))
        : words.from(change.what, said(change, change.from), said(change, change.to))}
    </span>
  ));
}

function InvoiceRow({ row }: { row: ImportInvoiceRow }) {
  const t = useText();
  const words = t.importing.table;
  return (
    <tr>
      <td>
        <span className="rows-name amount">{row.number}</span>
      </td>
      <td>
        <span className="rows-name">{row.customer}</span>
        {row.new_customer && <span className="rows-text">{words.newCustomer}</span>}
      </td>
      <td className="narrow">{row.due && <DateText value={row.due} />}</td>
      <td>
        <Chip tone={row.known ? 'held' : 'plain'}>{row.known ? words.isChanged : words.isNew}</Chip>
        <Changes changes={row.changes} />
      </td>
      <td className="end">
        <Money value={row.open} />
      </td>
    </tr>
  );
}

export function AddedInvoices({ file, open }: { file: FilePreview; open: boolean }) {
  const t = useText();
  const words = t.importing.table;
  const all = file.added.invoices + file.invoices_changed;
  return (
    <Part title={words.invoices} remark={some(file.invoices.length, all, t)} open={open}>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.customer}</th>
            <th scope="col">{words.due}</th>
            <th scope="col">{words.what}</th>
            <th scope="col" className="end">
              {words.open}
            </th>
          </tr>
        </thead>
        <tbody>
          {file.invoices.map((row, at) => (
            // A list may name an invoice twice.
            // oxlint-disable-next-line react/no-array-index-key
            <InvoiceRow key={at} row={row} />
          ))}
        </tbody>
      </table>
    </Part>
  );
}

export function AddedCustomers({ file }: { file: FilePreview }) {
  const t = useText();
  const words = t.importing.table;
  const all = file.added.customers + file.customers_changed;
  return (
    <Part title={words.customers} remark={some(file.customers.length, all, t)} open={false}>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{words.customer}</th>
            <th scope="col">{words.what}</th>
          </tr>
        </thead>
        <tbody>
          {file.customers.map((row, at) => (
            // Customers may share a name.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              <td>
                <span className="rows-name">{row.name}</span>
                <span className="rows-text">{row.city}</span>
              </td>
              <td>
                <Chip tone={row.known ? 'held' : 'plain'}>{row.known ? words.isChanged : words.isNew}</Chip>
                <Changes changes={row.changes} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
