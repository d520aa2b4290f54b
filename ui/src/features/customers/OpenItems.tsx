// What a customer still has to pay, invoice by invoice.

import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CustomerDetail, InvoiceRow } from '../../backend';
import { Button } from '../../components/Button';
import { Chip } from '../../components/Chip';
import { DateText, Money } from '../../components/Figures';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';
import { toCents } from '../../money';
import { WhyMoney } from '../why/Why';
import { paperName } from '../acts/acts';
import { useMore } from './More';
import { flagTone, stepName } from './words';

/** Few enough to see what stands below: what happened, the letters, the details. */
const FIRST = 12;

const flags = ['disputed', 'held', 'handed_over'] as const;

function Row({ item }: { item: InvoiceRow }) {
  const t = useText();
  const { go } = useNavigation();
  const words = t.customers.one;
  const { id, number, kind, due, days_late: late, stage } = item;
  return (
    <tr>
      <th scope="row">
        <AriaButton className="item-link" onPress={() => go({ room: 'invoices', open: id })}>
          {number}
        </AriaButton>
        {kind === 'credit_note' && <small>{words.credit}</small>}
        {stage && <small>{stepName(stage, 'letter', t)}</small>}
        {flags
          .filter((flag) => item.flags.includes(flag))
          .map((flag) => (
            <Chip key={flag} tone={flagTone[flag]}>
              {t.customers.flag[flag]}
            </Chip>
          ))}
      </th>
      <td className="item-due">
        {kind === 'credit_note' ? (
          toCents(item.open) !== 0 && <span className="quiet">{t.invoices.notSettled}</span>
        ) : due ? (
          <DateText value={due} />
        ) : (
          <span className="quiet">{words.noDue}</span>
        )}
        {late !== null && late > 0 && <small className="item-late">{t.customers.late(late)}</small>}
      </td>
      <td className="item-amount">
        <Money value={item.amount} />
      </td>
      <td className="item-amount">
        {toCents(item.open) === 0 ? (
          <span className="quiet">{kind === 'credit_note' ? t.invoices.settled : t.invoices.paid}</span>
        ) : (
          <WhyMoney
            value={item.open}
            asked={{
              name: paperName({ number, credit: kind === 'credit_note' }, t),
              sum: { of: 'open', customer: item.customer, invoice: id },
            }}
            what={`${words.rest}, ${number}`}
            strong
          />
        )}
      </td>
    </tr>
  );
}

export function OpenItems({ detail }: { detail: CustomerDetail }) {
  const t = useText();
  const words = t.customers.one;
  const open = detail.items.filter(({ open: rest }) => toCents(rest) !== 0);
  const paid = detail.items.length - open.length;
  const [all, setAll] = useState(false);
  const items = all ? detail.items : open;
  const { shown, more } = useMore(items, FIRST);
  return (
    <section className="customer-part open-items">
      <h2 className="part-title">
        {words.items} {open.length > 0 && <span className="quiet amount">{t.number(open.length)}</span>}
      </h2>
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
              {shown.map((item) => (
                <Row key={item.id} item={item} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more}
      {paid > 0 && (
        <p className="items-more">
          <Button weight="link" onPress={() => setAll(!all)}>
            {all ? words.onlyOpen : words.alsoPaid(paid)}
          </Button>
        </p>
      )}
    </section>
  );
}
