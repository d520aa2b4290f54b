// E-mail over the sample administration, against a mail server on this computer: the account, a trial, sending by
// keyboard, what nobody knows, what comes back. It starts a bridge of its own, which trusts that server only.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailServer, type MailServer } from './smtp';
import { accessibilityProblems, launch, openWindow, type Opened } from './window';

/** The program of the bridge. */
const program = process.env.STANDVAST_BRIDGE ?? '';
const PASSWORD = 'géheim wachtwoord';

/** The built web files, wherever the specs are started. */
const pages = fileURLToPath(new URL('../../ui/dist', import.meta.url));

async function startBridge(
  data: string,
  root: string,
): Promise<{ child: ChildProcess; url: string; token: string }> {
  const child = spawn(program, ['--ui', pages, '--data', data, '--memory-keychain', '--mail-root', root], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((done, failed) => {
    child.stdout?.once('data', (piece: Buffer) => done(piece.toString('utf8')));
    child.once('exit', () => failed(new Error('the bridge did not start')));
  });
  const { url, token } = JSON.parse(line) as { url: string; token: string };
  return { child, url: `${url}/#token=${token}`, token };
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Uitgaande e-mails' });

describe.skipIf(program === '' && !process.env.CI)('Uitgaande e-mail', () => {
  let browser: Browser;
  let opened: Opened;
  let server: MailServer;
  let bridge: ChildProcess;
  let token = '';
  const folder = mkdtempSync(join(tmpdir(), 'standvast-mail-'));

  beforeAll(async () => {
    server = await mailServer(PASSWORD);
    const started = await startBridge(join(folder, 'data'), server.root);
    bridge = started.child;
    token = started.token;
    browser = await launch();
    opened = await openWindow(browser, 'nl', started.url);
    const { page } = opened;
    await page.getByRole('button', { name: /Rondkijken/ }).click();
    await page.getByRole('textbox', { name: 'Map' }).fill(join(folder, 'Voorbeeld.standvast'));
    await page.getByRole('button', { name: 'Rondkijken', exact: true }).click();
    await page.getByRole('button', { name: 'Naar Vandaag' }).click({ timeout: 100_000 });
    await page.locator('.today-sentence').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    bridge?.kill();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const go = async (page: Page, room: string, tab: string) => {
    await page.getByRole('navigation').getByText(room, { exact: true }).click();
    await page.getByRole('tab', { name: tab, exact: true }).click();
  };

  it('keeps an account only after its trial says what is wrong', async () => {
    const { page, complaints } = opened;
    await go(page, 'Instellingen', 'E-mail');
    await page.getByRole('textbox', { name: 'Server', exact: true }).fill('localhost');
    await page.getByRole('textbox', { name: 'Poort' }).fill(String(server.port));
    await page.getByRole('textbox', { name: 'Gebruikersnaam' }).fill('bakker');
    const password = page.getByLabel('Wachtwoord', { exact: true });
    await password.fill('fout');
    await page.getByRole('button', { name: 'Verbinding proberen' }).click();
    await page.getByText(/weigert deze gebruikersnaam/).waitFor();
    await password.fill(PASSWORD);
    await page.getByRole('button', { name: 'Proefbericht aan mijzelf' }).click();
    await page.getByText(/Er is een proefbericht gestuurd/).waitFor();
    expect(server.received, 'to oneself only').toHaveLength(1);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
    await page.getByText('Uw mailaccount is opgeslagen.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('sends what waits, each once', async () => {
    const { page } = opened;
    await page.evaluate(async (key) => {
      const response = await fetch('/api/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-standvast-token': key },
        body: JSON.stringify({ name: 'run_approve', payload: { approve: 'green' }, lang: 'nl' }),
      });
      if (!response.ok) throw new Error(await response.text());
    }, token);
    await page.reload();
    await page.locator('.today-sentence').waitFor();
    await page.getByRole('navigation').getByText('Aanmanen', { exact: true }).click();
    await page.getByRole('tab', { name: 'Uitgaand' }).click();
    const button = page.getByRole('button', { name: /e-mails? versturen$/ });
    await button.waitFor();
    const count = Number(/\d+/.exec(await button.innerText())?.[0]);
    expect(await accessibilityProblems(page)).toEqual([]);
    server.received.length = 0;
    server.hangUpOnce();
    await button.click();
    await page.getByText('Niet alles ging mee').waitFor({ timeout: 50_000 });
    expect(server.received, 'each message once').toHaveLength(count);
    expect(new Set(server.received.map(({ text }) => /Message-ID: (.*)/i.exec(text)?.[1])).size).toBe(count);
    await page.getByText(/Van 1 is het onzeker/).waitFor();
    // Nothing is left to send, once the list has been read again.
    await button.waitFor({ state: 'detached' });
  });

  it('asks about what nobody knows, and notes what came back, by keyboard', async () => {
    const { page, complaints } = opened;
    await page.getByRole('button', { name: 'Gezien' }).click();
    await grid(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Hij is aangekomen' }).press('Enter');
    await page.getByText(/staat als aangekomen genoteerd/).waitFor();
    await page.getByRole('button', { name: 'Hij kwam terug' }).press('Enter');
    await page.getByRole('dialog').getByRole('textbox').fill('mailbox bestaat niet');
    await page.getByRole('button', { name: 'Noteren' }).press('Enter');
    await page.getByRole('button', { name: 'Brief opslaan als PDF' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
