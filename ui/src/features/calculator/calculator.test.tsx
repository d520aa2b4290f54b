import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { refusal, renderApp, type Answers } from '../../testing/fake';
import { appInfo, open } from '../../testing/fixtures';
import { articleOf, readPercent } from './read';
import { nl } from '../../i18n/nl';

const costs = {
  principal: '3200.00',
  costs: '445.00',
  vat: '0.00',
  total: '445.00',
  lines: [
    { kind: 'tier', base: '2500.00', percent: '15', amount: '375.00', basis: 'Regel (art. 2 lid 1 BIK)' },
    { kind: 'tier', base: '700.00', percent: '10', amount: '70.00', basis: 'Regel (art. 2 lid 1 BIK)' },
  ],
  warnings: [],
};

const interest = {
  interest: '211.39',
  periods: [
    {
      from: '2025-03-15',
      through: '2025-12-31',
      days: 292,
      percent: '6',
      base: '3500.00',
      interest: '211.39',
      per: 'year',
      basis: 'Wettelijke rente (art. 6:119 BW)',
    },
  ],
  warnings: [{ code: 'rate_not_verified', message: 'De percentages zijn gecontroleerd tot en met 2026.' }],
};

async function room(answers: Answers = {}, picked: string | null = null) {
  const window = renderApp(
    {
      app_info: () => appInfo(open),
      calc_costs: () => costs,
      calc_interest: () => interest,
      calc_sheet: ({ out }) => ({ file: out, sha256: '00' }),
      ...answers,
    },
    picked,
  );
  await screen.findByRole('heading', { level: 1 });
  await window.user.keyboard('{Control>}7{/Control}');
  await screen.findByRole('heading', { level: 1, name: 'Rekenmachine' });
  return window;
}

describe('the calculator', () => {
  it('lets one walk along its parts by the arrows, and is in the field of the first', async () => {
    const { user } = await room();
    await waitFor(() => expect(document.activeElement?.tagName, 'who comes by the key types').toBe('INPUT'));
    screen.getByRole('tab', { name: nl.calculator.tabs.interest }).focus();
    await user.keyboard('{ArrowRight}');
    await user.keyboard('{ArrowRight}');
    const notice = screen.getByRole('tab', { name: nl.calculator.tabs.notice });
    expect(notice.getAttribute('aria-selected'), 'no field took the keys on the way').toBe('true');
    expect(document.activeElement).toBe(notice);
  });

  it('says what is still needed, and answers while one types', async () => {
    const { user, called } = await room();
    const result = screen.getByRole('region', { name: 'Uitkomst' });
    expect(within(result).getByText('Rente vanaf')).toBeTruthy();
    await user.click(screen.getByRole('tab', { name: 'Incassokosten' }));
    await user.type(await screen.findByRole('textbox', { name: 'Hoofdsom' }), '3.200');
    await screen.findByText('art. 2 lid 1 BIK', { selector: 'tr:first-child td' });
    expect(called('calc_costs').at(-1)?.payload).toEqual({
      principal: '3200.00',
      vat_not_recoverable: false,
    });
    expect(screen.getByRole('status', { name: '' }).textContent).toContain('445,00');
  });

  it('says at the field what cannot be read, and asks nothing then', async () => {
    const { user, called } = await room();
    await user.click(screen.getByRole('tab', { name: 'Incassokosten' }));
    await user.type(await screen.findByRole('textbox', { name: 'Hoofdsom' }), '32,0.0');
    await screen.findByText(/Dit is geen bedrag/);
    await new Promise((done) => setTimeout(done, 300));
    expect(called('calc_costs').every(({ payload }) => JSON.stringify(payload).includes('"32'))).toBe(true);
    expect(screen.queryByText('Waarop dit rust')).toBeNull();
  });

  it('shows what the core refuses, in its words', async () => {
    const { user } = await room({
      calc_costs: () => {
        throw refusal({ code: 'amount_too_large', message: 'Dit bedrag is te groot.' });
      },
    });
    await user.click(screen.getByRole('tab', { name: 'Incassokosten' }));
    await user.type(await screen.findByRole('textbox', { name: 'Hoofdsom' }), '99999999999');
    await screen.findByText('Dit bedrag is te groot.');
  });

  it('saves the sheet where asked, with what it is about', async () => {
    const { user, called } = await room({}, '/home/kees/kosten.pdf');
    await user.click(screen.getByRole('tab', { name: 'Incassokosten' }));
    await user.type(await screen.findByRole('textbox', { name: 'Hoofdsom' }), '3200');
    await user.type(await screen.findByRole('textbox', { name: /Waar gaat het over/ }), 'Factuur 17');
    await user.click(screen.getByRole('button', { name: 'Bewaren als PDF' }));
    await waitFor(() => expect(called('calc_sheet')).toHaveLength(1));
    expect(called('calc_sheet')[0]?.payload).toEqual({
      what: 'costs',
      request: { principal: '3200.00', vat_not_recoverable: false },
      about: 'Factuur 17',
      out: '/home/kees/kosten.pdf',
    });
    await screen.findByText(/kosten\.pdf/);
  });
});

describe('what is typed as a percentage', () => {
  it.each([
    ['6', '6'],
    ['10,4', '10.4'],
    ['10.40 %', '10.40'],
    ['', null],
    ['zes', null],
    ['-2', null],
  ])('%s is read as %s', (typed, read) => {
    expect(readPercent(typed, nl).value).toBe(read);
  });

  it('is refused in words when it is no percentage', () => {
    expect(readPercent('zes', nl).problem).toContain('geen percentage');
    expect(readPercent('', nl).problem).toBeUndefined();
  });

  it('finds the article at the end of a rule', () => {
    expect(articleOf('Kosten (samen) zijn vast (art. 2 lid 1 Besluit BIK)')).toBe('art. 2 lid 1 Besluit BIK');
    expect(articleOf('zonder artikel')).toBe('zonder artikel');
  });
});
