// Dossiers over the sample administration: what one lacks, handing over, what comes back, and the way back;
// by keys alone, and axe is content everywhere.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems, bridgeUrl, intoTheSample, launch, openWindow, type Opened } from './window';

describe.skipIf(bridgeUrl === '' && !process.env.CI)('Dossiers', () => {
  let browser: Browser;
  let opened: Opened;
  const folder = mkdtempSync(join(tmpdir(), 'standvast-dossiers-'));

  beforeAll(async () => {
    browser = await launch();
    opened = await openWindow(browser);
    await intoTheSample(opened.page, join(folder, 'Voorbeeld.standvast'));
    await opened.page.keyboard.press('Control+6');
    await opened.page.getByRole('grid').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('lists who is ready, and is accessible', async () => {
    const { page } = opened;
    const rows = await page.getByRole('grid').getByRole('row').count();
    expect(rows, 'the sample has customers to hand over').toBeGreaterThan(2);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('hands a customer over by keys alone, and writes one file where asked', async () => {
    const { page } = opened;
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary');
    await panel.waitFor();
    const name = await panel.getByRole('heading', { level: 2 }).innerText();
    await panel
      .getByRole('heading', { name: /Vordering|Facturen|Wat er in het dossier/ })
      .first()
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('o');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: /^Naam/ }).focus();
    await page.keyboard.type('Gerechtsdeurwaarder Proef');
    await dialog.getByRole('textbox', { name: /Map voor/ }).focus();
    await page.keyboard.type(join(folder, 'uit'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Het dossier staat klaar' }).waitFor({ timeout: 20_000 });
    const file = await panel.locator('.copy-text').first().innerText();
    expect(existsSync(file.replaceAll('\n', '')), file).toBe(true);
    expect(await panel.getByRole('heading', { level: 2 }).innerText()).toBe(name);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('notes what was paid there, adds it up, and takes it back', async () => {
    const { page } = opened;
    await page.keyboard.press('v');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Bedrag' }).focus();
    await page.keyboard.type('12,50');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const panel = page.getByRole('complementary');
    const paid = panel.getByRole('row', { name: /Aan hen betaald/ });
    await page.waitForFunction(() => /Aan hen betaald[^€]*€\u00a012,50/.test(document.body.innerText));
    await expect.poll(() => paid.innerText()).toContain('12,50');
    await panel.getByRole('button', { name: /Ongedaan maken: Klant betaalde daar/ }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /Aan hen betaald[^€]*€\u00a00,00/.test(document.body.innerText));
  });

  it('undoes a handover: the customer is ready again', async () => {
    const { page } = opened;
    await page.getByRole('complementary').getByRole('button', { name: 'Overdracht ongedaan maken' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Nog niets overgedragen' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('tab', { name: /Overgedragen/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('grid').waitFor();
  });

  it('finds any customer, also one that the plan does not propose', async () => {
    const { page } = opened;
    await page.keyboard.press('z');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').waitFor();
    await page.keyboard.type('bakker');
    await dialog.getByRole('menuitem').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
  });

  it('is accessible in the dark, narrow, and with text twice as large', async () => {
    const { page } = opened;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1024, height: 700 });
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, 'nothing runs out of the window').toBeLessThanOrEqual(0);
    expect(opened.complaints).toEqual([]);
  });
});
