// Every file that was read in, the latest first, and the way to take it back.

import { useState } from 'react';
import { useBackend, type ImportRow, type ImportsPage } from '../../../backend';
import { Button } from '../../../components/Button';
import { Chip } from '../../../components/Chip';
import { Dialog } from '../../../components/Dialog';
import { DateText } from '../../../components/Figures';
import { PagedTable } from '../../../components/PagedTable';
import type { Column } from '../../../components/pagedColumns';
import { EmptyState } from '../../../components/States';
import { usePages } from '../../../components/usePages';
import { useLanguage, useText, type Text } from '../../../i18n';
import { useAct } from '../../session/useAct';

function brought(row: ImportRow, t: Text): string {
  const words = t.bank.imports;
  return [
    row.bank_lines > 0 && words.lines(row.bank_lines),
    row.invoices > 0 && words.invoices(row.invoices),
    row.customers > 0 && words.customers(row.customers),
    row.changed > 0 && words.changed(row.changed),
  ]
    .filter(Boolean)
    .join(', ');
}

function columnsOf(t: Text, undo: (row: ImportRow) => void, busy: boolean): Column<ImportRow>[] {
  const words = t.bank.imports;
  return [
    {
      id: 'file',
      title: words.file,
      width: 'minmax(12rem, 2fr)',
      cell: (row) => (
        <>
          <span className="cell-name">{row.file}</span>
          <span className="cell-text">{words.kinds[row.kind]}</span>
        </>
      ),
    },
    { id: 'day', title: words.day, width: '8rem', cell: (row) => <DateText value={row.day} /> },
    {
      id: 'brought',
      title: words.brought,
      width: 'minmax(9rem, 1fr)',
      from: 46,
      cell: (row) => <span className="cell-text">{brought(row, t)}</span>,
    },
    {
      id: 'undo',
      title: words.undo,
      width: 'minmax(11rem, 2fr)',
      cell: (row) => {
        if (row.undone) return <Chip>{words.undone}</Chip>;
        if (row.undo_later) {
          return (
            <Button
              weight="quiet"
              icon="undo"
              isDisabled={busy}
              aria-label={words.undoLaterOf(row.later, row.file)}
              onPress={() => undo(row)}
            >
              {words.undoLater(row.later)}
            </Button>
          );
        }
        if (row.why_not !== null) return <span className="statement-gap">{row.why_not}</span>;
        return (
          <Button icon="undo" isDisabled={busy} aria-label={words.undoOf(row.file)} onPress={() => undo(row)}>
            {words.undo}
          </Button>
        );
      },
    },
  ];
}

export function ImportsTable() {
  const t = useText();
  const lang = useLanguage();
  const backend = useBackend();
  const { act, busy } = useAct();
  const [active, setActive] = useState(0);
  const words = t.bank.imports;
  const pages = usePages<ImportRow, ImportsPage>(['imports', lang], (offset, limit) =>
    backend.call('imports', { offset, limit }),
  );
  // What later acts build on it is asked first: it cannot be brought back in one go.
  const [asked, setAsked] = useState<ImportRow | null>(null);
  const undo = (row: ImportRow) => {
    if (row.undo) void act('undo', { id: row.fact });
    else setAsked(row);
  };
  const undoLater = (row: ImportRow) => {
    setAsked(null);
    void act('undo', { id: row.fact, later: true });
  };
  if (pages.total === 0) {
    return (
      <section className="card">
        <EmptyState icon="import" title={words.emptyTitle} text={words.emptyText} />
      </section>
    );
  }
  return (
    <>
      <PagedTable
        label={words.list}
        columns={columnsOf(t, undo, busy)}
        pages={pages}
        keyOf={({ id }) => id}
        rowRem={4}
        sorting={{ by: '', descending: false }}
        onSort={() => {}}
        active={active}
        onActive={setActive}
        onOpen={() => {}}
        question="imports"
      />
      {asked && (
        <Dialog
          title={words.laterTitle(asked.file)}
          isOpen
          onClose={() => setAsked(null)}
          buttons={
            <>
              <Button onPress={() => setAsked(null)}>{t.common.cancel}</Button>
              <Button weight="primary" onPress={() => undoLater(asked)}>
                {words.undo}
              </Button>
            </>
          }
        >
          <p>{words.laterText(asked.why_not ?? '')}</p>
        </Dialog>
      )}
    </>
  );
}
