// Rekenmachine over the real law: every calculation answers while one types, and its sheet can be kept.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accessibilityProblems,
  answerPath,
  bridgeUrl,
  intoTheSample,
  launch,
  openWindow,
  type Opened,
} from './window';

describe.skipIf(bridgeUrl === '' && !process.env.CI)('Rekenmachine', () => {
  let browser: Browser;
  let opened: Opened;
  const folder = mkdtempSync(join(tmpdir(), 'standvast-calc-'));

  beforeAll(async () => {
    browser = await launch();
    opened = await openWindow(browser);
    await intoTheSample(opened.page, join(folder, 'Voorbeeld.standvast'));
    await opened.page.keyboard.press('Control+7');
    await opened.page.getByRole('heading', { level: 1, name: 'Rekenmachine' }).waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const headline = () => opened.page.locator('.calc-headline strong');

  it('reckons interest by keys alone, to the cent of the worked example', async () => {
    const { page } = opened;
    await page.getByRole('radio', { name: /^Wettelijke rente/ }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('3500');
    await page.keyboard.press('Tab');
    await page.keyboard.type('15032025');
    await page.keyboard.press('Tab');
    await page.keyboard.type('21042026');
    await headline().filter({ hasText: '211,39' }).waitFor();
    const rows = await page.locator('.calc-table tbody tr').count();
    expect(rows, 'the rate changed on 1 January, the year turned on 15 March').toBe(3);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('keeps the sheet where asked', async () => {
    const { page } = opened;
    const file = join(folder, 'rente.pdf');
    await page.keyboard.press('Control+s');
    await answerPath(page, file);
    await page.getByText(/Het blad staat in/).waitFor();
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('answers every other calculation, accessibly', async () => {
    const { page } = opened;
    const tab = async (name: string) => {
      await page.getByRole('tab', { name }).focus();
      await page.keyboard.press('Enter');
    };
    await tab('Incassokosten');
    await page.getByRole('textbox', { name: 'Hoofdsom' }).fill('986,42');
    await headline().filter({ hasText: '147,96' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await tab('Veertiendagenbrief');
    await headline()
      .filter({ hasText: /20\d\d/ })
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await tab('Begin van de rente');
    await headline().filter({ hasText: 'Niet te zeggen' }).waitFor();
    expect(await page.locator('.calc-warnings li').count(), 'it says what is missing').toBeGreaterThan(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await tab('Verjaring');
    await page.getByRole('spinbutton').first().focus();
    await page.keyboard.type('31032024');
    await headline().filter({ hasText: '2029' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await tab('Hele vordering');
    await page.getByRole('textbox', { name: 'Bedrag' }).fill('1000');
    await page.getByText('Vordering 1: rente vanaf').waitFor();
    await page.getByRole('group', { name: 'Rente vanaf' }).getByRole('spinbutton').first().focus();
    await page.keyboard.type('01012026');
    await headline().filter({ hasText: '€' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('remembers what was typed when one looks elsewhere', async () => {
    const { page } = opened;
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+7');
    await page.getByRole('tab', { name: 'Incassokosten' }).click();
    await headline().filter({ hasText: '147,96' }).waitFor();
  });

  it('fits a small dark window with text twice as large', async () => {
    const { page } = opened;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1024, height: 700 });
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, 'nothing runs out of the window').toBeLessThanOrEqual(0);
    expect(opened.complaints).toEqual([]);
  });
});
