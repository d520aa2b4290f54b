import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../testing/fake';
import { open } from '../../testing/fixtures';
import { atDossiers as inside, room, view, handedOver } from '../../testing/dossiers';

describe('Dossiers', () => {
  it('shows what a dossier lacks, and hands over to a folder by keys alone', async () => {
    let handed = false;
    const window = inside(
      {
        dossiers: () => ({ dossiers: handed ? [view()] : [] }),
        handover: () => {
          handed = true;
          return handedOver;
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
