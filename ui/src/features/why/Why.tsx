// "Why?" on an amount: the calculation opens on a sheet at the right, over the window, and gives the focus back.

import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useBackend, type Money as Amount } from '../../backend';
import { Money } from '../../components/Figures';
import { Sheet } from '../../components/Sheet';
import { ErrorStrip, Skeleton } from '../../components/States';
import { useLanguage, useText } from '../../i18n';
import { useAction } from '../../keys/actions';
import { formatMoney } from '../../money';
import { WhyTable } from './WhyTable';
import './why.css';

/** Of whom, or of which invoice, and how that is called. */
export type Asked = { customer: string; invoice?: string; name: string };

const WhyContext = createContext<((asked: Asked) => void) | null>(null);

function WhySheet(props: { asked: Asked; onClose: () => void }) {
  const t = useText();
  const lang = useLanguage();
  const backend = useBackend();
  const { customer, invoice, name } = props.asked;
  const { data, error } = useQuery({
    queryKey: ['explain', customer, invoice ?? null, lang],
    queryFn: () => backend.call('explain', { customer, ...(invoice && { invoice }) }),
    staleTime: Infinity,
  });
  return (
    <Sheet title={t.why.title(name)} isOpen onClose={props.onClose}>
      {data ? (
        <WhyTable explained={data} />
      ) : error ? (
        <ErrorStrip reason={error} />
      ) : (
        <Skeleton lines={['text', 'block', 'block']} />
      )}
    </Sheet>
  );
}

/** Around a customer or an invoice: its amounts can be asked, and the key asks for the whole. */
export function WhyRoom(props: { whole: Asked; children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  useAction('why', () => setAsked(props.whole));
  const ask = useMemo(() => (what: Asked) => setAsked(what), []);
  return (
    <WhyContext value={ask}>
      {props.children}
      {asked && <WhySheet asked={asked} onClose={() => setAsked(null)} />}
    </WhyContext>
  );
}

/** An amount that can be pressed to see how it came. `what` says in words which amount it is. */
export function WhyMoney(props: { value: Amount; asked: Asked; what: string; strong?: boolean }) {
  const { value, asked, what, strong } = props;
  const t = useText();
  const lang = useLanguage();
  const ask = useContext(WhyContext);
  if (!ask) return <Money value={value} strong={strong ?? false} />;
  return (
    <Button
      className="why-money"
      aria-label={t.why.askWhat(formatMoney(value, lang), what)}
      onPress={() => ask(asked)}
    >
      <Money value={value} strong={strong ?? false} />
    </Button>
  );
}
