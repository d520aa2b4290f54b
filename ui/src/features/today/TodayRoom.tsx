// Vandaag: how things stand in one sentence, how old it is, and the work in order of euros.

import { useState } from 'react';
import type { Today, WorkKind } from '../../backend';
import { AgeingBar } from '../../components/AgeingBar';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { Kbd } from '../../components/Kbd';
import { EmptyState, ErrorState, Skeleton } from '../../components/States';
import { formatDate } from '../../dates';
import { useText } from '../../i18n';
import { useAction } from '../../keys/actions';
import { keyTable } from '../../keys/table';
import { useSession } from '../session/session';
import { useNarrow } from '../../components/useNarrow';
import { StateSentence } from './StateSentence';
import { useToday } from './useToday';
import { WorkList } from './WorkList';
import { WorkPanel } from './WorkPanel';
import './TodayRoom.css';

function AllDone({ today }: { today: Today }) {
  const t = useText();
  const bank = today.bank_through
    ? t.today.done.bank(formatDate(today.bank_through, t))
    : t.today.done.noBank;
  return (
    <section className="card">
      <EmptyState icon="done" title={t.today.done.title} text={`${t.today.done.text} ${bank}`} />
    </section>
  );
}

function NoCustomers() {
  const t = useText();
  const { close } = useSession();
  return (
    <div className="today-middle">
      <EmptyState whole icon="today" title={t.today.empty.title} text={t.today.empty.text}>
        <Button icon="compass" onPress={() => void close({ at: 'sample' })}>
          {t.today.empty.sample}
        </Button>
      </EmptyState>
    </div>
  );
}

function Overview({ today }: { today: Today }) {
  const t = useText();
  const [opened, setOpened] = useState<WorkKind | null>(null);
  const first = today.work[0];
  const item = today.work.find(({ kind }) => kind === opened);
  const close = () => {
    setOpened(null);
    // Back to the card it came from, once the list can take the focus again.
    setTimeout(() => document.querySelector<HTMLElement>(`.work [data-key="${opened}"]`)?.focus());
  };
  useAction('openFirst', () => first && setOpened(first.kind), first !== undefined);
  useAction('closePanel', close, item !== undefined);
  const covered = useNarrow() && item !== undefined;
  const items = today.ageing.reduce((sum, bucket) => sum + bucket.invoices, 0);

  return (
    <div className={item ? 'today today-split' : 'today'}>
      <div className="today-main" inert={covered}>
        <div className="today-title">
          <StateSentence today={today} />
          {first && (
            <Button
              weight="primary"
              large
              onPress={() => setOpened(first.kind)}
              trailing={<Kbd combo={keyTable.openFirst.combo} />}
            >
              {t.today.begin}
            </Button>
          )}
        </div>
        <Card title={t.today.ageing.title} remark={t.today.ageing.total(items)}>
          <AgeingBar buckets={today.ageing} />
        </Card>
        {today.work.length === 0 ? (
          <AllDone today={today} />
        ) : (
          <Card title={t.today.work} remark={t.today.workOrder} flush>
            <WorkList work={today.work} opened={opened} onOpen={setOpened} />
          </Card>
        )}
      </div>
      {covered && <div className="panel-veil" role="presentation" onClick={close} />}
      {item && <WorkPanel key={item.kind} item={item} today={today} covering={covered} onClose={close} />}
    </div>
  );
}

export function TodayRoom() {
  const t = useText();
  const { data, error, refetch } = useToday();
  if (data) return data.customers === 0 ? <NoCustomers /> : <Overview today={data} />;
  if (error) {
    return (
      <div className="today-middle">
        <ErrorState title={t.today.failed} reason={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  return (
    <div className="today-main">
      <Skeleton lines={['title', 'text', 'block', 'row', 'row', 'row']} />
    </div>
  );
}
