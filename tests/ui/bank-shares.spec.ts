// One payment for several customers: a head office pays for its branches. Divided by keys alone, booked,
// and taken back.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

const list = (page: Page) => page.getByRole('listbox', { name: 'Bankregels die wachten' });
const left = async (page: Page) =>
  Number(/Nog (\d+) van/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[1]);
const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();

/** Presses a key that does something with the line, and waits until the core has done it. */
async function press(page: Page, key: string, expected: number) {
  await page.keyboard.press(key);
  await page.getByRole('heading', { name: `Nog ${expected} van`, exact: false }).waitFor();
}

describe.skipIf(bridgeUrl === '' && !process.env.CI)('Bank: several customers', () => {
  let browser: Browser;
  let opened: Opened;
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
    const [, statement = ''] = await page.locator('.copy-text').allInnerTexts();
    await page.getByRole('button', { name: 'Naar Vandaag' }).click();
    await page.locator('.today-sentence').waitFor();
    await page.keyboard.press('Control+4');
    await page.getByRole('button', { name: /Bestand kiezen/ }).click();
    await answerPath(page, statement);
    await page.getByRole('button', { name: 'Boek in' }).click();
    await page.getByRole('button', { name: /Nu koppelen/ }).click();
    await list(page).waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('divides a line over three customers by keys alone, and takes it back', async () => {
    const { page } = opened;
    const all = await left(page);
    await list(page).focus();
    await page.keyboard.press('s');
    await page.locator('.split-share').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('10,00');
    for (const [at, letters] of ['bakkerij', 'hotel'].entries()) {
      await page.keyboard.press('Control+b');
      await page.getByRole('searchbox').fill(letters);
      await page.locator('.found-item').first().waitFor();
      await expect
        .poll(async () => (await page.locator('.found-item .other-name').first().innerText()).toLowerCase())
        .toContain(letters);
      await page.keyboard.press('ArrowDown');
      await page.locator('.found-item:focus').waitFor();
      await page.keyboard.press('Enter');
      await page
        .locator('.split-share')
        .nth(at + 1)
        .waitFor();
    }
    const shares = page.locator('.split-share');
    expect(await shares.count()).toBe(3);
    const names = await shares.locator('h4').allInnerTexts();
    // What each customer gets: ten euros on an invoice, a name to keep five under, and what is left.
    for (const input of await shares.nth(1).locator('input').all()) await input.fill('');
    for (const input of await shares.nth(2).locator('input').all()) await input.fill('');
    for (const input of (await shares.nth(0).locator('input').all()).slice(1)) await input.fill('');
    await shares.nth(1).locator('input').last().fill('5,00');
    // In the smallest window the due dates give way, and nothing that is typed in.
    await page.setViewportSize({ width: 1024, height: 700 });
    const kept = page.getByRole('textbox', { name: /^Als tegoed bij / });
    expect(await kept.count()).toBe(3);
    for (const input of await kept.all()) expect(await input.isVisible(), 'credit can be typed').toBe(true);
    await page.setViewportSize({ width: 1440, height: 900 });
    const book = page.getByRole('button', { name: 'Zo koppelen' });
    expect(await book.isDisabled(), 'what is nobody’s is not booked').toBe(true);
    await expect.poll(() => page.locator('.split-left').innerText()).toContain('Nog te verdelen');
    expect(await accessibilityProblems(page)).toEqual([]);
    await shares
      .nth(2)
      .getByRole('button', { name: /^Zet de rest als tegoed bij / })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByText('Precies verdeeld').waitFor();
    await shares.nth(0).locator('input').first().focus();
    await press(page, 'Enter', all - 1);
    await tab(page, 'Over');
    await page.getByRole('grid').waitFor();
    await page
      .getByText(names[1] ?? '?')
      .first()
      .waitFor();
    await page
      .getByText(names[2] ?? '?')
      .first()
      .waitFor();
    await tab(page, 'Koppelen');
    await list(page).waitFor();
    await press(page, 'Backspace', all);
  });
});
