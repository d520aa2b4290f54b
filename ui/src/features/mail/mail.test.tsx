import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type {
  IsoDateTime,
  MailAccountView,
  MailMessage,
  MailRow,
  MailSent,
  MailState,
  Money,
  Outbox,
} from '../../backend';
import { refusal, renderApp, type Answers } from '../../testing/fake';
import { appInfo, open } from '../../testing/fixtures';

const long = 'Ångström & Zonen Internationale Groothandelsmaatschappij voor Bakkerij-ingrediënten B.V.';

const row = (part: Partial<MailRow> = {}): MailRow => ({
  letter: 'B-1',
  run: 'R-1',
  customer: 'K-1',
  name: long,
  to: 'inkoop@angstrom.example',
  subject: 'Herinnering: er staat nog € 1.284,00 open',
  step: 'reminder',
  amount: '1284.00' as Money,
  state: 'waiting',
  at: '2026-11-22T09:00:00Z' as IsoDateTime,
  answer: '',
  tries: 0,
  on_paper: false,
  withdraw: false,
  ...part,
});

const outbox = (messages: MailRow[], part: Partial<Outbox> = {}): Outbox => ({
  total: messages.length,
  counts: (
    [
      'waiting',
      'put_off',
      'uncertain',
      'bounced',
      'refused',
      'draft',
      'sent',
      'by_hand',
      'posted',
    ] as MailState[]
  ).map((state) => ({ state, letters: messages.filter((message) => message.state === state).length })),
  account: true,
  test_mode: false,
  messages,
  ...part,
});

const sent = (part: Partial<MailSent> = {}): MailSent => ({
  test: false,
  sent: 0,
  refused: 0,
  put_off: 0,
  uncertain: 0,
  left: 0,
  cancelled: false,
  stopped: null,
  held: [],
  messages: [],
  ...part,
});

const message: MailMessage = {
  letter: 'B-1',
  state: 'waiting',
  sent: false,
  from: 'De Lijn <post@delijn.example>',
  to: 'inkoop@angstrom.example',
  reply_to: '',
  subject: 'Herinnering: er staat nog € 1.284,00 open',
  date: 'Sun, 22 Nov 2026 09:00:00 +0000',
  message_id: 'B-1@delijn.example',
  text: 'Geachte heer,\n\nZie de bijlage.',
  files: [{ name: 'brief.pdf', media_type: 'application/pdf', bytes: 31_000 }],
  sha256: 'ab'.repeat(32),
  bytes: 40_000,
  events: [],
};

const view: MailAccountView = {
  account: null,
  password: 'none',
  keychain: true,
  keychain_why: null,
  sender: { name: 'Touwslagerij De Lijn', address: 'post@delijn.example' },
};

async function toOutbox(answers: Answers) {
  const shown = renderApp({
    app_info: () => appInfo(open),
    mail_message: ({ letter }) => ({ ...message, letter }),
    mail_account: () => view,
    mail_preset: () => ({ preset: null }),
    ...answers,
  });
  await screen.findByRole('navigation');
  await shown.user.click(within(screen.getByRole('navigation')).getByText('Aanmanen'));
  await shown.user.click(await screen.findByRole('tab', { name: 'Uitgaand' }));
  return shown;
}

describe('Uitgaand', () => {
  it('sends what waits, asks the password once, and says what became of it', async () => {
    let given = false;
    const { user, calls } = await toOutbox({
      outbox: () => outbox([row()]),
      mail_password: () => {
        given = true;
        return view;
      },
      mail_send: () => {
        if (!given) throw refusal({ code: 'mail_password_needed' });
        return sent({
          refused: 1,
          held: [
            {
              letter: 'B-2',
              customer: 'K-2',
              name: 'Bakker Bries',
              reason: { code: 'mail_paid', message: 'Er is betaald.' },
            },
          ],
        });
      },
    });
    await user.click(await screen.findByRole('button', { name: '1 e-mail versturen' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Wachtwoord'), 'geheim');
    await user.click(within(dialog).getByRole('button', { name: 'Versturen' }));
    await screen.findByText('Niet alles ging mee');
    expect(screen.getByText(/Er is betaald/), 'who stayed here, and why').toBeTruthy();
    expect(calls.filter(({ name }) => name === 'mail_send')).toHaveLength(2);
    expect(calls.find(({ name }) => name === 'mail_password')?.payload).toEqual({
      password: 'geheim',
      remember: false,
    });
  });

  it('asks the user about what nobody knows, and offers no second sending of it', async () => {
    const { user, calls } = await toOutbox({
      outbox: () => outbox([row({ state: 'uncertain', tries: 1, answer: 'De verbinding brak af.' })]),
      mail_settle: () => ({ id: 'F-9', done: 'B-1 staat als aangekomen genoteerd.' }),
    });
    const grid = await screen.findByRole('grid');
    grid.focus();
    await user.keyboard('{Enter}');
    const pane = await screen.findByRole('article');
    expect(
      within(pane).queryByRole('button', { name: /^(Deze|Opnieuw) versturen$/ }),
      'not by one click',
    ).toBeNull();
    await user.click(await within(pane).findByRole('button', { name: 'Hij is aangekomen' }));
    await waitFor(() =>
      expect(calls.find(({ name }) => name === 'mail_settle')?.payload).toEqual({
        letter: 'B-1',
        outcome: 'arrived',
      }),
    );
  });

  it('notes a message that came back only with a reason', async () => {
    const { user, calls } = await toOutbox({
      outbox: () => outbox([row({ state: 'sent', tries: 1 })]),
      mail_bounce: () => ({ id: 'F-9', done: 'Genoteerd.' }),
    });
    (await screen.findByRole('grid')).focus();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Hij kwam terug' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Noteren' }));
    expect(await within(dialog).findByText('Zeg kort waarom hij terugkwam.')).toBeTruthy();
    await user.type(within(dialog).getByRole('textbox'), 'mailbox bestaat niet');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Hij kwam terug' }));
    const again = within(await screen.findByRole('dialog'));
    expect(again.getByRole<HTMLTextAreaElement>('textbox').value, 'Escape keeps it').toBe(
      'mailbox bestaat niet',
    );
    await user.click(again.getByRole('button', { name: 'Noteren' }));
    await waitFor(() =>
      expect(calls.find(({ name }) => name === 'mail_bounce')?.payload).toEqual({
        letter: 'B-1',
        reason: 'mailbox bestaat niet',
      }),
    );
  });

  it('takes a letter back that only waits, with its key, and goes back to the list', async () => {
    let waits = true;
    const { user, calls } = await toOutbox({
      outbox: () => outbox(waits ? [row({ withdraw: true })] : [row({ letter: 'B-2', state: 'sent' })]),
      letters_withdraw: () => {
        waits = false;
        return { id: 'F-9', done: 'Eén brief is teruggenomen.', letters: ['B-1'], stayed: [] };
      },
    });
    (await screen.findByRole('grid')).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('button', { name: `Brief aan ${long} terugnemen` });
    await user.keyboard('{Backspace}');
    await waitFor(() =>
      expect(calls.find(({ name }) => name === 'letters_withdraw')?.payload).toEqual({ letters: ['B-1'] }),
    );
    await screen.findByText('Eén brief is teruggenomen.');
    await waitFor(() => expect(screen.queryByRole('article'), 'it is no longer in the outbox').toBeNull());
    await waitFor(() => expect(document.activeElement?.role).toBe('grid'));
  });

  it('offers no way back for what was sent', async () => {
    await toOutbox({ outbox: () => outbox([row({ state: 'sent' })]) }).then(async ({ user }) => {
      (await screen.findByRole('grid')).focus();
      await user.keyboard('{Enter}');
    });
    await screen.findByRole('article');
    expect(screen.queryByRole('button', { name: /terugnemen/ })).toBeNull();
  });

  it('works without an account, and says that test mode is on', async () => {
    await toOutbox({ outbox: () => outbox([row()], { account: false }) });
    expect(await screen.findByText('Er is nog geen mailaccount ingesteld')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /e-mail versturen/ })).toBeNull();
  });

  it('has words for an empty outbox', async () => {
    await toOutbox({ outbox: () => outbox([]) });
    expect(await screen.findByText('Er staan nog geen e-mails klaar')).toBeTruthy();
  });
});
