// What a customer still has to pay, invoice by invoice.

import { Button } from 'react-aria-components';
import type { CustomerDetail, InvoiceRow } from '../../backend';
import { Chip } from '../../components/Chip';
import { DateText, Money } from '../../components/Figures';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';
import { WhyMoney } from '../why/Why';
import { stepName } from './words';

const flags = ['disputed', 'held', 'handed_over'] as const;

function Row({ item }: { item: InvoiceRow }) {
  const t = useText();
  const { go } = useNavigation();
  const words = t.customers.one;
  const { id, number, kind, due, days_late: late, stage } = item;
  return (
    <tr>
      <th scope="row">
        <Button className="item-link" onPress={() => go({ room: 'invoices', open: id })}>
          {number}
        </Button>
        {kind === 'credit_note' && <small>{words.credit}</small>}
        {stage && <small>{stepName(stage, 'letter', t)}</small>}
        {flags
          .filter((flag) => item.flags.includes(flag))
          .map((flag) => (
            <Chip key={flag} tone="held">
              {t.customers.flag[flag]}
            </Chip>
          ))}
      </th>
      <td className="item-due">
        {due ? <DateText value={due} /> : <span className="quiet">{words.noDue}</span>}
        {late !== null && late > 0 && <small className="item-late">{t.customers.late(late)}</small>}
      </td>
      <td className="item-amount">
        <Money value={item.amount} />
      </td>
      <td className="item-amount">
        <WhyMoney
          value={item.open}
          asked={{ customer: item.customer, invoice: id, name: `${t.acts.invoice} ${number}` }}
          what={`${words.rest}, ${number}`}
          strong
        />
      </td>
    </tr>
  );
}

export function OpenItems({ detail }: { detail: CustomerDetail }) {
  const t = useText();
  const words = t.customers.one;
  const { items } = detail;
  return (
    <section className="customer-part">
      <h3 className="part-title">
        {words.items} {items.length > 0 && <span className="quiet amount">{t.number(items.length)}</span>}
      </h3>
      {items.length === 0 ? (
        <p className="quiet">{words.noItems}</p>
      ) : (
        // Focusable, because it may scroll with very long numbers.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="items-scroll" tabIndex={0} role="region" aria-label={words.items}>
          <table className="items">
            <thead>
              <tr>
                <th scope="col">{words.number}</th>
                <th scope="col">{words.due}</th>
                <th scope="col" className="item-amount">
                  {words.amount}
                </th>
                <th scope="col" className="item-amount">
                  {words.rest}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <Row key={item.id} item={item} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
