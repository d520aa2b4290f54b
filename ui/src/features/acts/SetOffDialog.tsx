// A credit note that is set off against an invoice of the same customer: which one, and what that does.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ApiFailure, useBackend, type InvoiceRow } from '../../backend';
import { Money } from '../../components/Figures';
import { SelectField } from '../../components/SelectField';
import { useLanguage, useText } from '../../i18n';
import { formatMoney, toCents } from '../../money';
import { ActDialog } from './ActDialog';
import type { ActProps } from './ActShown';
import { InvoiceSelect, owedItems } from './InvoiceSelect';
import { useActForm } from './useActForm';

type Form = { credit: string; invoice: string };

/** Credit notes of which something is left. */
export function openCredits(items: readonly InvoiceRow[]): InvoiceRow[] {
  return items.filter(({ kind, open }) => kind === 'credit_note' && toCents(open) < 0);
}

/** What asks longest stands first. */
const byAge = (items: InvoiceRow[]) =>
  items.toSorted((one, other) => (one.due ?? one.date).localeCompare(other.due ?? other.date));

function usePreview({ credit, invoice }: Form) {
  const backend = useBackend();
  const lang = useLanguage();
  return useQuery({
    queryKey: ['credit_set_off_preview', credit, invoice, lang],
    queryFn: () => backend.call('credit_set_off_preview', { credit, invoice }),
    enabled: credit !== '' && invoice !== '',
    staleTime: Infinity,
    // Dimmed until the next is there: the dialog does not jump under the hand.
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function SetOffDialog({ subject, detail, onClose }: ActProps) {
  const t = useText();
  const lang = useLanguage();
  const words = t.acts.setOff;
  const credits = openCredits(detail.items);
  const items = byAge(owedItems(detail.items));
  const form = useActForm<'credit_set_off', Form>({
    command: 'credit_set_off',
    draft: `setOff ${subject.customer} ${subject.invoice ?? ''}`,
    initial: { credit: subject.invoice ?? credits[0]?.id ?? '', invoice: items[0]?.id ?? '' },
    check: ({ invoice }) => ({ ...(invoice === '' && { invoice: t.acts.problem.invoice }) }),
    request: ({ credit, invoice }) => ({ credit, invoice }),
    codes: {
      unknown_invoice: 'invoice',
      ambiguous_invoice: 'invoice',
      other_customer: 'invoice',
      invoice_nothing_open: 'invoice',
      set_off_against_credit: 'invoice',
    },
    onDone: onClose,
  });
  const { data: outcome, error, isPlaceholderData, isFetching } = usePreview(form.form);
  const nothing = credits.length === 0 ? words.noCredit : items.length === 0 ? words.noInvoice : null;
  const refused = error instanceof ApiFailure ? error.error.message : undefined;
  const reading = nothing === null && form.form.invoice !== '' && isFetching;
  const lines = [
    [words.before, outcome?.credit_before],
    [words.taken, outcome?.taken],
    [words.openAfter, outcome?.open_after],
    [words.creditAfter, outcome?.credit_after],
  ] as const;
  return (
    <ActDialog
      title={t.acts.name.setOff}
      about={subject.number ? words.about(subject.number, detail.row.name) : detail.row.name}
      help={words.help}
      form={{ ...form, reason: form.reason ?? (refused ? null : error) }}
      submit={words.submit}
      isDisabled={nothing !== null || error !== null}
      isReading={reading}
      onClose={onClose}
    >
      {nothing && <p>{nothing}</p>}
      {!nothing && !subject.invoice && credits.length > 1 && (
        <SelectField
          label={words.credit}
          options={credits.map(({ id, number, open }) => ({
            value: id,
            label: `${number} · ${formatMoney(open, lang)}`,
          }))}
          value={form.form.credit}
          onChange={(credit) => form.set({ credit })}
          problem={form.problems.credit}
        />
      )}
      {!nothing && (
        <InvoiceSelect
          items={items}
          value={form.form.invoice}
          onChange={(invoice) => form.set({ invoice })}
          problem={form.problems.invoice ?? refused}
        />
      )}
      {(outcome ?? reading) && (
        <div
          role="status"
          aria-busy={reading}
          className={isPlaceholderData ? 'act-outcome is-before' : 'act-outcome'}
        >
          <table className="act-sums">
            <tbody>
              {lines.map(([label, amount]) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{amount === undefined ? '…' : <Money value={amount} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {outcome?.remarks.map((remark) => (
            <p key={remark} className="act-remark">
              {remark}
            </p>
          ))}
        </div>
      )}
    </ActDialog>
  );
}
