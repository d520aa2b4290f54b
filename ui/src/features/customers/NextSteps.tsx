// What comes next with this customer, when, and why.

import type { CustomerDetail, Proposal, ProposalKind } from '../../backend';
import { Button } from '../../components/Button';
import { Chip } from '../../components/Chip';
import { Icon, type IconName } from '../../components/Icon';
import { useNavigation } from '../../frame/navigation';
import { once } from '../calculator/read';
import { useText } from '../../i18n';
import { writtenSentence } from '../../written';
import { useSession } from '../session/session';
import { askedProposal } from '../why/asked';
import { WhyMoney } from '../why/Why';
import { gateTone } from '../today/words';
import { nextWords, stepName } from './words';

const kindIcon: Record<ProposalKind, IconName> = {
  letter: 'letters',
  call: 'call',
  handover: 'handover',
  interrupt: 'limitation',
  review: 'list',
};

function One({ proposal }: { proposal: Proposal }) {
  const t = useText();
  const { go, has } = useNavigation();
  const { step, kind, gate, reasons, invoices, channels } = proposal;
  const how = channels.map((channel) => t.today.channel[channel] ?? channel).join(' + ');
  return (
    <div className={`next next-${gateTone[gate]}`}>
      <Icon name={kindIcon[kind]} />
      <div className="next-words">
        <h3>
          <span className="next-name">{stepName(step, kind, t)}</span>
          <Chip tone={gateTone[gate]}>{t.today.gate[gate]}</Chip>
        </h3>
        <p className="quiet">{[how, t.today.invoices(invoices.length)].filter(Boolean).join(' · ')}</p>
        <ul className="next-reasons">
          {/* Two promises of one day and amount say one thing. */}
          {once(reasons.map(({ message }) => message)).map((message) => (
            <li key={message}>{writtenSentence(message)}</li>
          ))}
        </ul>
        {kind === 'letter' && has('dunning') && (
          <Button weight="link" onPress={() => go({ room: 'dunning', tab: 'run', open: proposal.customer })}>
            {t.customers.one.toRun}
          </Button>
        )}
        {kind === 'handover' && has('dossiers') && (
          <Button weight="link" onPress={() => go({ room: 'dossiers', open: proposal.customer })}>
            {t.customers.one.toDossiers}
          </Button>
        )}
      </div>
      <WhyMoney
        value={proposal.claim.total}
        asked={askedProposal(proposal)}
        what={stepName(step, kind, t)}
        strong
      />
    </div>
  );
}

/** Once it is with the bailiff, what comes back is written down at the dossier. */
function HandedOver({ dossier }: { dossier: string }) {
  const t = useText();
  const { go, has } = useNavigation();
  return (
    <div className="next">
      <Icon name="handover" />
      <div className="next-words">
        <p className="next-title">{t.customers.one.handedOver}</p>
        <p className="quiet">{t.customers.one.handedOverText}</p>
        {has('dossiers') && (
          <Button weight="link" onPress={() => go({ room: 'dossiers', tab: 'handed', open: dossier })}>
            {t.customers.one.toDossier}
          </Button>
        )}
      </div>
    </div>
  );
}

export function NextSteps({ detail }: { detail: CustomerDetail }) {
  const t = useText();
  const { info } = useSession();
  const { proposals, row, dossiers } = detail;
  const handed = row.flags.includes('handed_over') ? dossiers[0]?.id : undefined;
  const words = t.customers.one;
  return (
    <section className="customer-part" aria-labelledby={`next ${row.id}`}>
      <h2 id={`next ${row.id}`} className="part-title">
        {words.next}
      </h2>
      {proposals.map((proposal) => (
        <One key={`${proposal.kind} ${proposal.step} ${proposal.invoices.join()}`} proposal={proposal} />
      ))}
      {handed && <HandedOver dossier={handed} />}
      {proposals.length === 0 && !handed && (
        <div className="next">
          <Icon name="calendar" />
          <div className="next-words">
            <p className="next-title">{row.next ? nextWords(row.next, info.today, t) : words.nextNone}</p>
            {!row.next && <p className="quiet">{words.nextNoneText}</p>}
          </div>
        </div>
      )}
    </section>
  );
}
