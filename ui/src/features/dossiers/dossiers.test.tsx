import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DossierCheck, DossierDetail, DossierView, IsoDate, Money, ReadyDossier } from '../../backend';
import { refusal, renderApp, type Answers } from '../../testing/fake';
import { appInfo, open } from '../../testing/fixtures';

const euros = (text: string) => text as Money;
const date = (text: string) => text as IsoDate;

const claim = {
  principal: euros('1000.00'),
  interest: euros('12.34'),
  costs: euros('150.00'),
  total: euros('1162.34'),
  costs_announced: null,
  costs_from: null,
};

const ready = (part: Partial<ReadyDossier> = {}): ReadyDossier => ({
  customer: 'K-1',
  number: '1001',
  name: 'Zeilmakerij Bries',
  kind: 'business',
  gate: 'green',
  first: null,
  reasons: [],
  claim,
  invoices: 1,
  oldest_due: date('2026-09-01'),
  serious: 1,
  other: 0,
  ...part,
});

const check: DossierCheck = {
  customer: 'K-1',
  number: '1001',
  name: 'Zeilmakerij Bries',
  kind: 'business',
  date: date('2026-11-22'),
  claim,
  per_day: euros('0.31'),
  invoices: [
    {
      id: 'I-7',
      number: '2026-17',
      date: date('2026-08-18'),
      due: date('2026-09-01'),
      open: euros('1000.00'),
      interest: euros('12.34'),
      copy: false,
    },
  ],
  proposed: true,
  gate: 'green',
  reasons: [{ code: 'after_step', message: 'De sommatie hielp niet.' }],
  gaps: [
    {
      code: 'address_missing',
      message: 'Er is geen volledig postadres.',
      what_to_do: 'Vul het adres aan.',
      serious: true,
      invoices: [],
      letters: [],
    },
  ],
  contents: [{ path: '00-overzicht.pdf', kind: 'overview', bytes: null }],
  file: 'dossier_K-1_2026-11-22.zip',
};

const view = (part: Partial<DossierView> = {}): DossierView => ({
  id: 'F-12',
  customer: 'K-1',
  name: 'Zeilmakerij Bries',
  date: date('2026-11-20'),
  file: 'dossier_K-1_2026-11-20.zip',
  sha256: 'ab'.repeat(32),
  claim,
  invoices: 1,
  state: 'with_them',
  to: { kind: 'bailiff', name: 'Deurwaarder Dijk', reference: '26/17' },
  paid_to_them: euros('0.00'),
  costs: euros('0.00'),
  open: euros('1162.34'),
  events: [],
  ...part,
});

const detail: DossierDetail = {
  dossier: view(),
  now: claim,
  per_day: euros('0.31'),
  numbers: ['2026-17'],
  timeline: [
    { date: date('2026-11-21'), text: 'Klant betaalde daar: € 100,00', undo: 'F-13' },
    { date: date('2026-11-20'), text: 'Overgedragen', undo: null },
  ],
};

function inside(answers: Answers = {}, picked: string | null = null) {
  return renderApp(
    {
      app_info: () => appInfo(open),
      dossiers_ready: () => ({ ready: [ready()] }),
      dossiers: () => ({ dossiers: [] }),
      dossier_check: () => check,
      dossier_detail: () => detail,
      ...answers,
    },
    picked,
  );
}

async function room(window: ReturnType<typeof inside>) {
  await screen.findByRole('heading', { level: 1 });
  await window.user.keyboard('{Control>}6{/Control}');
  await screen.findByRole('heading', { level: 1, name: 'Dossiers' });
}

describe('Dossiers', () => {
  it('shows what a dossier lacks, and hands over to a folder by keys alone', async () => {
    let handed = false;
    const window = inside(
      {
        dossiers: () => ({ dossiers: handed ? [view()] : [] }),
        handover: () => {
          handed = true;
          return {
            id: 'F-12',
            file: '/home/kees/dossier_K-1.zip',
            sha256: 'ab'.repeat(32),
            claim,
            per_day: euros('0.31'),
            missing: [],
          };
        },
      },
      '/home/kees/uit',
    );
    await room(window);
    const { user, called } = window;
    await user.keyboard('{Enter}');
    const panel = await screen.findByRole('complementary', { name: 'Dossier van Zeilmakerij Bries' });
    expect(within(panel).getByText('Er is geen volledig postadres.')).toBeTruthy();
    expect(within(panel).getByRole('button', { name: 'Aanvullen bij de klant' })).toBeTruthy();
    await user.keyboard('o');
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Overdragen' }));
    expect(called('handover'), 'without a folder nothing is made').toHaveLength(0);
    expect(within(dialog).getByText('Kies een map.')).toBeTruthy();
    await user.type(within(dialog).getByRole('textbox', { name: /^Naam/ }), 'Deurwaarder Dijk');
    await user.click(within(dialog).getByRole('button', { name: 'Kiezen…' }));
    await user.click(within(dialog).getByRole('button', { name: 'Overdragen' }));
    await screen.findByRole('heading', { name: 'Het dossier staat klaar' });
    expect(called('handover')[0]?.payload).toEqual({
      customer: 'K-1',
      out: '/home/kees/uit',
      to: { kind: 'bailiff', name: 'Deurwaarder Dijk' },
    });
    expect(screen.getByText('/home/kees/dossier_K-1.zip')).toBeTruthy();
  });

  it('comes back to the question after a lock, with what was filled in', async () => {
    const window = inside({ administration_open: () => ({ session: open }) });
    await room(window);
    const { user } = window;
    await user.keyboard('{Enter}');
    await screen.findByRole('complementary', { name: 'Dossier van Zeilmakerij Bries' });
    await user.keyboard('o');
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: /^Naam/ }), 'Deurwaarder Dijk');
    await user.keyboard('{Control>}l{/Control}');
    await user.type(await screen.findByLabelText('Wachtzin'), 'vier koeien{Enter}');
    const again = await screen.findByRole('dialog');
    expect(within(again).getByRole('textbox', { name: /^Naam/ })).toHaveProperty('value', 'Deurwaarder Dijk');
  });

  it('comes back to what was being noted after a lock, of the same kind', async () => {
    const window = inside({
      dossiers: () => ({ dossiers: [view()] }),
      administration_open: () => ({ session: open }),
    });
    await room(window);
    const { user } = window;
    await user.click(screen.getByRole('tab', { name: /Overgedragen/ }));
    (await screen.findByRole('grid', { name: /overgedragen/ })).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('complementary', { name: /Overgedragen dossier/ });
    await user.click(screen.getByRole('button', { name: /^(Wijzigen|Vastleggen)…/ }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: /^Naam/ }), ' & Zoon');
    await user.keyboard('{Control>}l{/Control}');
    await user.type(await screen.findByLabelText('Wachtzin'), 'vier koeien{Enter}');
    const again = await screen.findByRole('dialog');
    expect(
      (within(again).getByRole('textbox', { name: /^Naam/ }) as HTMLInputElement).value,
      'the hands it goes to',
    ).toMatch(/ & Zoon$/);
  });

  it('notes money paid there, and never a guess of an amount', async () => {
    const window = inside({
      dossiers: () => ({ dossiers: [view()] }),
      handover_event: () => ({ id: 'F-14', done: 'Klant betaalde daar: € 1.250,00.' }),
    });
    await room(window);
    const { user, called } = window;
    await user.click(screen.getByRole('tab', { name: /Overgedragen/ }));
    const table = await screen.findByRole('grid', { name: /overgedragen/ });
    expect(table.textContent).toContain('Zeilmakerij Bries');
    table.focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('complementary', { name: /Overgedragen dossier/ });
    await user.keyboard('v');
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: /^Bedrag/ }), '12,5x');
    await user.click(within(dialog).getByRole('button', { name: 'Vastleggen' }));
    expect(called('handover_event')).toHaveLength(0);
    expect(within(dialog).getByText(/Vul een bedrag in/)).toBeTruthy();
    const amount = within(dialog).getByRole('textbox', { name: /^Bedrag/ });
    await user.clear(amount);
    await user.type(amount, '1.250');
    await user.click(within(dialog).getByRole('button', { name: 'Vastleggen' }));
    await waitFor(() => expect(called('handover_event')).toHaveLength(1));
    expect(called('handover_event')[0]?.payload).toMatchObject({
      dossier: 'F-12',
      kind: 'paid_to_them',
      amount: '1250.00',
    });
    await user.click(await screen.findByRole('button', { name: /Ongedaan maken: Klant betaalde daar/ }));
    await waitFor(() => expect(called('undo')[0]?.payload).toEqual({ id: 'F-13' }));
  });

  it('says what it is for when there is nothing, and what failed when it cannot be read', async () => {
    let broken = true;
    const window = inside({
      dossiers_ready: () => {
        if (broken) throw refusal({ code: 'database', message: 'De schijf antwoordt niet.' });
        return { ready: [] };
      },
    });
    await screen.findByRole('heading', { level: 1 });
    await window.user.keyboard('{Control>}6{/Control}');
    await screen.findByText('De schijf antwoordt niet.');
    broken = false;
    await window.user.click(screen.getByRole('button', { name: 'Opnieuw proberen' }));
    await screen.findByRole('heading', { name: 'Niemand om over te dragen' });
  });
});
