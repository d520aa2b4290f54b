// Past runs: all of them in a list, and one of them as it was.

import { useState } from 'react';
import type { RunRow, Runs } from '../../../backend';
import { useBackend } from '../../../backend';
import { Button } from '../../../components/Button';
import { Chip } from '../../../components/Chip';
import { DateText, Money } from '../../../components/Figures';
import { PagedTable } from '../../../components/PagedTable';
import type { Column } from '../../../components/pagedColumns';
import { RoomHead } from '../../../components/RoomHead';
import { EmptyState, ErrorState, Skeleton } from '../../../components/States';
import { usePages } from '../../../components/usePages';
import { useNavigation } from '../../../frame/navigation';
import { useLanguage, useText, type Text } from '../../../i18n';
import { RunPage } from './RunPage';
import './Past.css';

type Page = Runs & { rows: readonly RunRow[] };

function State({ run }: { run: RunRow }) {
  const t = useText().pastRuns;
  if (run.waiting > 0) return <Chip tone="held">{t.waiting(run.waiting)}</Chip>;
  if (run.unconfirmed > 0) return <Chip tone="plain">{t.unconfirmed(run.unconfirmed)}</Chip>;
  if (run.letters === 0 && run.withdrawn > 0) return <Chip tone="plain">{t.withdrawn}</Chip>;
  return <Chip tone="good">{t.done}</Chip>;
}

function columnsOf(t: Text): Column<RunRow>[] {
  const words = t.pastRuns;
  return [
    {
      id: 'date',
      title: words.columns.date,
      width: 'minmax(8rem, 1fr)',
      cell: (run) => (
        <span className="paged-lines">
          <span>
            <DateText value={run.date} />
          </span>
          <small>{run.run}</small>
        </span>
      ),
    },
    {
      id: 'letters',
      title: words.columns.letters,
      width: '5rem',
      end: true,
      from: 37,
      cell: (run) => <span className="amount">{t.number(run.letters)}</span>,
    },
    {
      id: 'ways',
      title: words.columns.ways,
      width: 'minmax(9rem, 1fr)',
      from: 40,
      cell: (run) => (
        <span className="paged-cut">
          {[words.ways(run.paper, run.mails), run.withdrawn > 0 && words.withdrawnOf(run.withdrawn)]
            .filter(Boolean)
            .join(', ')}
        </span>
      ),
    },
    { id: 'state', title: words.columns.state, width: '9.5rem', cell: (run) => <State run={run} /> },
    {
      id: 'amount',
      title: words.columns.amount,
      width: '8rem',
      end: true,
      cell: (run) => <Money value={run.amount} />,
    },
  ];
}

function AllRuns() {
  const t = useText();
  const backend = useBackend();
  const lang = useLanguage();
  const { go } = useNavigation();
  const [active, setActive] = useState(0);
  const pages = usePages<RunRow, Page>(['runs', lang], async (offset, limit) => {
    const page = await backend.call('runs', { offset, limit });
    return { ...page, rows: page.runs };
  });
  if (pages.error && !pages.head)
    return <ErrorState title={t.pastRuns.failed} reason={pages.error} onRetry={pages.again} />;
  if (!pages.head) return <Skeleton lines={['title', 'text', 'row', 'row', 'row']} />;
  return (
    <div className="run-past">
      <RoomHead title={t.pastRuns.title} lead={t.pastRuns.intro} />
      {pages.head.total === 0 ? (
        <EmptyState icon="letters" title={t.pastRuns.emptyTitle} text={t.pastRuns.emptyText}>
          <Button onPress={() => go({ room: 'dunning', tab: 'run' })}>{t.pastRuns.toRun}</Button>
        </EmptyState>
      ) : (
        <PagedTable
          label={t.pastRuns.title}
          columns={columnsOf(t)}
          pages={pages}
          keyOf={({ run }) => run}
          sorting={{ by: 'date', descending: true }}
          onSort={() => undefined}
          active={active}
          onActive={setActive}
          onOpen={({ run }) => go({ room: 'dunning', tab: 'past', open: run })}
          question=""
        />
      )}
    </div>
  );
}

export function PastTab() {
  const { place } = useNavigation();
  return place.open ? <RunPage key={place.open} run={place.open} /> : <AllRuns />;
}
