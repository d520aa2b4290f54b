// "Why?" on an amount: how it came opens on a sheet at the right, over the window, and gives the focus back.

import { createContext, useContext, useId, useMemo, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ExplainAsk, Money as Amount, SumAsk, SumOf } from '../../backend';
import { Money } from '../../components/Figures';
import { Sheet } from '../../components/Sheet';
import { useLanguage, useText } from '../../i18n';
import { useAction } from '../../keys/actions';
import { formatMoney } from '../../money';
import { ClaimWhy } from './ClaimWhy';
import { SumWhy } from './SumWhy';
import './why.css';

/** Which sum, and how it is called. */
export type AskedSum = { name: string; sum: Omit<SumAsk, 'offset' | 'limit' | 'date'> };

/** Whose claim, of which invoice or proposal only, and how that is called. */
export type AskedClaim = { name: string } & Omit<ExplainAsk, 'date'>;

/** What is explained is what is pressed: a claim with its interest and costs, or a sum without them. */
export type Asked = AskedSum | AskedClaim;

/** How to ask, and the words that say so of what stands in a sentence. */
const WhyContext = createContext<{ ask: (asked: Asked) => void; hint: string } | null>(null);

/** Around amounts: they can be asked, and the key asks for the whole, where there is one. */
export function WhyRoom(props: { whole?: Asked; children: ReactNode }) {
  const t = useText();
  const { whole } = props;
  const [asked, setAsked] = useState<Asked | null>(null);
  useAction('why', () => whole && setAsked(whole), whole !== undefined);
  const hint = useId();
  const context = useMemo(() => ({ ask: (what: Asked) => setAsked(what), hint }), [hint]);
  const close = () => setAsked(null);
  return (
    <WhyContext value={context}>
      {props.children}
      <span id={hint} hidden>
        {t.why.ask}
      </span>
      {asked && (
        <Sheet title={t.why.title(asked.name)} isOpen onClose={close}>
          {'sum' in asked ? <SumWhy sum={asked.sum} onLeave={close} /> : <ClaimWhy asked={asked} />}
        </Sheet>
      )}
    </WhyContext>
  );
}

/** Something to press that asks why; where nothing can be asked, what it holds. */
export function WhyPress(props: { asked: Asked; label: string; className?: string; children: ReactNode }) {
  const why = useContext(WhyContext);
  if (!why) return props.children;
  return (
    <Button
      className={props.className ?? 'why-money'}
      aria-label={props.label}
      onPress={() => why.ask(props.asked)}
    >
      {props.children}
    </Button>
  );
}

/** An amount that can be pressed to see how it came. `what` says in words which amount it is. */
export function WhyMoney(props: { value: Amount; asked: Asked; what: string; strong?: boolean }) {
  const { value, asked, what, strong } = props;
  const t = useText();
  const lang = useLanguage();
  return (
    <WhyPress asked={asked} label={t.why.askWhat(formatMoney(value, lang), what)}>
      <Money value={value} strong={strong ?? false} />
    </WhyPress>
  );
}

/** A sum of everybody, in the few words that stand for it. */
export function WhySum(props: {
  of: SumOf;
  name: string;
  amount: string;
  words: (amount: string) => string;
}) {
  const { of, name, amount, words } = props;
  const t = useText();
  return (
    <WhyPress asked={{ name, sum: { of } }} label={t.why.askWhat(amount, name)}>
      {words(amount)}
    </WhyPress>
  );
}

/** The same within a sentence, which goes on to read as one. */
export function WhyWord(props: { value: Amount; asked: Asked }) {
  const why = useContext(WhyContext);
  if (!why) return <Money value={props.value} />;
  return (
    <Button className="why-money" aria-describedby={why.hint} onPress={() => why.ask(props.asked)}>
      <Money value={props.value} />
    </Button>
  );
}
