// A customer's details as they are known, with the way to correct them.

import type { CustomerDetail } from '../../backend';
import { Button } from '../../components/Button';
import { useText } from '../../i18n';
import { writtenIban, writtenPostcode } from '../../written';
import { useActs } from '../acts/ActsProvider';

export function Details({ detail }: { detail: CustomerDetail }) {
  const t = useText();
  const { begin } = useActs();
  const words = t.acts.correct;
  const { row, term_agreed: term } = detail;
  const yes = (known: boolean | null) => (known === null ? words.unknown : known ? words.yes : words.no);
  const lines: [name: string, value: string | null][] = [
    [words.name, row.name],
    [words.number, row.number],
    [words.attention, detail.attention],
    [words.street, [detail.street, detail.address_extra].filter(Boolean).join(', ')],
    [
      words.city,
      [
        [writtenPostcode(detail.postcode ?? ''), detail.postal_city ?? row.city].filter(Boolean).join(' '),
        detail.country !== 'NL' && detail.country,
      ]
        .filter(Boolean)
        .join(', '),
    ],
    [words.email, detail.email],
    [words.phone, detail.phone],
    [words.kvk, detail.kvk],
    [words.vat, detail.vat],
    [words.iban, detail.ibans.map(writtenIban).join(', ')],
    [words.language, t.languageName[detail.language]],
    [words.kind, t.customers.kind[row.kind]],
    [words.kindReason, detail.kind_reason],
    [words.term, yes(term)],
    [words.interest, detail.agreed_interest ?? words.interestLaw],
  ];
  return (
    <div className="document-parts">
      <dl className="details">
        {lines
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <div className="act-bar">
        <Button icon="edit" onPress={() => begin('correct', { customer: row.id, name: row.name })}>
          {t.acts.name.correct}
        </Button>
      </div>
    </div>
  );
}
