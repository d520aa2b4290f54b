import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SettingsView } from '../../backend';
import { refusal, renderApp, type Answers } from '../../testing/fake';
import { appInfo, creditor, open, proposalsPage } from '../../testing/fixtures';
import { businessPlan, letterPreview, letterText, planPreview, run } from '../../testing/letters';
import { wide } from '../../testing/wide';

vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => wide(1440));

const settings = () =>
  ({
    creditor,
    settings: { plans: { consumer: businessPlan, business: businessPlan, government: businessPlan } },
    templates: [],
    rates: [],
    rates_verified_until: '2026-12-31',
    logo: false,
  }) as unknown as SettingsView;

function inside(answers: Answers = {}) {
  return renderApp({
    app_info: () => appInfo(open),
    proposals: (ask) => proposalsPage(ask, run),
    letter_preview: ({ customer, text }) => {
      const of = run.find((letter) => letter.customer === customer) ?? run[0];
      if (!of) throw new Error('no letter');
      if (text !== undefined && !text.includes('{{ legal_notice }}')) {
        throw refusal({
          code: 'template_refused',
          message: 'Het blok legal_notice moet in deze brief staan.',
        });
      }
      return letterPreview({ of, ...(text !== undefined && { text }) });
    },
    sample_customers: ({ name }) => ({
      customers: name.startsWith('notice') ? [{ customer: 'K-1', name: 'Zeilmakerij Bries', due: true }] : [],
    }),
    sample_letter: ({ name, customer, text }) => {
      if (text !== undefined && !text.includes('{{ legal_notice }}')) {
        throw refusal({
          code: 'template_refused',
          message: 'Het blok legal_notice moet in deze brief staan.',
        });
      }
      const of = customer === undefined ? 'Voorbeeldklant' : 'Zeilmakerij Bries';
      return {
        pdf: btoa(`${name} aan ${of}${text?.includes('Nog een zin.') ? ' met nog een zin' : ''}`),
        pages: 1,
        name: of,
        of: customer === undefined ? 'invented' : 'due',
      };
    },
    settings,
    plan_preview: ({ plan }) =>
      plan.steps[0]?.after_days === 2
        ? planPreview()
        : planPreview({
            after: 4,
            added: [{ customer: 'K-9', name: 'Touwhandel Zuid', step: 'reminder' }],
          }),
    configure: () => ({ id: 'F-3', done: 'Plan gewijzigd.' }),
    templates: () => ({
      templates: [
        { name: 'notice_14_days.nl', step: 'notice_14_days', language: 'nl', changed: false },
        { name: 'reminder.nl', step: 'reminder', language: 'nl', changed: true },
      ],
    }),
    template_read: ({ name }) => ({
      name,
      text: letterText,
      shipped: letterText,
      fields: [{ name: 'amount', what: 'het te betalen bedrag', example: '€ 1.500,00' }],
      locked: [{ name: 'legal_notice', what: 'vaste tekst', text: 'Betaal binnen veertien dagen.' }],
      versions: [],
    }),
    template_check: () => ({ tried: 60, skipped: 0, more: 0, problems: [] }),
    ...answers,
  });
}

async function toTab(user: ReturnType<typeof renderApp>['user'], name: string) {
  await screen.findByRole('navigation');
  await user.keyboard('{Control>}5{/Control}');
  await user.click(await screen.findByRole('tab', { name }));
}

describe('the plan', () => {
  it('says before saving what a change would send, and to whom', async () => {
    const { user, called } = inside();
    await toTab(user, 'Plan');
    await screen.findByText(/Vandaag zijn er volgens dit plan 3 brieven aan de beurt/);
    const days = screen.getByRole('textbox', { name: 'Dagen: herinnering' });
    await user.clear(days);
    await user.type(days, '1{Tab}');
    expect(
      (await screen.findAllByText('Vandaag zouden er 4 brieven aan de beurt zijn in plaats van 3.')).length,
      'beside the plan, and by the button that keeps it',
    ).toBe(2);
    expect(screen.getByRole('button', { name: 'Touwhandel Zuid' })).toBeTruthy();
    expect(called('configure'), 'nothing changes before it is saved').toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Plan bewaren' }));
    await waitFor(() => expect(called('configure')).toHaveLength(1));
    expect(called('configure')[0]?.payload).toMatchObject({
      what: 'settings',
      change: {
        plans: { business: { steps: [{ step: 'reminder', after_days: 1 }, {}, {}] }, consumer: businessPlan },
      },
    });
  });

  it('keeps what was changed when one looks elsewhere', async () => {
    const { user } = inside();
    await toTab(user, 'Plan');
    const days = await screen.findByRole('textbox', { name: 'Dagen: herinnering' });
    await user.clear(days);
    await user.type(days, '5{Tab}');
    await user.click(screen.getByRole('tab', { name: 'Ronde' }));
    await user.click(screen.getByRole('tab', { name: 'Plan' }));
    expect(
      ((await screen.findByRole('textbox', { name: 'Dagen: herinnering' })) as HTMLInputElement).value,
    ).toBe('5');
  });

  it('tells at the step what the law has against it, and does not save that', async () => {
    const message = 'Tussen de laatste herinnering en de brief ervoor zitten te weinig dagen.';
    const { user } = inside({
      plan_preview: () => planPreview({ problems: [{ code: 'shorter_than_interval', message }] }),
    });
    await toTab(user, 'Plan');
    const days = await screen.findByRole('textbox', { name: 'Dagen: laatste herinnering' });
    await user.clear(days);
    await user.type(days, '3{Tab}');
    const said = await screen.findByText(message);
    expect(said.closest('li')?.textContent, 'at the step itself').toContain('laatste herinnering');
    expect(screen.getByRole('button', { name: 'Plan bewaren' }).hasAttribute('disabled')).toBe(true);
  });
});

describe('the texts', () => {
  it('tries a text on everybody before it is used', async () => {
    const { user, called } = inside({
      template_check: () => ({
        tried: 60,
        skipped: 2,
        more: 0,
        problems: [{ customer: 'K-7', name: 'Drukkerij Oost', problem: 'De brief wordt te lang.' }],
      }),
    });
    await toTab(user, 'Teksten');
    const words = await screen.findByRole('textbox', { name: 'Tekst, deel 1' });
    await user.type(words, ' Nog een zin.');
    const save = screen.getByRole('button', { name: 'Tekst bewaren' });
    await waitFor(() => expect(save.hasAttribute('disabled')).toBe(false));
    await user.click(save);
    await screen.findByText(/bij 1 past het niet/);
    expect(screen.getByRole('button', { name: 'Drukkerij Oost' })).toBeTruthy();
    expect(called('configure'), 'what does not fit is shown before it is kept').toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Toch bewaren' }));
    await waitFor(() => expect(called('configure')).toHaveLength(1));
    const kept = called('configure')[0]?.payload as { text: string } | undefined;
    expect(kept?.text).toContain('Nog een zin.');
    expect(kept?.text, 'conditions stay in a template').toContain('{% if one_invoice %}');
  });

  it('shows a text on a real customer while it is typed, and on an invented one where there is none', async () => {
    const { user, called } = inside();
    await toTab(user, 'Teksten');
    await screen.findByText('notice_14_days.nl aan Zeilmakerij Bries', {}, { timeout: 5_000 });
    await screen.findByText('Zo gaat hij vandaag naar deze klant.');
    await user.type(await screen.findByRole('textbox', { name: 'Tekst, deel 1' }), ' Nog een zin.');
    await screen.findByText(
      'notice_14_days.nl aan Zeilmakerij Bries met nog een zin',
      {},
      { timeout: 5_000 },
    );
    await user.click(screen.getByRole('option', { name: /herinnering/i }));
    await screen.findByText('reminder.nl aan Voorbeeldklant', {}, { timeout: 5_000 });
    expect(called('sample_letter').at(-1)?.payload, 'nobody is named').toEqual({ name: 'reminder.nl' });
    expect(await screen.findByText(/^Een verzonnen klant/), 'and that is said').toBeTruthy();
  });

  it('says in words when a part of a text stands in a letter', async () => {
    const { user } = inside();
    await toTab(user, 'Teksten');
    const list = (await screen.findAllByRole('list', { name: 'Wanneer deze woorden in de brief staan' }))[0];
    if (!list) throw new Error('no words about conditions');
    expect(within(list).getByText('Bij één factuur:').parentElement?.textContent).toContain(
      '‘De factuur is’',
    );
    expect(within(list).getByText('Bij meer facturen:').parentElement?.textContent).toContain(
      '‘De facturen zijn’',
    );
    expect(
      screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Tekst, deel 1' }).value,
      'the text itself stays as it is',
    ).toContain('{% if one_invoice %}');
  });

  it('refuses a text from which a block of the law was cut', async () => {
    const { user } = inside();
    await toTab(user, 'Teksten');
    await screen.findByText('Betaal binnen veertien dagen.');
    await user.click(screen.getByRole('button', { name: 'Als één tekst bewerken' }));
    const whole = screen.getByRole('textbox', { name: 'Tekst' });
    await user.clear(whole);
    await user.type(whole, 'Kort{Enter}---{Enter}Betaal nu.');
    await screen.findByText(/legal_notice moet in deze brief staan/);
    expect(screen.getByRole('button', { name: 'Tekst bewaren' }).hasAttribute('disabled')).toBe(true);
  });

  it('puts a named field where the cursor is', async () => {
    const { user } = inside();
    await toTab(user, 'Teksten');
    const subject = await screen.findByRole('textbox', { name: 'Onderwerp' });
    await user.click(subject);
    await user.click(screen.getByRole('button', { name: 'Veld invoegen' }));
    await user.click(within(await screen.findByRole('menu')).getByText('het te betalen bedrag'));
    await waitFor(() => expect((subject as HTMLInputElement).value).toContain('{{ amount }}'));
  });
});
