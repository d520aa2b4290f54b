import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { LanguageProvider } from '../i18n';
import type { Sorting } from './PagedHead';
import { PagedTable } from './PagedTable';
import type { Column } from './pagedColumns';
import { PAGE_SIZE, pagesAround, usePages } from './usePages';

type Row = { id: string; name: string };

const columns: Column<Row>[] = [
  { id: 'name', title: 'Naam', width: '1fr', sort: 'up', cell: (row) => row.name },
  { id: 'id', title: 'Nummer', width: '6rem', end: true, cell: (row) => row.id },
  { id: 'wide', title: 'Extra', width: '6rem', from: 500, cell: () => 'breed' },
];

type Ask = (offset: number, limit: number) => Promise<{ total: number; rows: Row[] }>;

const rows =
  (total: number): Ask =>
  (offset, limit) =>
    Promise.resolve({
      total,
      rows: Array.from({ length: Math.min(limit, total - offset) }, (_, at) => ({
        id: `K-${offset + at + 1}`,
        name: `Klant ${offset + at + 1}`,
      })),
    });

type Told = {
  onOpen?: (row: Row) => void;
  onMark?: (row: Row) => void;
  onType?: () => void;
  onLeave?: (offset: number) => void;
};

function Table({ ask, told }: { ask: Ask; told: Told }) {
  const [active, setActive] = useState(0);
  const [sorting, setSorting] = useState<Sorting>({ by: 'name', descending: false });
  const pages = usePages<Row, { total: number; rows: Row[] }>(['rows', sorting], ask);
  return (
    <PagedTable
      label="Klanten"
      columns={columns}
      pages={pages}
      keyOf={({ id }) => id}
      sorting={sorting}
      onSort={setSorting}
      active={active}
      onActive={setActive}
      question={JSON.stringify(sorting)}
      onOpen={told.onOpen ?? (() => undefined)}
      marked={new Set(['K-2'])}
      {...(told.onMark && { onMark: told.onMark })}
      {...(told.onType && { onType: told.onType })}
      {...(told.onLeave && { onLeave: told.onLeave })}
    />
  );
}

function show(ask: Ask, told: Told = {}) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const shown = render(
    <LanguageProvider>
      <QueryClientProvider client={queries}>
        <Table ask={ask} told={told} />
      </QueryClientProvider>
    </LanguageProvider>,
  );
  return { user: userEvent.setup(), ...shown };
}

const activeRow = (grid: HTMLElement) =>
  document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');

describe('a table of a hundred thousand rows', () => {
  it('reads one page, draws what is in sight and tells how long it is', async () => {
    const ask = vi.fn(rows(100_000));
    show(ask);
    await screen.findByText('Klant 1');
    const grid = screen.getByRole('grid', { name: 'Klanten' });
    expect(grid.getAttribute('aria-rowcount'), 'all rows and the head').toBe('100001');
    expect(within(grid).getAllByRole('row').length, 'not a hundred thousand').toBeLessThan(60);
    expect(ask).toHaveBeenCalledWith(0, PAGE_SIZE);
    expect(screen.getByText('Klant 3').closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('4');
    expect(screen.queryByText('breed'), 'a column that needs room waits for it').toBeNull();
  });

  it('walks by key and keeps the focus itself', async () => {
    const { user } = show(rows(100_000));
    await screen.findByText('Klant 1');
    const grid = screen.getByRole('grid');
    grid.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(activeRow(grid)?.textContent).toContain('Klant 2');
    await user.keyboard('{PageDown}');
    const after = Number(activeRow(grid)?.getAttribute('aria-rowindex'));
    expect(after, 'a page further, not a row').toBeGreaterThan(6);
    await user.keyboard('{Home}');
    expect(activeRow(grid)?.textContent).toContain('Klant 1');
    expect(document.activeElement).toBe(grid);
  });

  it('opens with Enter, marks with the space bar, and gives letters to the search', async () => {
    const told = { onOpen: vi.fn(), onMark: vi.fn(), onType: vi.fn() };
    const { user } = show(rows(10), told);
    await screen.findByText('Klant 1');
    screen.getByRole('grid').focus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(told.onOpen).toHaveBeenCalledWith({ id: 'K-2', name: 'Klant 2' });
    await user.keyboard(' ');
    expect(told.onMark).toHaveBeenCalledWith({ id: 'K-2', name: 'Klant 2' });
    expect(screen.getByText('Klant 2').closest('[role=row]')?.getAttribute('aria-selected')).toBe('true');
    await user.keyboard('v');
    expect(told.onType).toHaveBeenCalledOnce();
  });

  it('sorts by a head that says so, and reads again from the top', async () => {
    const ask = vi.fn(rows(500));
    const { user } = show(ask);
    await screen.findByText('Klant 1');
    const head = screen.getByRole('columnheader', { name: 'Naam' });
    expect(head.getAttribute('aria-sort')).toBe('ascending');
    await user.click(within(head).getByRole('button'));
    expect(head.getAttribute('aria-sort')).toBe('descending');
    await waitFor(() => expect(ask.mock.calls.filter(([offset]) => offset === 0)).toHaveLength(2));
    expect(
      screen.getByRole('columnheader', { name: 'Nummer' }).hasAttribute('aria-sort'),
      'what cannot be sorted says nothing',
    ).toBe(false);
  });

  it('keeps the rows of the last question in sight while the next is answered', async () => {
    let answer: (() => void) | null = null;
    const first = rows(20);
    let asked = 0;
    const ask: Ask = async (offset, limit) => {
      asked += 1;
      if (asked > 1) await new Promise<void>((resolve) => (answer = resolve));
      return first(offset, limit);
    };
    const { user } = show(ask);
    await screen.findByText('Klant 1');
    await user.click(screen.getByRole('button', { name: 'Naam' }));
    expect(screen.getByText('Klant 1'), 'no gap while waiting').toBeTruthy();
    await waitFor(() => expect(screen.getByRole('grid').getAttribute('aria-busy')).toBe('true'));
    await waitFor(() => expect(answer).not.toBeNull());
    (answer as unknown as () => void)();
    await waitFor(() => expect(screen.getByRole('grid').hasAttribute('aria-busy')).toBe(false));
  });

  it('tells where it was when it goes', async () => {
    const onLeave = vi.fn();
    const { unmount } = show(rows(1000), { onLeave });
    await screen.findByText('Klant 1');
    screen.getByRole('grid').scrollTop = 800;
    unmount();
    expect(onLeave).toHaveBeenCalledWith(800);
  });
});

describe('pages', () => {
  it('cover what is in sight and a little more, without the first, which is always there', () => {
    expect(pagesAround(0, 20)).toEqual([]);
    expect(pagesAround(PAGE_SIZE - 10, PAGE_SIZE + 10)).toEqual([1]);
    expect(pagesAround(PAGE_SIZE * 10, PAGE_SIZE * 10 + 20)).toEqual([9, 10]);
  });
});
