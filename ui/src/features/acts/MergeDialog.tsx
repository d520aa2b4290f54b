// Two entries for one customer become one: the other is found, both are shown, and one stays.

import type { CustomerDetail } from '../../backend';
import { Choice } from '../../components/Choice';
import { Money } from '../../components/Figures';
import { Icon } from '../../components/Icon';
import { useText } from '../../i18n';
import { writtenPostcode } from '../../written';
import { useCustomer } from '../customers/useCustomers';
import { ActDialog } from './ActDialog';
import type { ActProps } from './ActShown';
import { CustomerPick, type Picked } from './CustomerPick';
import { useActForm } from './useActForm';

type Form = { other: Picked | null; stays: 'this' | 'other' };

function Compare({ one, other }: { one: CustomerDetail; other: CustomerDetail }) {
  const t = useText();
  const address = ({ street, postcode, postal_city: city }: CustomerDetail) =>
    [street, [writtenPostcode(postcode ?? ''), city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const lines: [name: string, of: (detail: CustomerDetail) => React.ReactNode][] = [
    [t.acts.correct.number, ({ row }) => row.number ?? row.id],
    [t.acts.correct.address, address],
    [t.acts.correct.email, ({ email }) => email],
    [t.acts.correct.kvk, ({ kvk }) => kvk],
    [t.acts.correct.kind, ({ row }) => t.customers.kind[row.kind]],
    [t.customers.column.open, ({ row }) => <Money value={row.open} />],
    [t.rooms.invoices, ({ row }) => t.number(row.invoices)],
  ];
  return (
    <table className="act-compare">
      <caption className="visually-hidden">{t.acts.merge.compare}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t.acts.merge.compare}</span>
          </th>
          <th scope="col">{one.row.name}</th>
          <th scope="col">{other.row.name}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([name, of]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{of(one)}</td>
            <td>{of(other)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function MergeDialog({
  subject,
  detail,
  onClose,
  onMerged,
}: ActProps & { onMerged: (into: string) => void }) {
  const t = useText();
  const staying = ({ other, stays }: Form) => (stays === 'other' && other ? other.id : subject.customer);
  const form = useActForm<'merge_customers', Form>({
    command: 'merge_customers',
    draft: `merge ${subject.customer}`,
    initial: { other: null, stays: 'this' },
    check: ({ other }) => (other === null ? { other: t.acts.problem.customer } : {}),
    request: (typed) => {
      const into = staying(typed);
      return { from: into === subject.customer ? (typed.other?.id ?? '') : subject.customer, into };
    },
    codes: { unknown_customer: 'other', ambiguous_customer: 'other', duplicate: 'other' },
    onDone: () => onMerged(staying(form.form)),
  });
  const { other, stays } = form.form;
  const found = useCustomer(other?.id ?? null);
  const second = other && found.data?.row.id === other.id ? found.data : null;
  return (
    <ActDialog
      title={t.acts.name.merge}
      about={detail.row.name}
      form={form}
      submit={t.acts.merge.submit}
      wide
      onClose={onClose}
    >
      <CustomerPick
        label={t.acts.merge.other}
        help={t.acts.merge.otherHelp}
        value={other}
        onChange={(picked) => form.set({ other: picked })}
        problem={form.problems.other}
        except={subject.customer}
        autoFocus
      />
      {second && (
        <>
          <Compare one={detail} other={second} />
          {detail.kvk && second.kvk && detail.kvk !== second.kvk && (
            <p className="strip strip-warning">
              <Icon name="warning" />
              {t.acts.merge.two}
            </p>
          )}
          <Choice
            label={t.acts.merge.stays}
            value={stays}
            onChange={(chosen) => form.set({ stays: chosen })}
            options={[
              // Under each other with their numbers: twins often differ in nothing else, and names are long.
              { value: 'this', title: detail.row.name, text: detail.row.number ?? detail.row.id },
              { value: 'other', title: second.row.name, text: second.row.number ?? second.row.id },
            ]}
          />
          <p className="field-help">{t.acts.merge.staysHelp}</p>
        </>
      )}
    </ActDialog>
  );
}
