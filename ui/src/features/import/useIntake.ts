// The files that are being looked at: what they would add, how their columns are read, and booking them.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiFailure, useBackend, type ColumnMap, type Imported, type ImportPreview } from '../../backend';
import { useLanguage } from '../../i18n';
import { useDraft } from '../session/drafts';
import { reading, stopReading } from '../session/reading';
import { useAct } from '../session/useAct';
import { offerFiles, useOfferedFiles } from './dropped';

type Columns = Record<string, ColumnMap>;

/** What was seen is not so any more: it is looked at again before it can be booked. */
const passed: ReadonlySet<string> = new Set(['file_changed', 'not_found']);

/** As the core says it of what it was already looking at. */
const overtaken = new ApiFailure({
  code: 'job_cancelled',
  severity: 'info',
  message: '',
  hint: null,
  details: {},
  fields: [],
});

export type Intake = {
  paths: readonly string[];
  preview: ImportPreview | undefined;
  reading: boolean;
  failure: unknown;
  acceptSupplier: boolean;
  booking: boolean;
  booked: Imported | null;
  add: (paths: readonly string[]) => void;
  remove: (path: string) => void;
  clear: () => void;
  setColumns: (path: string, map: ColumnMap) => void;
  setAcceptSupplier: (accept: boolean) => void;
  book: () => Promise<void>;
  undo: () => void;
  again: () => void;
};

export function useIntake(): Intake {
  const backend = useBackend();
  const lang = useLanguage();
  const queries = useQueryClient();
  const offered = useOfferedFiles();
  const { act, undo, busy, failure: refused } = useAct();
  const [paths, setPaths] = useDraft<readonly string[]>('import.paths', []);
  const [columns, setColumns] = useDraft<Columns>('import.columns', {});
  const [acceptSupplier, setAcceptSupplier] = useDraft('import.supplier', false);
  const [booked, setBooked] = useState<Imported | null>(null);

  const add = (more: readonly string[]) => {
    setBooked(null);
    setPaths([...new Set([...paths, ...more])]);
  };
  // Which question was asked last: one that was overtaken while the reading before it stopped, is not begun.
  const turn = useRef(0);
  const clear = () => {
    turn.current += 1;
    setPaths([]);
    setColumns({});
    setAcceptSupplier(false);
    queries.removeQueries({ queryKey: ['import_preview'] });
    void stopReading(backend);
  };

  useEffect(() => {
    if (offered.length === 0) return;
    add(offered);
    offerFiles([]);
    // Only when something new was dropped.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [offered]);

  const question = {
    paths: [...paths],
    columns: paths.flatMap((path) => (columns[path] ? [{ path, map: columns[path] }] : [])),
    accept_supplier: acceptSupplier,
  };
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: ['import_preview', lang, question],
    queryFn: async () => {
      // Another column or one file more: what was being looked at is not waited for.
      turn.current += 1;
      const mine = turn.current;
      await stopReading(backend);
      if (mine !== turn.current) throw overtaken;
      return reading(backend.call('import_preview', question));
    },
    enabled: paths.length > 0,
    staleTime: Infinity,
    // Who looks elsewhere meanwhile finds it read when coming back.
    gcTime: 10 * 60_000,
    retry: false,
    // Other columns or one file more: what was seen stays until it is seen again. Other files: nothing stays.
    placeholderData: (previous) =>
      previous?.seen.some(({ path }) => paths.includes(path)) ? previous : undefined,
  });
  const preview = paths.length > 0 ? data : undefined;
  useEffect(() => {
    if (refused instanceof ApiFailure && passed.has(refused.error.code)) void refetch();
  }, [refused, refetch]);

  // Stopped from elsewhere (the line at the foot of the window): that is no error, and nothing is left of it.
  const stopped = error instanceof ApiFailure && error.error.code === 'job_cancelled';
  useEffect(() => {
    if (stopped) clear();
    // Once for each time that it was stopped.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [stopped]);

  const book = async () => {
    if (!preview) return;
    const request = {
      paths: preview.seen.map(({ path }) => path),
      seen: preview.seen,
      columns: question.columns,
      accept_supplier: acceptSupplier,
    };
    const answer = await act('import', request, { quiet: true });
    if (!answer) return;
    clear();
    setBooked(answer);
  };

  return {
    paths,
    preview,
    reading: isFetching && (preview === undefined || isPlaceholderData),
    failure: stopped ? null : error,
    acceptSupplier,
    booking: busy,
    booked,
    add,
    remove: (path) => setPaths(paths.filter((known) => known !== path)),
    clear,
    setColumns: (path, map) => setColumns({ ...columns, [path]: map }),
    setAcceptSupplier,
    book,
    undo: () => {
      if (booked?.id) void undo(booked.id);
      setBooked(null);
    },
    again: () => void refetch(),
  };
}
