// Dossiers: who is ready to be handed over, what was, and beside the list the one that is opened.

import { useEffect, useRef, useState } from 'react';
import type { HandoverReport } from '../../backend';
import { Button } from '../../components/Button';
import { Kbd } from '../../components/Kbd';
import type { PagedHandle } from '../../components/PagedTable';
import { RoomHead } from '../../components/RoomHead';
import { Split } from '../../components/Split';
import { EmptyState, ErrorState, Skeleton } from '../../components/States';
import { Tabs } from '../../components/Tabs';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';
import { useAction } from '../../keys/actions';
import { keyTable } from '../../keys/table';
import { useSession } from '../session/session';
import { CheckPanel } from './CheckPanel';
import { CustomerSearch } from './CustomerSearch';
import { DossierPanel } from './DossierPanel';
import { comesFirst } from './first';
import { HandedTable } from './HandedTable';
import { ReadyTable } from './ReadyTable';
import { useHanded, useReady } from './useDossiers';
import './dossiers.css';

const tabs = ['ready', 'handed'] as const;
type TabId = (typeof tabs)[number];

/** A dossier that was handed over is named by its fact; one that was not, by its customer. */
const isHanded = (open: string | undefined) => open?.startsWith('F-') ?? false;

export function DossiersRoom() {
  const t = useText();
  const words = t.dossiers;
  const { info } = useSession();
  const { place, replace } = useNavigation();
  const ready = useReady();
  const handed = useHanded();
  const [searching, setSearching] = useState(false);
  const [made, setMade] = useState<HandoverReport | null>(null);
  const table = useRef<PagedHandle>(null);
  const opened = place.open ?? null;
  const asked = tabs.find((value) => value === place.tab);
  const tab: TabId = asked ?? (isHanded(place.open) ? 'handed' : 'ready');
  const show = (next: TabId, open?: string) =>
    replace({ room: 'dossiers', tab: next, ...(open !== undefined && { open }) });
  const close = () => {
    setMade(null);
    show(tab);
    // Back to the list it came from, once that can take the focus again.
    setTimeout(() => table.current?.focus());
  };
  useAction('dossierFind', () => setSearching(true));
  useAction('closePanel', close, opened !== null);
  const loaded = ready.data !== undefined && handed.data !== undefined;
  const arriving = loaded && opened === null;
  const arrived = useRef(false);
  useEffect(() => {
    // Once, on arriving: a tab that is chosen later keeps the focus itself.
    if (!arriving || arrived.current) return;
    arrived.current = true;
    table.current?.focus();
  }, [arriving]);

  const error = ready.error ?? handed.error;
  if (!ready.data || !handed.data) {
    return (
      <div className="dossiers">
        <h1 className={error ? 'visually-hidden' : undefined}>{words.title}</h1>
        {error ? (
          <ErrorState
            title={words.failed}
            reason={error}
            onRetry={() => void Promise.all([ready.refetch(), handed.refetch()])}
          />
        ) : (
          <Skeleton lines={['text', 'row', 'row', 'row', 'row']} />
        )}
      </div>
    );
  }
  const able = ready.data.ready.filter((one) => comesFirst(one) === null).length;
  const shown = ready.data.ready.find(({ customer }) => customer === opened);
  const running = handed.data.dossiers.filter(({ state }) => state === 'with_them').length;

  const list =
    tab === 'ready' ? (
      ready.data.ready.length === 0 ? (
        <section className="card">
          <EmptyState icon="done" title={words.ready.emptyTitle} text={words.ready.emptyText}>
            <Button icon="search" onPress={() => setSearching(true)}>
              {words.find.button}
            </Button>
          </EmptyState>
        </section>
      ) : (
        <ReadyTable
          ready={ready.data.ready}
          today={info.today}
          opened={opened}
          onOpen={(row) => show('ready', row.customer)}
          handle={table}
        />
      )
    ) : handed.data.dossiers.length === 0 ? (
      <section className="card">
        <EmptyState icon="handover" title={words.handed.emptyTitle} text={words.handed.emptyText} />
      </section>
    ) : (
      <HandedTable
        dossiers={handed.data.dossiers}
        opened={opened}
        onOpen={(row) => {
          setMade(null);
          show('handed', row.id);
        }}
        handle={table}
      />
    );

  return (
    <>
      <Split
        onClose={close}
        main={
          <div className="dossiers">
            <RoomHead title={words.title} lead={words.lead(able, running)}>
              <Button
                icon="search"
                onPress={() => setSearching(true)}
                trailing={<Kbd combo={keyTable.dossierFind.combo} />}
              >
                {words.find.button}
              </Button>
            </RoomHead>
            <Tabs
              label={words.title}
              value={tab}
              onChange={(next) => {
                setMade(null);
                show(next);
              }}
              tabs={[
                { value: 'ready', label: words.tabs.ready, count: able },
                { value: 'handed', label: words.tabs.handed, count: running },
              ]}
            >
              {list}
            </Tabs>
          </div>
        }
        side={
          opened === null ? null : isHanded(opened) ? (
            <DossierPanel key={opened} dossier={opened} made={made} onClose={close} />
          ) : (
            <CheckPanel
              key={opened}
              customer={opened}
              first={shown ? comesFirst(shown) : null}
              onClose={close}
              onMade={(report) => {
                setMade(report);
                show('handed', report.id);
              }}
            />
          )
        }
      />
      {searching && (
        <CustomerSearch
          onClose={() => setSearching(false)}
          onChoose={(customer) => {
            setSearching(false);
            show('ready', customer);
          }}
        />
      )}
    </>
  );
}
