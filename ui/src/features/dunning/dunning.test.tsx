import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inside, toRun } from '../../testing/dunning';
import { open, overview, proposalsPage } from '../../testing/fixtures';
import { run } from '../../testing/letters';
import { wide } from '../../testing/wide';

vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => wide(1440));

describe('the run', () => {
  it('shows each letter beside the list, as it will leave', async () => {
    const { user } = inside();
    const list = await toRun(user);
    expect(within(list).getAllByRole('option')).toHaveLength(4);
    await screen.findByText('brief aan K-1');
    await user.keyboard('{ArrowDown}');
    await screen.findByText('brief aan K-2');
    expect(within(list).getByRole('option', { selected: true }).textContent).toContain('Scheepswerf Noord');
    await user.keyboard('m');
    expect(await screen.findByText('Bijgaand onze brief.'), 'the e-mail around it').toBeTruthy();
  });

  it('says the reason that decides, not the one that comes first', async () => {
    const { user } = inside();
    const list = await toRun(user);
    expect(within(list).getByRole('option', { name: /Bistro Luna/ }).textContent).toContain(
      'Er staat € 640,00 nog bij geen factuur.',
    );
  });

  it('lets an amber letter through in two steps, and names who goes', async () => {
    const { user, called } = inside();
    await toRun(user);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await screen.findByText(/wordt bij de brief vastgelegd/);
    expect(screen.getByRole('button', { name: /Keur 2 goed/ }), 'asking is not yet deciding').toBeTruthy();
    await user.keyboard('{Enter}');
    await screen.findByRole('button', { name: /Keur 3 goed/ });
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    const step = await screen.findByRole('region', { name: 'Dit gaat er gebeuren' });
    await within(step).findByText(/3 brieven worden gemaakt/);
    expect(within(step).getByText(/1 is tegengehouden/)).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Keur 3 goed'));
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { level: 1, name: /Ronde van 22 nov 2026/ });
    expect(called('run_approve').at(-1)?.payload).toEqual({
      approve: 'all',
      customers: ['K-1', 'K-2', 'K-3'],
    });
  });

  it('asks about no letter that is not in sight, where it lies over the list', async () => {
    wide(1024);
    const { user } = inside();
    const list = await toRun(user);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await screen.findByText('brief aan K-3');
    expect(screen.queryByText(/wordt bij de brief vastgelegd/), 'it is shown first').toBeNull();
    await user.keyboard('{Enter}');
    await screen.findByText(/wordt bij de brief vastgelegd/);
    expect(screen.getByRole('button', { name: /Keur 2 goed/ }), 'asking is not yet deciding').toBeTruthy();
    await user.keyboard('{Escape}{Escape}');
    await waitFor(() => expect(screen.queryByText('brief aan K-3')).toBeNull());
    expect(document.activeElement, 'who leaves the letter is at the list').toBe(list);
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Terug naar de lijst' }));
    expect(document.activeElement).toBe(list);
  });

  it('approves only green when nothing else was let through, and asks once', async () => {
    const { user, called } = inside();
    await toRun(user);
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    await screen.findByText(/2 brieven worden gemaakt/);
    expect(screen.getByText(/1 per post, 1 e-mail/)).toBeTruthy();
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { level: 1, name: /Ronde van/ });
    expect(called('run_approve').map(({ payload }) => payload)).toEqual([{ approve: 'green' }]);
  });

  it('never lets a red letter through', async () => {
    const { user, called } = inside();
    await toRun(user);
    await user.keyboard('{End}{Enter}{Enter}');
    await screen.findByText('brief aan K-4');
    expect(screen.queryByRole('button', { name: 'Toch versturen' })).toBeNull();
    expect(screen.getByRole('button', { name: /Keur 2 goed/ })).toBeTruthy();
    expect(called('run_approve')).toEqual([]);
  });

  it('skips a customer for today, with a reason', async () => {
    const { user, called } = inside();
    await toRun(user);
    await user.keyboard('o');
    const dialog = await screen.findByRole('dialog', { name: /Zeilmakerij Bries vandaag overslaan/ });
    await user.click(within(dialog).getByRole('button', { name: 'Overslaan' }));
    expect(called('hold'), 'a pause without a reason is not kept').toEqual([]);
    await user.type(within(dialog).getByRole('textbox', { name: 'Waarom' }), 'Belt morgen terug');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('o');
    const again = await screen.findByRole('dialog', { name: /Zeilmakerij Bries vandaag overslaan/ });
    const reason = within(again).getByRole<HTMLInputElement>('textbox', { name: 'Waarom' });
    expect(reason.value, 'a look at the letter meanwhile takes nothing away').toBe('Belt morgen terug');
    await user.click(within(again).getByRole('button', { name: 'Overslaan' }));
    await waitFor(() => expect(called('hold')).toHaveLength(1));
    expect(called('hold')[0]?.payload).toEqual({
      subject: 'K-1',
      until: '2026-11-22',
      reason: 'Belt morgen terug',
    });
  });

  it('keeps the way back in sight when the list goes on to the next letter', async () => {
    let held = false;
    const { user } = inside({
      proposals: (ask) => proposalsPage(ask, held ? run.slice(1) : run),
      hold: () => {
        held = true;
        return { id: 'F-1', done: 'Gepauzeerd.' };
      },
    });
    await toRun(user);
    await user.keyboard('p');
    const dialog = await screen.findByRole('dialog', { name: /Zeilmakerij Bries pauzeren/ });
    await user.type(within(dialog).getByRole('textbox', { name: 'Waarom' }), 'Belt terug');
    await user.click(within(dialog).getByRole('button', { name: 'Pauzeren' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await screen.findByText('brief aan K-2');
    expect(screen.getByRole('button', { name: /^Ongedaan maken/ })).toBeTruthy();
  });

  it('pauses with the same checks as anywhere else', async () => {
    const { user, called } = inside();
    await toRun(user);
    await user.keyboard('p');
    const dialog = await screen.findByRole('dialog', { name: /Zeilmakerij Bries pauzeren/ });
    await user.type(within(dialog).getByRole('textbox', { name: 'Waarom' }), 'Wacht op een creditnota');
    const [, , year] = within(dialog).getAllByRole('spinbutton');
    await user.click(year as HTMLElement);
    await user.keyboard('2062');
    await user.click(within(dialog).getByRole('button', { name: 'Pauzeren' }));
    await within(dialog).findByText(/meer dan vijf jaar ver/);
    expect(called('hold'), 'a slip of the year is no pause').toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: '1 week' }));
    await user.click(within(dialog).getByRole('button', { name: 'Pauzeren' }));
    await waitFor(() => expect(called('hold')).toHaveLength(1));
    expect(called('hold')[0]?.payload).toMatchObject({ subject: 'K-1', until: '2026-11-29' });
  });

  it('gives one letter words of its own, with the law locked in', async () => {
    const { user, called } = inside();
    await toRun(user);
    await screen.findByText('brief aan K-1');
    await user.keyboard('e');
    const edit = await screen.findByRole('region', { name: 'Tekst voor Zeilmakerij Bries' });
    expect(within(edit).getByText('Betaal binnen veertien dagen.'), 'shown, not editable').toBeTruthy();
    const words = within(edit).getByRole('textbox', { name: 'Tekst, deel 1' });
    expect((words as HTMLTextAreaElement).value, 'conditions are settled for this letter').toContain(
      'De factuur is niet betaald.',
    );
    await user.type(words, ' Beste Jan!');
    await screen.findByText(/^eigen \d+$/);
    await user.click(within(edit).getByRole('button', { name: 'Gebruiken voor deze brief' }));
    await screen.findByText('eigen tekst');
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    await screen.findByText('1 heeft een eigen tekst.');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(called('run_approve')).toHaveLength(1));
    const made = called('run_approve')[0]?.payload as { texts?: { text: string; customer: string }[] };
    const own = made.texts?.[0];
    expect(own?.customer).toBe('K-1');
    expect(own?.text).toContain('Beste Jan!');
    expect(own?.text, 'the block of the law is still in it').toContain('{{ legal_notice }}');
  });

  it('draws no letter with the words of another one', async () => {
    const { user, called } = inside();
    await toRun(user);
    await screen.findByText('brief aan K-1');
    await user.keyboard('e');
    const edit = await screen.findByRole('region', { name: 'Tekst voor Zeilmakerij Bries' });
    await user.type(within(edit).getByRole('textbox', { name: 'Tekst, deel 1' }), ' Beste Jan!');
    await screen.findByText(/^eigen \d+$/);
    await user.click(within(edit).getByRole('button', { name: 'Gebruiken voor deze brief' }));
    await screen.findByText('eigen tekst');
    await user.keyboard('{ArrowDown}');
    await screen.findByText('brief aan K-2');
    await user.keyboard('{ArrowUp}');
    await screen.findByText(/^eigen \d+$/);
    const asked = called('letter_preview').map(
      ({ payload }) => payload as { customer: string; text?: string },
    );
    const foreign = asked.filter(({ customer, text }) => customer !== 'K-1' && text !== undefined);
    expect(foreign, 'what was written to Jan is read by nobody else').toEqual([]);
    expect(asked.findLast(({ customer }) => customer === 'K-1')?.text).toContain('Beste Jan!');
  });

  it('is in the words as soon as one asks to write, and again after a lock', async () => {
    const { user } = inside({ administration_open: () => ({ session: open }) });
    await toRun(user);
    await screen.findByText('brief aan K-1');
    await user.keyboard('{ArrowDown}');
    await screen.findByText('brief aan K-2');
    await user.keyboard('e');
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
    await user.keyboard('Goedendag');
    await user.keyboard('{Control>}l{/Control}');
    await user.type(await screen.findByLabelText('Wachtzin'), 'vier koeien{Enter}');
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
    expect((document.activeElement as HTMLTextAreaElement).value).toContain('Goedendag');
  });

  it('asks before an administration is closed with words in it that are kept nowhere else', async () => {
    const { user, called } = inside();
    await toRun(user);
    await screen.findByText('brief aan K-1');
    await user.keyboard('e');
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
    await user.keyboard('Goedendag');
    const close = async () => {
      await user.click(screen.getByRole('button', { name: /^Administratie/ }));
      await user.click(await screen.findByRole('menuitem', { name: 'Administratie sluiten' }));
    };
    await close();
    const asked = await screen.findByRole('dialog', { name: 'Er is nog iets niet af' });
    expect(asked.textContent).toContain('de eigen tekst van 1 brief');
    expect(asked.textContent, 'only what there is').not.toContain('aanmaanplan');
    expect(called('administration_close'), 'nothing closes while it is asked').toEqual([]);
    await user.click(within(asked).getByRole('button', { name: 'Hier blijven' }));
    expect(screen.getByRole('region', { name: /Tekst voor/ }).textContent).toBeTruthy();
    expect(called('administration_close')).toEqual([]);
    await close();
    await user.click(await screen.findByRole('button', { name: 'Toch sluiten' }));
    await waitFor(() => expect(called('administration_close')).toHaveLength(1));
  });

  it('warns calmly when bank data is old, and says so when there is nothing to send', async () => {
    const { user } = inside({
      overview: () => overview({ bank_gate: 'amber' }),
      proposals: (ask) => proposalsPage(ask, []),
    });
    await screen.findByRole('navigation');
    await user.keyboard('{Control>}5{/Control}');
    await screen.findByText('Er is vandaag geen brief te sturen');
    expect(screen.getByRole('button', { name: 'Bank inlezen' })).toBeTruthy();
  });
});
