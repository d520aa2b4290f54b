// The preview in sentences: what all files together add, and what one file is.

import type { FilePreview, ImportPreview } from '../../backend';
import { formatDate } from '../../dates';
import type { Text } from '../../i18n';

const sum = (preview: ImportPreview, of: (file: FilePreview) => number) =>
  preview.files.reduce((total, file) => total + of(file), 0);

/** A list with column names and nothing below them: not known already, but empty. */
const isEmptyList = ({ table, refused }: FilePreview) => refused === null && table?.rows === 0;

/** A list of which every row was skipped: most often a column that holds something else. */
export const isSkippedList = ({ table, refused, added, duplicates, changed, skipped }: FilePreview) =>
  refused === null && table !== null && skipped > 0 && added.invoices + duplicates + changed === 0;

/** "a, b en c" */
function listed(parts: readonly string[], t: Text): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : parts.slice(0, -1).join(', ') + t.importing.preview.and + last;
}

export function sentence(preview: ImportPreview, t: Text): { title: string; text: string | null } {
  const words = t.importing.preview;
  const lines = sum(preview, ({ added }) => added.bank_lines);
  const invoices = sum(preview, ({ added }) => added.invoices);
  const customers = sum(preview, ({ added }) => added.customers);
  const parts = [
    lines > 0 && words.lines(lines),
    invoices > 0 && words.invoices(invoices),
    customers > 0 && words.customers(customers),
  ].filter((part) => part !== false);
  if (parts.length > 0) return { title: words.title(listed(parts, t)), text: null };
  if (sum(preview, ({ changed }) => changed) > 0) return { title: words.changesOnly, text: null };
  if (preview.anything) return { title: words.statementsOnly, text: null };
  if (preview.files.length === 0) return { title: words.noFiles, text: words.noFilesText };
  if (preview.files.some(({ refused, table }) => refused !== null && table !== null)) {
    return { title: words.columnsNeeded, text: null };
  }
  if (preview.files.some(({ refused }) => refused?.code === 'not_own_invoice')) {
    return { title: words.supplierAsked, text: null };
  }
  if (preview.files.every(({ refused }) => refused !== null)) {
    return { title: words.unusable, text: null };
  }
  if (preview.files.some(isSkippedList)) return { title: words.skippedList, text: words.skippedListText };
  if (preview.files.some(isEmptyList)) return { title: words.nothing, text: words.emptyListText };
  return { title: words.nothing, text: words.nothingText };
}

/** What nothing can be done with stands below what can be booked: a folder may hold a lot of other things. */
export function usableFirst(files: readonly FilePreview[]): FilePreview[] {
  const useless = ({ refused, table }: FilePreview) =>
    refused !== null && table === null && refused.code !== 'not_own_invoice';
  return [...files.filter((file) => !useless(file)), ...files.filter(useless)];
}

function bankHeadline(file: FilePreview, t: Text): string {
  const words = t.importing.file;
  const lines = file.added.bank_lines + file.duplicates;
  const accounts = new Set(file.statements.map(({ account }) => account));
  const from = file.statements.flatMap((statement) => statement.from ?? []).toSorted()[0];
  const through = file.statements
    .flatMap((statement) => statement.through ?? [])
    .toSorted()
    .at(-1);
  const first = file.statements[0];
  const period =
    from && through
      ? `, ${from === through ? formatDate(from, t) : `${formatDate(from, t)} – ${formatDate(through, t)}`}`
      : '';
  const known =
    file.duplicates === 0 ? '' : file.added.bank_lines === 0 ? words.allKnown : words.known(file.duplicates);
  return accounts.size === 1 && first
    ? words.bank(first.account, period, lines) + known
    : words.accounts(accounts.size, lines) + known;
}

/** What one file is, in a sentence. */
export function headline(file: FilePreview, money: (amount: FilePreview['open']) => string, t: Text): string {
  const words = t.importing.file;
  const first = file.invoices[0];
  switch (file.kind) {
    case 'bank_statement':
      return bankHeadline(file, t);
    case 'e_invoice':
      if (!first) return words.invoiceKnown;
      return first.credit_note
        ? words.creditNote(first.number, first.customer, money(first.amount))
        : words.invoice(first.number, first.customer, money(first.amount));
    case 'open_items':
      if (file.added.invoices > 0) return words.list(file.added.invoices, money(file.open));
      if (isSkippedList(file)) return words.listSkipped;
      return isEmptyList(file) ? words.listEmpty : words.listKnown;
    default:
      return file.refused?.message ?? '';
  }
}

/** What else to know of a file, small under its headline. */
export function remarks(file: FilePreview, t: Text): string[] {
  const words = t.importing.file;
  const bank = file.kind === 'bank_statement';
  return [
    file.what,
    !bank && file.duplicates > 0 && words.knownRows(file.duplicates),
    file.changed > 0 && words.changed(file.changed),
    file.skipped > 0 && words.skipped(file.skipped),
  ].filter((part) => part !== false);
}
