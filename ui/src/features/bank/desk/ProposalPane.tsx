// Where a line belongs: the chosen reading with its invoices and its reasons, and the other readings by number.

import type { DeskLine, DeskProposal } from '../../../backend';
import { Button } from '../../../components/Button';
import { Chip, type Tone } from '../../../components/Chip';
import { DateText, Money } from '../../../components/Figures';
import { Icon } from '../../../components/Icon';
import { Kbd } from '../../../components/Kbd';
import { useNavigation } from '../../../frame/navigation';
import { useLanguage, useText } from '../../../i18n';
import { keyTable } from '../../../keys/table';
import { formatMoney, toCents } from '../../../money';
import { WhyMoney } from '../../why/Why';

const tones: Record<DeskProposal['certainty'], Tone> = {
  certain: 'good',
  likely: 'accent',
  possible: 'held',
};

type Props = {
  line: DeskLine;
  at: number;
  onChoose: (at: number) => void;
  onAccept: () => void;
  onSplit: () => void;
  onPick: () => void;
  onAside: () => void;
  busy: boolean;
};

function Parts({ proposal }: { proposal: DeskProposal }) {
  const t = useText();
  const lang = useLanguage();
  const words = t.bank.proposal;
  if (proposal.parts.length === 0) return <p>{words.nothingPut}</p>;
  const back = proposal.parts.some(({ amount }) => toCents(amount) < 0);
  return (
    <>
      <table className="parts">
        <thead>
          <tr>
            <th scope="col">{words.invoice}</th>
            <th scope="col" className="parts-due">
              {words.due}
            </th>
            <th scope="col" className="end">
              {words.open}
            </th>
            <th scope="col" className="end">
              {words.put}
            </th>
            <th scope="col" className="end">
              {back ? words.reopens : words.remains}
            </th>
          </tr>
        </thead>
        <tbody>
          {proposal.parts.map((part) => (
            <tr key={part.invoice}>
              <td className="amount">{part.number}</td>
              <td className="parts-due">{part.due && <DateText value={part.due} />}</td>
              <td className="end">
                <WhyMoney
                  value={part.open}
                  asked={{
                    name: `${t.acts.invoice} ${part.number}`,
                    sum: { of: 'open', invoice: `${part.number}@${proposal.customer}` },
                  }}
                  what={`${words.open}, ${part.number}`}
                />
              </td>
              <td className="end">
                <Money value={part.amount} strong />
              </td>
              <td className="end">
                {toCents(part.remains) === 0 ? (
                  <span className="part-paid">{words.paid}</span>
                ) : (
                  <Money value={part.remains} />
                )}
                {toCents(part.beyond) > 0 && (
                  <span className="part-beyond">{words.costs(formatMoney(part.beyond, lang))}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {toCents(proposal.unallocated) > 0 && (
        <p className="parts-left">{words.left(formatMoney(proposal.unallocated, lang))}</p>
      )}
    </>
  );
}

function Chosen({ line, at }: { line: DeskLine; at: number }) {
  const t = useText();
  const { go } = useNavigation();
  const words = t.bank.proposal;
  const proposal = line.proposals[at];
  if (!proposal) return null;
  return (
    <div className="proposal-card">
      <header>
        <div>
          <h3>{proposal.name}</h3>
          {proposal.number !== null && <span className="quiet amount">{proposal.number}</span>}
        </div>
        <Chip tone={tones[proposal.certainty]}>{t.bank.desk.certainty[proposal.certainty]}</Chip>
        <Button
          weight="quiet"
          icon="customers"
          onPress={() => go({ room: 'customers', open: proposal.customer })}
        >
          {words.openCustomer}
        </Button>
      </header>
      <Parts proposal={proposal} />
      <ul className="desk-reasons" aria-label={words.why}>
        {proposal.reasons.map((reason) => (
          <li key={reason.code} className={`desk-reason-${reason.tone}`}>
            <Icon name={reason.tone === 'for' ? 'check' : 'warning'} size={15} />
            {reason.words}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Others({ line, at, onChoose }: Pick<Props, 'line' | 'at' | 'onChoose'>) {
  const t = useText();
  const words = t.bank.proposal;
  if (line.proposals.length < 2) return null;
  return (
    <section className="others" aria-label={words.others}>
      <h4>{words.others}</h4>
      <ol>
        {line.proposals.map((proposal, place) => (
          <li key={`${proposal.customer} ${proposal.parts.map(({ invoice }) => invoice).join(' ')}`}>
            <button
              type="button"
              className="other"
              aria-pressed={place === at}
              onClick={() => onChoose(place)}
            >
              <kbd className="kbd">{place + 1}</kbd>
              <span className="other-words">
                <span className="other-name">{proposal.name}</span>
                <span className="desk-text amount">
                  {proposal.parts.map(({ number }) => number).join(', ') || words.nothingPut}
                </span>
              </span>
              <span className="desk-text">{t.bank.desk.certainty[proposal.certainty]}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function ProposalPane(props: Props) {
  const t = useText();
  const { line, at, busy } = props;
  const words = t.bank.proposal;
  const none = line.proposals.length === 0;
  const out = line.class === 'out';
  return (
    <>
      {/* Focusable, because it may scroll and has nothing else to focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="line-work" tabIndex={0} role="region" aria-label={words.title}>
        {none ? (
          <div className="line-unknown">
            <h3>{out ? words.outTitle : words.unknownTitle}</h3>
            <p>{out ? words.outText : words.unknownText}</p>
          </div>
        ) : (
          <Chosen line={line} at={at} />
        )}
        <Others line={line} at={at} onChoose={props.onChoose} />
      </div>
      <footer className="line-acts">
        {!none && (
          <Button
            weight="primary"
            isDisabled={busy}
            onPress={props.onAccept}
            trailing={<Kbd combo={keyTable.bankAccept.combo} />}
          >
            {words.accept}
          </Button>
        )}
        {!none && (
          <Button onPress={props.onSplit} trailing={<Kbd combo={keyTable.bankSplit.combo} />}>
            {words.split}
          </Button>
        )}
        <Button
          weight={none && !out ? 'primary' : 'plain'}
          onPress={props.onPick}
          trailing={<Kbd combo={keyTable.bankSearch.combo} />}
        >
          {words.other}
        </Button>
        <Button
          weight={none && out ? 'primary' : 'plain'}
          onPress={props.onAside}
          trailing={<Kbd combo={keyTable.bankAside.combo} />}
        >
          {words.aside}
        </Button>
      </footer>
    </>
  );
}
