// One proposal: what the gate says and why, and the figures of what is asked.

import type { Claim, Proposal } from '../../backend';
import { Chip } from '../../components/Chip';
import { Money } from '../../components/Figures';
import { formatDate } from '../../dates';
import { useLanguage, useText } from '../../i18n';
import { formatMoney } from '../../money';
import { ProposalActs } from './ProposalActs';
import { askedProposal } from '../why/asked';
import { WhyMoney, type Asked } from '../why/Why';
import { gateTone, proposalName } from './words';

const INVOICES_SHOWN = 12;

/** `asked`: whose claim it is, where its total can be asked how it came. */
export function ClaimFigures({ claim, asked }: { claim: Claim; asked?: Asked }) {
  const t = useText();
  const lang = useLanguage();
  const announced = claim.costs_announced && formatMoney(claim.costs_announced, lang);
  return (
    <section className="detail-part">
      <table className="claim">
        <caption>{t.today.panel.claim}</caption>
        <tbody>
          {(['principal', 'interest', 'costs', 'total'] as const).map((part) => (
            <tr key={part} className={part === 'total' ? 'claim-total' : undefined}>
              <th scope="row">{t.today.panel[part]}</th>
              <td>
                {asked && part === 'total' ? (
                  <WhyMoney value={claim.total} asked={asked} what={t.today.panel.total} strong />
                ) : (
                  <Money value={claim[part]} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {announced && (
        <p className="field-help">
          {claim.costs_from
            ? t.today.panel.announced(announced, formatDate(claim.costs_from, t))
            : t.today.panel.announcedUndated(announced)}
        </p>
      )}
    </section>
  );
}

export function ProposalDetail({ proposal }: { proposal: Proposal }) {
  const t = useText();
  const { gate, reasons, invoices } = proposal;
  const more = invoices.length - INVOICES_SHOWN;
  return (
    // Focusable, because it may scroll and has nothing else to focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="detail" aria-label={proposal.name} tabIndex={0}>
      <header className="detail-head">
        <h3>{proposal.name}</h3>
        <Chip tone={gateTone[gate]}>{t.today.gate[gate]}</Chip>
        <span className="detail-step">{proposalName(proposal, t)}</span>
      </header>
      <ProposalActs proposal={proposal} />
      <div className="detail-parts">
        <section className="detail-part">
          <h4>{t.today.panel.why}</h4>
          <ul className="reasons">
            {reasons.map(({ code, message }) => (
              <li key={`${code} ${message}`}>{message}</li>
            ))}
            {reasons.length === 0 && <li>{t.today.panel.noReasons}</li>}
          </ul>
          <h4>{t.today.panel.invoices}</h4>
          <p className="detail-invoices amount">
            {invoices.slice(0, INVOICES_SHOWN).join(', ')}
            {more > 0 && ` ${t.today.panel.more(more)}`}
          </p>
        </section>
        <ClaimFigures claim={proposal.claim} asked={askedProposal(proposal)} />
      </div>
    </section>
  );
}
