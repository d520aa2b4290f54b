// Vandaag: how things stand in one sentence, what is expected, and the work in order of euros.

import { useState } from 'react';
import type { AgeingBucket, Overview, WorkKind } from '../../backend';
import { AgeingBar } from '../../components/AgeingBar';
import { Button } from '../../components/Button';
import { Card } from '../../components/Card';
import { Kbd } from '../../components/Kbd';
import { EmptyState, ErrorState, Skeleton } from '../../components/States';
import { formatDate } from '../../dates';
import { useText } from '../../i18n';
import { useAction, useActions } from '../../keys/actions';
import { keyTable } from '../../keys/table';
import { useNavigation } from '../../frame/navigation';
import { useNarrow } from '../../components/useNarrow';
import { ExpectedCard } from './ExpectedCard';
import { FirstSteps } from './first/FirstSteps';
import { useFirstSteps } from './first/useFirstSteps';
import { RestoredQuestion } from './RestoredQuestion';
import { StateSentence } from './StateSentence';
import { begunIn, Unfinished } from './Unfinished';
import { useOverview } from './useOverview';
import { placeOf } from './where';
import { WhyMoney, WhyRoom } from '../why/Why';
import { WorkList } from './WorkList';
import { WorkPanel } from './WorkPanel';
import './TodayRoom.css';

function AllDone({ overview }: { overview: Overview }) {
  const t = useText();
  const bank = overview.bank_through
    ? t.today.done.bank(formatDate(overview.bank_through, t))
    : t.today.done.noBank;
  // What stands above it still waits.
  const { title, text } = begunIn(overview) > 0 || overview.uncertain_since ? t.today.doneElse : t.today.done;
  return (
    <section className="card">
      <EmptyState icon="done" title={title} text={`${text} ${bank}`} />
    </section>
  );
}

const askBucket = ({ bucket, amount }: AgeingBucket, name: string) => (
  <WhyMoney value={amount} asked={{ name, sum: { of: 'bucket', bucket } }} what={name} />
);

function Work({ overview }: { overview: Overview }) {
  const t = useText();
  const { place, go, has } = useNavigation();
  // Which panel is open is no place to go back to by itself: it stands beside the list.
  const [opened, setOpened] = useState<WorkKind | null>(
    () => overview.work.find(({ kind }) => kind === place.open)?.kind ?? null,
  );
  const steps = useFirstSteps(overview);
  const first = overview.work[0];
  const item = overview.work.find(({ kind }) => kind === opened);
  const open = (kind: WorkKind | null) => {
    const own = kind && placeOf(kind);
    if (own && has(own.room)) go(own);
    else setOpened(kind);
  };
  const close = () => {
    setOpened(null);
    // Back to the card it came from, once the list can take the focus again.
    setTimeout(() => document.querySelector<HTMLElement>(`.work [data-key="${opened}"]`)?.focus());
  };
  useAction('openFirst', () => first && open(first.kind), first !== undefined);
  useAction('closePanel', close, item !== undefined);
  const covered = useNarrow() && item !== undefined;
  const items = overview.ageing.reduce((sum, bucket) => sum + bucket.invoices, 0);

  return (
    <div className={item ? 'today today-split' : 'today'}>
      <div className="today-main" inert={covered}>
        {overview.uncertain_since && <RestoredQuestion since={overview.uncertain_since} />}
        <div className="today-title">
          <StateSentence overview={overview} />
          {first && !steps && (
            <Button
              weight="primary"
              large
              onPress={() => open(first.kind)}
              trailing={<Kbd combo={keyTable.openFirst.combo} />}
            >
              {t.today.begin}
            </Button>
          )}
        </div>
        {steps && <FirstSteps steps={steps} />}
        <Unfinished overview={overview} />
        <div className="today-cards">
          <Card title={t.today.ageing.title} remark={t.today.ageing.total(items)}>
            <AgeingBar buckets={overview.ageing} amount={askBucket} />
          </Card>
          <ExpectedCard expected={overview.expected} />
        </div>
        {overview.work.length === 0 ? (
          <AllDone overview={overview} />
        ) : (
          <Card title={t.today.work} remark={t.today.workOrder} flush>
            <WorkList work={overview.work} opened={opened} onOpen={open} />
          </Card>
        )}
      </div>
      {covered && <div className="panel-veil" role="presentation" onClick={close} />}
      {item && <WorkPanel key={item.kind} item={item} covering={covered} onClose={close} />}
    </div>
  );
}

/** Nothing was read in yet: only the first steps, and the sample to look around in. */
function Nothing({ overview }: { overview: Overview }) {
  const t = useText();
  const { run } = useActions();
  const steps = useFirstSteps(overview);
  return (
    <div className="today-main">
      {overview.uncertain_since && <RestoredQuestion since={overview.uncertain_since} />}
      <div className="today-title">
        <div className="today-words">
          <h1>{t.today.empty.title}</h1>
          <p className="quiet">{t.today.empty.text}</p>
        </div>
      </div>
      {steps ? (
        <FirstSteps steps={steps} whole />
      ) : (
        // All was skipped, and still nothing is known: the way to begin stays in sight.
        <div className="today-begin">
          <Button weight="primary" onPress={() => run('firstSteps')}>
            {t.actions.firstSteps}
          </Button>
        </div>
      )}
    </div>
  );
}

export function TodayRoom() {
  const t = useText();
  const { data, error, refetch } = useOverview();
  if (data) {
    const empty = data.known_customers === 0 && data.known_invoices === 0;
    return empty ? (
      <Nothing overview={data} />
    ) : (
      <WhyRoom>
        <Work overview={data} />
      </WhyRoom>
    );
  }
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
