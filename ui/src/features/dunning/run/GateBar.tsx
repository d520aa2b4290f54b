// Whether this letter may go, the reason that decides, and on asking all of them with the figures. A letter that
// asks a decision is let through here, in two steps: what there is to know, and a yes that is written down.

import { useState } from 'react';
import { Button } from '../../../components/Button';
import { Chip } from '../../../components/Chip';
import { Kbd } from '../../../components/Kbd';
import { formatDate } from '../../../dates';
import { useNavigation, type Place } from '../../../frame/navigation';
import { useLanguage, useText } from '../../../i18n';
import { useAction } from '../../../keys/actions';
import { formatMoney } from '../../../money';
import { useActs } from '../../acts/ActsProvider';
import { ClaimFigures } from '../../today/ProposalDetail';
import { askedProposal } from '../../why/asked';
import { WhyRoom } from '../../why/Why';
import { gateTone } from '../../today/words';
import { deciding, remedyOf, type Remedy } from '../words';
import type { Letter } from './useRun';

type Props = {
  letter: Letter;
  approved: boolean;
  asking: boolean;
  onAsk: (asking: boolean) => void;
  onDecide: () => void;
};

function useDecisive({ gate, reasons, claim }: Letter): string[] {
  const t = useText();
  const lang = useLanguage();
  if (gate !== 'green') return deciding(reasons).map(({ message }) => message);
  if (claim.costs_announced && claim.costs_from) {
    const amount = formatMoney(claim.costs_announced, lang);
    return [t.dunning.letter.costsFrom(amount, formatDate(claim.costs_from, t))];
  }
  return [reasons[0]?.message ?? t.dunning.letter.noReasons];
}

export function GateBar({ letter, approved, asking, onAsk, onDecide }: Props) {
  const t = useText();
  const words = t.dunning.letter;
  const { go } = useNavigation();
  const [why, setWhy] = useState(false);
  const decisive = useDecisive(letter);
  const { gate, reasons, claim } = letter;
  const asked = askedProposal(letter);
  useAction('runWhy', () => setWhy(!why));
  const remedy = remedyOf(letter);
  const { begin } = useActs();
  const placeOf: Record<Exclude<Remedy, 'credit'>, Place> = {
    bank: { room: 'bank' },
    past: { room: 'dunning', tab: 'past' },
    customer: { room: 'customers', open: letter.customer },
  };
  const mend = (how: Remedy) => {
    if (how === 'credit') begin('setOff', { customer: letter.customer, name: letter.name });
    else go(placeOf[how]);
  };
  const shown = asking ? decisive : decisive.slice(0, 1);

  return (
    <div className="run-gate" data-gate={gate}>
      {why && (
        <WhyRoom whole={asked}>
          <div className="run-gate-why">
            <ul className="run-gate-reasons">
              {reasons.map(({ code, message }) => (
                <li key={`${code} ${message}`}>{message}</li>
              ))}
              {reasons.length === 0 && <li>{words.noReasons}</li>}
            </ul>
            <ClaimFigures claim={claim} asked={asked} />
          </div>
        </WhyRoom>
      )}
      <div className="run-gate-row">
        <Chip tone={approved ? 'accent' : gateTone[gate]}>
          {approved ? t.dunning.run.approved : t.today.gate[gate]}
        </Chip>
        <div className="run-gate-words" role="status">
          {shown.map((message) => (
            <p key={message}>{message}</p>
          ))}
          {asking && <p className="run-gate-ask">{words.ask}</p>}
          {remedy && !asking && (
            <Button weight="link" onPress={() => mend(remedy)}>
              {words.remedy[remedy]}
            </Button>
          )}
        </div>
        <div className="run-gate-buttons">
          {asking ? (
            <>
              <Button onPress={() => onAsk(false)}>{words.not}</Button>
              <Button weight="primary" onPress={onDecide} trailing={<Kbd combo="enter" />}>
                {words.sure}
              </Button>
            </>
          ) : (
            <>
              {gate === 'amber' && (
                <Button onPress={approved ? onDecide : () => onAsk(true)} trailing={<Kbd combo="enter" />}>
                  {approved ? words.decided : words.decide}
                </Button>
              )}
              <Button weight="link" aria-expanded={why} onPress={() => setWhy(!why)}>
                {why ? words.whyLess : words.why}
              </Button>
            </>
          )}
        </div>
      </div>
    </div>
  );
}
