import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../i18n';
import { refusal, renderApp, type Answers } from '../../testing/fake';
import { appInfo, open, proposal, today } from '../../testing/fixtures';

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
    const { user } = inside();
    await user.click(await screen.findByRole('option', { name: /1 brief is tegengehouden/ }));
    const panel = screen.getByRole('complementary', { name: /tegengehouden/ });
    expect(within(panel).getByText('Factuur 2026-11 is betwist.')).toBeTruthy();
    expect(within(panel).queryByText('Zeilmakerij Bries'), 'only the proposals of this card').toBeNull();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('tells what a 14-day letter announces, and asks the principal only', async () => {
    const { user } = inside();
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('b');
    await screen.findByText('Kondigt € 225,00 kosten aan, verschuldigd vanaf 17 dec 2026.');
    const asked = screen.getByRole('table', { name: 'Wat er gevraagd wordt' });
    expect(within(asked).getByRole('row', { name: /Samen/ }).textContent).toContain('1.500,00');
  });

  it('draws only what is in sight of twenty thousand proposals, and walks through them by key', async () => {
    const proposals = Array.from({ length: 20_000 }, (_, index) => proposal({ name: `Klant ${index + 1}` }));
    const { user } = inside({ today: () => today({ proposals }) });
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('b');
    const list = await screen.findByRole('listbox', { name: /kan weg/ });
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
    expect(screen.getByRole('region', { name: 'Klant 20000' })).toBeTruthy();
  });

  it('knows an administration without customers, and a day on which all is done', async () => {
    inside({ today: () => today({ customers: 0, work: [], proposals: [] }) });
    await screen.findByRole('heading', { name: 'Nog geen klanten en facturen' });
  });

  it('says so when all is done', async () => {
    inside({ today: () => today({ work: [], proposals: [] }) });
    await screen.findByRole('heading', { name: 'Alles is gedaan.' });
    expect(screen.getByText(/bijgewerkt t\/m 20 nov 2026/)).toBeTruthy();
  });

  it('tells what failed, why and what now, and tries again', async () => {
    let broken = true;
    const { user } = inside({
      today: () => {
        if (!broken) return today();
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
    const work = [{ ...today().work[0], kind: 'brand_new', count: 4, detail: [] }];
    inside({ today: () => today({ work } as never) });
    await screen.findByRole('option', { name: /4 te doen/ });
  });
});

describe('the frame', () => {
  afterEach(() => setLanguage('nl'));

  it('does by name what keys do, and asks the core again in another language', async () => {
    const { user, called } = inside();
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('searchbox'), 'language');
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { level: 1, name: /is open, of which/ });
    await waitFor(() => expect(called('today').at(-1)?.lang).toBe('en'));
  });

  it('shows the keys on ?', async () => {
    const { user } = inside();
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: 'Toetsen' });
    expect(within(sheet).getByText('Vergrendelen')).toBeTruthy();
  });

  it('goes back to the way in when the administration is closed from its menu', async () => {
    const { user } = inside();
    await user.click(await screen.findByRole('button', { name: /^Administratie Touwslagerij/ }));
    await user.click(await screen.findByRole('menuitem', { name: /Administratie sluiten/ }));
    await screen.findByRole('button', { name: /Nieuwe administratie/ });
  });
});
