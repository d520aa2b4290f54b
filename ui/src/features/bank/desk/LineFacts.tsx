// What the bank says of a line.

import type { DeskLine } from '../../../backend';
import { DateText, Money } from '../../../components/Figures';
import { Icon } from '../../../components/Icon';
import { writtenIban } from '../../../written';
import { useText } from '../../../i18n';

export function LineFacts({ line }: { line: DeskLine }) {
  const t = useText();
  const words = t.bank.line;
  const facts = [
    line.iban !== null && { label: words.iban, value: writtenIban(line.iban) },
    line.reference !== null && { label: words.reference, value: line.reference },
    line.end_to_end !== null && { label: words.endToEnd, value: line.end_to_end },
  ].filter((fact) => fact !== false);
  return (
    <header className="line-facts" aria-label={words.details}>
      <div className="line-top">
        <div>
          <h2>{line.payer ?? t.bank.desk.noName}</h2>
          <p className="quiet">
            <DateText value={line.date} />
          </p>
        </div>
        <p className="line-amount">
          <Money value={line.amount} strong />
        </p>
      </div>
      {line.description !== '' && <p className="line-text">{line.description}</p>}
      {(line.returned !== null || line.reversal) && (
        <p className="line-back">
          <Icon name="undo" size={16} />
          {line.returned !== null ? words.returned(line.returned) : words.reversal}
        </p>
      )}
      {facts.length > 0 && (
        <dl className="line-list">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="amount">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </header>
  );
}
