// Bank over the sample administration: files looked at and booked, lines matched by keys alone, money left over,
// statements; every screen accessible, in the dark, narrow, and with text twice as large.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accessibilityProblems,
  answerPath,
  bridgeUrl,
  launch,
  openWindow,
  toTheWayIn,
  type Opened,
} from './window';

const samples =
  process.env.STANDVAST_SAMPLES ?? fileURLToPath(new URL('../../../shared/samples', import.meta.url));
const real = join(samples, 'camt', 'sns-2026-example-a.xml');

const list = (page: Page) => page.getByRole('listbox', { name: 'Bankregels die wachten' });
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const left = async (page: Page) => Number(/Nog (\d+) van/.exec(await title(page).innerText())?.[1]);
const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();

async function look(page: Page, path: string) {
  await page.getByRole('button', { name: /Bestand kiezen|Nog een bestand/ }).click();
  await answerPath(page, path);
  await page.locator('.intake-file').last().waitFor();
}

/** Presses a key that does something with the line, and waits until the core has done it. */
async function press(page: Page, key: string, expected: number) {
  await page.keyboard.press(key);
  await page.getByRole('heading', { name: `Nog ${expected} van`, exact: false }).waitFor();
}

describe.skipIf(bridgeUrl === '' && !process.env.CI)('Bank', () => {
  let browser: Browser;
  let opened: Opened;
  let statement = '';
  const folder = mkdtempSync(join(tmpdir(), 'standvast-ui-'));

  beforeAll(async () => {
    browser = await launch();
    opened = await openWindow(browser);
    const { page } = opened;
    page.setDefaultTimeout(10_000);
    await toTheWayIn(page);
    await page.getByRole('button', { name: /Rondkijken/ }).click();
    await page.getByRole('textbox', { name: 'Map' }).fill(join(folder, 'Voorbeeld.standvast'));
    await page.getByRole('button', { name: 'Rondkijken', exact: true }).click();
    await page.getByRole('heading', { name: 'Het voorbeeld staat klaar' }).waitFor({ timeout: 100_000 });
    [, statement = ''] = await page.locator('.copy-text').allInnerTexts();
    await page.getByRole('button', { name: 'Naar Vandaag' }).click();
    await page.locator('.today-sentence').waitFor();
    await page.keyboard.press('Control+4');
    await page.getByRole('heading', { name: 'Lees bank en facturen in' }).waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says what can be read before anything is chosen', async () => {
    const { page } = opened;
    expect(await page.locator('.intake-kind').count()).toBe(4);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('refuses a file that was cut off, with the line and what to do', async () => {
    const { page } = opened;
    const whole = readFileSync(statement, 'utf8');
    const broken = join(folder, 'kapot.xml');
    writeFileSync(broken, whole.slice(0, Math.floor(whole.length * 0.6)));
    await look(page, broken);
    const card = page.locator('.intake-refused');
    await expect.poll(() => card.innerText()).toMatch(/Regel \d+: .*download/);
    expect(await page.getByRole('button', { name: 'Boek in' }).isDisabled()).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Niet inlezen', exact: true }).click();
  });

  it('reads a real statement of another account, and says so', async ({ skip }) => {
    if (!existsSync(real) && !process.env.CI) skip('the samples are not here');
    const { page } = opened;
    await look(page, real);
    await page
      .getByText(/is niet de rekening op uw brieven/)
      .first()
      .waitFor();
    expect(
      await page.locator('.check-ok, .check-wrong, .check-unknown').count(),
      'it was checked',
    ).toBeGreaterThan(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Niet inlezen', exact: true }).click();
  });

  it('shows what the next statement adds, books it, and leads on to matching', async () => {
    const { page } = opened;
    await look(page, statement);
    const said = await title(page).innerText();
    expect(said).toMatch(/^Dit komt erbij: \d+ bankregels\.$/);
    expect(await page.locator('.check-ok').count(), 'account, sums and chain are right').toBe(3);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Boek in' }).click();
    await page.getByRole('button', { name: /Nu koppelen/ }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await list(page).waitFor();
    const spent = page.locator('.filter', { hasText: /^Uitgaven \d+/ });
    const out = Number(/\d+/.exec(await spent.innerText())?.[0]);
    expect(said, 'what went out waits for nothing').toContain(` ${(await left(page)) + out} `);
  });

  it('has nothing to add when the same file comes again', async () => {
    const { page } = opened;
    await tab(page, 'Inlezen');
    await look(page, statement);
    await page.getByRole('heading', { name: 'Hier staat niets nieuws in.' }).waitFor();
    expect(await page.getByRole('button', { name: 'Boek in' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Niet inlezen', exact: true }).click();
    await tab(page, 'Koppelen');
    await list(page).waitFor();
  });

  it('matches by Enter, goes on, and takes the last back with Backspace', async () => {
    const { page } = opened;
    await list(page).focus();
    const all = await left(page);
    expect(await page.locator('.desk-reasons li').count(), 'a proposal has its reasons').toBeGreaterThan(0);
    const first = await page.locator('.line-top h2').innerText();
    await press(page, 'Enter', all - 1);
    await press(page, 'Enter', all - 2);
    await press(page, 'Backspace', all - 1);
    await press(page, 'Backspace', all);
    expect(await page.locator('.line-top h2').innerText(), 'back at the first').toBe(first);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('divides a line by hand: what is not put stays with the customer', async () => {
    const { page } = opened;
    const all = await left(page);
    await list(page).focus();
    await page.keyboard.press('s');
    const field = page.locator('.split-put input').first();
    await field.waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('10,00');
    await expect.poll(() => page.locator('.split-left').innerText()).toContain('Nog te verdelen');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('9999999,00');
    await expect
      .poll(() => page.locator('.split-left').innerText())
      .toContain('Meer verdeeld dan er openstaat');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('10,00');
    await press(page, 'Enter', all - 1);
    await tab(page, 'Over');
    await page.getByRole('grid').waitFor();
    const rows = await page.locator('.paged-row').count();
    expect(rows, 'the rest of the line is left over').toBeGreaterThan(1);
    await tab(page, 'Koppelen');
    await list(page).waitFor();
    await press(page, 'Backspace', all);
  });

  it('finds another customer, and sets a line aside, by keys alone', async () => {
    const { page } = opened;
    await list(page).focus();
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('bakkerij');
    await page.locator('.found-item').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.split-form').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.split-form').waitFor({ state: 'detached' });
    await page.keyboard.press('End');
    const all = await left(page);
    await page.keyboard.press('d');
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const at = () => page.evaluate(() => document.activeElement?.getAttribute('value'));
    expect(await at(), 'the arrows choose at once').toBe('supplier');
    await page.keyboard.press('ArrowDown');
    expect(await at()).toBe('tax');
    await press(page, 'Enter', all - 1);
    await press(page, 'Backspace', all);
  });

  it('books all that is certain at once, until only choices are left', async () => {
    const { page } = opened;
    const button = page.getByRole('button', { name: /Koppel .*zeker/ });
    const certain = Number(/\d+/.exec(await button.innerText())?.[0]);
    const all = await left(page);
    await list(page).focus();
    await press(page, 'z', all - certain);
    await button.waitFor({ state: 'detached' });
    expect(await page.locator('.line-acts').count()).toBe(1);
  });

  it('shows money left over, statements that follow on each other, and imports to undo', async () => {
    const { page } = opened;
    await tab(page, 'Over');
    await page.getByRole('grid').waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await tab(page, 'Afschriften');
    await page.locator('.statement-check').first().waitFor();
    expect(await page.locator('.statement-gap').count(), 'nothing is missing in the sample').toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Ingelezen bestanden' }).click();
    await page.getByText('Voorbeeld.camt.xml').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('is accessible in the dark, in English, narrow, and with text twice as large', async () => {
    const { page } = opened;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1024, height: 700 });
    await tab(page, 'Koppelen');
    await list(page).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Language');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Match' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, 'nothing runs out of the window').toBeLessThanOrEqual(0);
    expect(opened.complaints).toEqual([]);
  });
});
