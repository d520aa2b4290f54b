// What the specs share: a browser on the bridge's page, and the check that a screen is accessible.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** The page the bridge serves, with its token: http://127.0.0.1:PORT/#token=… */
export const bridgeUrl = process.env.STANDVAST_BRIDGE_URL ?? '';

const axe = readFileSync(
  fileURLToPath(new URL('../../ui/node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
);

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.STANDVAST_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
}

export type Opened = { page: Page; complaints: string[] };

/** A fresh window in one language; `complaints` collects what the browser's console has against it. */
export async function openWindow(
  browser: Browser,
  lang: 'nl' | 'en' = 'nl',
  url = bridgeUrl,
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refused command answers with a status of its own, which the browser logs; that is no complaint.
    if (message.type() === 'error' && !/the server responded with a status of 4\d\d/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  await page.addInitScript((chosen) => localStorage.setItem('standvast.language', chosen), lang);
  await page.goto(url);
  return { page, complaints };
}

/** Another spec may have left an administration open, also one whose folder is gone: the palette
 *  closes it, and what was said about it is read and closed. */
export async function toTheWayIn(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  if (await page.getByRole('navigation').isVisible()) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Administratie sluiten');
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: /Nieuwe administratie/ }).waitFor();
  const notices = page.locator('.toasts [slot=close]');
  while ((await notices.count()) > 0) await notices.first().click();
}

/** Answers the question for a path that stands in for the system's dialog. */
export async function answerPath(page: Page, path: string): Promise<void> {
  const field = page.getByRole('dialog').getByRole('textbox', { name: 'Volledig pad' });
  await field.fill(path);
  await field.press('Enter');
}

/** A command that no room of the window gives yet, asked as the page would. */
export async function callCore(page: Page, name: string, payload: unknown): Promise<unknown> {
  const token = new URLSearchParams(new URL(bridgeUrl).hash.slice(1)).get('token') ?? '';
  const answer = await page.evaluate(
    async (call) => {
      const response = await fetch('/api/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-standvast-token': call.token },
        body: JSON.stringify({ name: call.name, payload: call.payload, lang: 'nl' }),
      });
      return { ok: response.ok, text: await response.text() };
    },
    { name, payload, token },
  );
  if (!answer.ok) throw new Error(`${name}: ${answer.text}`);
  return JSON.parse(answer.text);
}

/** The keys are here, or come back here once what lay over it is gone: that takes a frame or two. */
export async function expectKeys(at: Locator): Promise<void> {
  await expect
    .poll(() => at.evaluate((element) => element === document.activeElement), { timeout: 2000 })
    .toBe(true);
}

/** What axe has against the screen as it stands, one line each. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Axe = {
      run: (context: unknown) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>;
    };
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({
      include: [['html']],
      // The library's own announcer for screen readers, gone again after some seconds.
      exclude: [['[data-live-announcer]']],
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  });
}

/** Makes a sample administration in this folder, and stands before Vandaag. */
export async function intoTheSample(page: Page, folder: string): Promise<void> {
  await toTheWayIn(page);
  await page.getByRole('button', { name: /Rondkijken/ }).click();
  await page.getByRole('textbox', { name: 'Map' }).fill(folder);
  await page.getByRole('button', { name: 'Rondkijken', exact: true }).click();
  await page.getByRole('heading', { name: 'Het voorbeeld staat klaar' }).waitFor({ timeout: 100_000 });
  await page.getByRole('button', { name: 'Naar Vandaag' }).click();
  await page.getByRole('navigation').waitFor();
}

/** A creditor as the first step of a new administration hands it over; a company of invention. */
export const creditor = {
  name: 'Touwslagerij De Lijn',
  legal_form: 'sole_trader',
  street: 'Kade 1',
  address_extra: '',
  postcode: '1621 AA',
  city: 'Hoorn',
  country: 'NL',
  kvk: '68750110',
  vat: '',
  iban: 'NL91ABNA0417164300',
  email: 'post@delijn.example',
  phone: '',
  term_days: 14,
  term_agreed: true,
  collection_vat: false,
  collects_for_others: false,
  register_number: null,
  window: 'left',
};
