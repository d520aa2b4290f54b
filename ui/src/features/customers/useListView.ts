// How a list stands: what is searched, which filters hold, how it is ordered, where one was in it. It is as it
// was when one comes back.

import { useCallback, useDeferredValue, useMemo } from 'react';
import type { Sorting } from '../../components/PagedHead';
import { putDraft, useDraft } from '../session/drafts';

type View<Filter extends string> = {
  search: string;
  filters: readonly Filter[];
  sorting: Sorting;
  active: number;
};

/** Lets a list that is not on screen begin with these filters: another room leads to it. */
export function presetList(name: string, sorting: Sorting, filters: readonly string[]): void {
  putDraft(`list ${name}`, { search: '', filters, sorting, active: 0 });
  putDraft(`list ${name} offset`, 0);
}

export function useListView<Filter extends string>(
  name: string,
  sorting: Sorting,
  first: readonly Filter[] = [],
) {
  const [view, setView] = useDraft<View<Filter>>(`list ${name}`, {
    search: '',
    filters: first,
    sorting,
    active: 0,
  });
  const [offset, leave] = useDraft(`list ${name} offset`, 0);
  // A new question starts at the top.
  const ask = useCallback(
    (part: Partial<View<Filter>>) => setView({ ...view, active: 0, ...part }),
    [view, setView],
  );
  return useMemo(
    () => ({
      ...view,
      offset,
      leave,
      setSearch: (search: string) => ask({ search }),
      setFilters: (filters: Filter[]) => ask({ filters }),
      setSorting: (next: Sorting) => ask({ sorting: next }),
      setActive: (active: number) => ask({ active }),
      /** Everything, or everything with these words. */
      clear: (search = '') => ask({ search, filters: [] }),
    }),
    [view, offset, leave, ask],
  );
}

export type ListView<Filter extends string> = ReturnType<typeof useListView<Filter>>;

/** What the core is asked for a list that stands so. Typing never waits for the answer. */
export function useListQuestion<Filter extends string, Sort extends string>(view: ListView<Filter>) {
  const search = useDeferredValue(view.search.trim());
  const { filters, sorting } = view;
  return useMemo(
    () => ({
      ...(search !== '' && { search }),
      ...(filters.length > 0 && { filters: [...filters] }),
      sort: sorting.by as Sort,
      descending: sorting.descending,
    }),
    [search, filters, sorting],
  );
}
