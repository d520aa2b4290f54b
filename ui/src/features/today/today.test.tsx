import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { refusal, renderApp, type Answers } from '../../testing/fake';
import { appInfo, open, overview, proposal, proposalsPage } from '../../testing/fixtures';

const none = '0.00' as never;
const empty = {
  customers: 0,
  known_customers: 0,
  known_invoices: 0,
  open: none,
  overdue: none,
  moving: none,
  bank_through: null,
  work: [],
  last_run: null,
};

/** Work without a room of its own is done in a panel of Vandaag. */
const [ready, held] = overview().work;
const inPanel: Answers = {
  overview: () =>
    overview({
      work: [
        { ...ready, kind: 'call', detail: [] },
        { ...held, kind: 'review' },
      ] as never,
    }),
  proposals: (ask) =>
    proposalsPage(ask, [
      proposal({ work: 'call' }),
      proposal({
        customer: 'c2',
        name: 'Scheepswerf Noord',
        work: 'review',
        gate: 'red',
        reasons: [{ code: 'dispute', message: 'Factuur 2026-11 is betwist.' }],
      }),
    ]),
};

const inside = (answers: Answers = {}) => renderApp({ app_info: () => appInfo(open), ...answers });

describe('Vandaag', () => {
  it('says how things stand, in one sentence and in a table', async () => {
    inside();
    const sentence = await screen.findByRole('heading', { level: 1 });
    expect(sentence.textContent?.replaceAll('\u00a0', ' ')).toBe(
      'Er staat € 48.210,35 open, waarvan € 17.930,10 te laat.',
    );
    const table = screen.getByRole('table', { name: 'Openstaand naar ouderdom' });
    expect(
      within(table).getByRole('row', { name: /meer dan 90/ }).textContent,
      'a credit is negative',
    ).toContain('\u2212€\u00a050,00');
    expect(screen.getByText(/Bank t\/m 20 nov 2026/)).toBeTruthy();
  });

  it('opens a card with the reasons and figures of its proposals', async () => {
    const { user } = inside(inPanel);
    await user.click(await screen.findByRole('option', { name: /1 klant opnieuw te bekijken/ }));
    const panel = screen.getByRole('complementary', { name: /opnieuw te bekijken/ });
    expect(await within(panel).findByText('Factuur 2026-11 is betwist.')).toBeTruthy();
    expect(within(panel).queryByText('Zeilmakerij Bries'), 'only the proposals of this card').toBeNull();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('tells what a 14-day letter announces, and asks the principal only', async () => {
    const { user } = inside(inPanel);
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('b');
    await screen.findByText('Kondigt € 225,00 kosten aan, verschuldigd vanaf 17 dec 2026.');
    const asked = screen.getByRole('table', { name: 'Wat er gevraagd wordt' });
    expect(within(asked).getByRole('row', { name: /Samen/ }).textContent).toContain('1.500,00');
  });

  it('draws only what is in sight of twenty thousand proposals, and walks through them by key', async () => {
    const proposals = Array.from({ length: 20_000 }, (_, index) =>
      proposal({ name: `Klant ${index + 1}`, work: 'call' }),
    );
    const { user, called } = inside({
      ...inPanel,
      proposals: (ask) => proposalsPage(ask, proposals),
    });
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('b');
    const list = await screen.findByRole('listbox', { name: /bellen/ });
    const rows = await within(list).findAllByRole('option');
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.length, 'not twenty thousand rows').toBeLessThan(60);
    await user.keyboard('{ArrowDown}');
    await waitFor(() =>
      expect(within(list).getByRole('option', { selected: true }).textContent).toContain('Klant 2'),
    );
    expect(list.getAttribute('aria-activedescendant')).toBe(
      within(list).getByRole('option', { selected: true }).id,
    );
    await user.keyboard('{End}');
    expect(await screen.findByRole('region', { name: 'Klant 20000' }), 'its page is read first').toBeTruthy();
    const asked = called('proposals').map(({ payload }) => (payload as { limit: number }).limit);
    expect(Math.max(...asked), 'in pages, never all at once').toBeLessThanOrEqual(500);
  });

  it('leads from an empty administration, one step at a time', async () => {
    inside({ overview: () => overview({ ...empty }) });
    await screen.findByRole('heading', { name: 'Nog geen klanten en facturen' });
    const steps = within(screen.getByRole('region', { name: 'Eerste stappen' })).getAllByRole('listitem');
    expect(steps).toHaveLength(6);
    expect(steps[0]?.getAttribute('aria-current'), 'the first is at hand').toBe('step');
  });

  it('says so when all is done', async () => {
    inside({ overview: () => overview({ work: [] }) });
    await screen.findByRole('heading', { name: 'Alles is gedaan.' });
    expect(screen.getByText(/bijgewerkt t\/m 20 nov 2026/)).toBeTruthy();
  });

  it('goes from step to step by the facts, skips, and puts the path away', async () => {
    const known = { known_customers: 4, known_invoices: 12, customers: 4 };
    const { user } = inside({
      overview: () => overview({ ...empty, ...known }),
      customers: ({ filters }) => ({
        total: filters?.[0] === 'kind_unknown' ? 3 : 0,
        open: none,
        late: none,
        rows: [],
      }),
    });
    const path = await screen.findByRole('region', { name: 'Eerste stappen' });
    const now = () => within(path).getByRole('listitem', { current: 'step' });
    expect(now().textContent, 'invoices are known').toContain('Klanten nakijken');
    await within(path).findByRole('button', { name: '3 klanten: consument of bedrijf?' });
    await user.click(within(path).getByRole('button', { name: 'Overslaan' }));
    expect(now().textContent).toContain('Bank inlezen');
    await user.click(within(path).getByRole('button', { name: 'Deze stappen wegdoen' }));
    expect(screen.queryByRole('region', { name: 'Eerste stappen' })).toBeNull();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'eerste stappen{Enter}');
    await screen.findByRole('region', { name: 'Eerste stappen' });
  });

  it('shows what is expected as a table, and tells how it was reckoned', async () => {
    const { user } = inside();
    const table = await screen.findByRole('table', { name: 'Verwachte ontvangsten per week' });
    const row = within(table).getByRole('row', { name: /6 dec t\/m 12 dec 2026/ });
    expect(row.textContent?.replaceAll('\u00a0', ' ')).toContain('€ 12.000,25');
    expect(within(table).getByRole('row', { name: /Al verwacht/ }).textContent).toContain('17.000,10');
    await user.click(screen.getByRole('button', { name: 'Hoe gerekend?' }));
    const why = await screen.findByRole('dialog', { name: 'Hoe de verwachting is gerekend' });
    expect(why.textContent).toContain('9 dagen te laat');
    expect(why.textContent).toContain('2 klanten');
  });

  it('asks what left after a restored backup, and records the answer', async () => {
    const { user, called } = inside({
      overview: () => overview({ uncertain_since: '2026-11-01' as never }),
      settle_restored: () => ({ id: 'F-9', done: 'Vastgelegd.' }),
    });
    await user.click(await screen.findByRole('button', { name: 'Zeggen wat er uit ging' }));
    await user.click(await screen.findByRole('radio', { name: /wel iets verstuurd/ }));
    const settle = screen.getByRole('button', { name: 'Vastleggen' });
    expect(settle.hasAttribute('disabled'), 'it must be said which').toBe(true);
    await user.type(screen.getByRole('textbox', { name: 'Welke brieven, aan wie' }), 'Bries, herinnering');
    await user.click(settle);
    await waitFor(() =>
      expect(called('settle_restored')[0]?.payload).toEqual({ note: 'Bries, herinnering' }),
    );
  });

  it('names begun work first: approved letters that have not left', async () => {
    inside({ overview: () => overview({ waiting_letters: 665, unconfirmed_letters: 1 }) });
    const begun = await screen.findByRole('list', { name: 'Nog af te maken' });
    expect(within(begun).getByText(/665 goedgekeurde brieven liggen klaar/)).toBeTruthy();
    expect(within(begun).getByText('Van 1 brief is nog niet vastgelegd of hij is verstuurd.')).toBeTruthy();
    expect(within(begun).getAllByRole('button')).toHaveLength(2);
  });

  it('does not call everything done while an e-mail that came back waits', async () => {
    inside({ overview: () => overview({ work: [], returned_mails: 1 }) });
    await screen.findByText('Verder is alles gedaan.');
    expect(screen.queryByText('Alles is gedaan.')).toBeNull();
  });

  it('says which e-mails ask something, and leads to them', async () => {
    const { user } = inside({ overview: () => overview({ returned_mails: 2, uncertain_mails: 1 }) });
    const begun = await screen.findByRole('list', { name: 'Nog af te maken' });
    expect(within(begun).getByText(/^2 e-mails zijn teruggekomen of geweigerd/)).toBeTruthy();
    expect(within(begun).getByText(/^Van 1 e-mail is niet bekend of hij is aangekomen/)).toBeTruthy();
    await user.click(within(begun).getByRole('button', { name: 'Ophelderen' }));
    expect(await screen.findByRole('tab', { name: 'Uitgaand', selected: true })).toBeTruthy();
  });

  it('begins an act about the chosen customer from the panel, by button and by key', async () => {
    const { user, called } = inside({
      ...inPanel,
      customer_detail: () => new Promise(() => undefined),
    });
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('b');
    await user.click(await screen.findByRole('button', { name: 'Toezegging' }));
    await screen.findByRole('dialog', { name: 'Toezegging noteren' });
    expect(called('customer_detail')[0]?.payload).toMatchObject({ customer: 'c1' });
  });

  it('keeps what was typed in a dialog when it is locked, and where one was', async () => {
    const { user } = inside({ overview: () => overview({ uncertain_since: '2026-11-01' as never }) });
    const ask = async () => {
      await user.click(await screen.findByRole('button', { name: 'Zeggen wat er uit ging' }));
    };
    await ask();
    await user.click(await screen.findByRole('radio', { name: /wel iets verstuurd/ }));
    await user.type(screen.getByRole('textbox', { name: 'Welke brieven, aan wie' }), 'Bries, sommatie');
    await user.keyboard('{Control>}l{/Control}');
    await user.type(await screen.findByLabelText('Wachtzin'), 'sesam{Enter}');
    expect(screen.queryByText('Bries, sommatie'), 'behind the lock nothing shows').toBeNull();
    await ask();
    const field = await screen.findByRole('textbox', { name: 'Welke brieven, aan wie' });
    expect((field as HTMLTextAreaElement).value).toBe('Bries, sommatie');
  });

  it('tells what failed, why and what now, and tries again', async () => {
    let broken = true;
    const { user } = inside({
      overview: () => {
        if (!broken) return overview();
        throw refusal({
          code: 'database_damaged',
          message: 'Bladzijde 12 is stuk.',
          hint: 'Zet de back-up terug.',
        });
      },
    });
    const alert = await screen.findByRole('alert');
    for (const part of ['Bladzijde 12 is stuk.', 'Zet de back-up terug.', 'database_damaged']) {
      expect(alert.textContent).toContain(part);
    }
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Opnieuw proberen' }));
    await screen.findByRole('heading', { level: 1, name: /48\.210,35/ });
  });

  it('has plain words for work it does not know yet', async () => {
    const work = [{ ...overview().work[0], kind: 'brand_new', count: 4, detail: [] }];
    inside({ overview: () => overview({ work } as never) });
    await screen.findByRole('option', { name: /4 te doen/ });
  });
});
