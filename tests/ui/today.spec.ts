// Vandaag over the sample administration: the figures add up, cards open, keys work, axe is content.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accessibilityProblems,
  bridgeUrl,
  expectKeys,
  launch,
  openWindow,
  toTheWayIn,
  type Opened,
} from './window';

const cents = (text: string) => Number(text.replace('\u2212', '-').replaceAll(/[^\d-]/g, ''));

describe.skipIf(bridgeUrl === '' && !process.env.CI)('Vandaag', () => {
  let browser: Browser;
  let opened: Opened;
  let told: string[] = [];
  let problemsWhenMade: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'standvast-ui-'));

  beforeAll(async () => {
    browser = await launch();
    opened = await openWindow(browser);
    const { page } = opened;
    await toTheWayIn(page);
    await page.getByRole('button', { name: /Rondkijken/ }).click();
    await page.getByRole('textbox', { name: 'Map' }).fill(join(folder, 'Voorbeeld.standvast'));
    await page.getByRole('button', { name: 'Rondkijken', exact: true }).click();
    await page.getByRole('heading', { name: 'Het voorbeeld staat klaar' }).waitFor({ timeout: 100_000 });
    told = await page.locator('.copy-text').allInnerTexts();
    problemsWhenMade = await accessibilityProblems(page);
    await page.getByRole('button', { name: 'Naar Vandaag' }).click();
    await page.locator('.today-sentence').waitFor({ timeout: 10_000 });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('told what opens the sample and where its next statement lies, and both are true', async () => {
    const { page } = opened;
    expect(problemsWhenMade).toEqual([]);
    const [passphrase = '', statement = ''] = told;
    expect(readFileSync(statement, 'utf8'), 'the statement lies where it was said').toContain('camt.053');
    await page.keyboard.press('Control+l');
    const field = page.getByLabel('Wachtzin', { exact: true });
    await field.fill(passphrase);
    await field.press('Enter');
    await page.locator('.today-sentence').waitFor();
  });

  it('has an ageing table that adds up to what the sentence says is open', async () => {
    const { page } = opened;
    const sentence = await page.locator('.today-sentence').innerText();
    const open = cents(/€\u00a0([\d.,]+)/.exec(sentence)?.[1] ?? '');
    const parts = await page.locator('.ageing-amount').allInnerTexts();
    expect(parts).toHaveLength(5);
    expect(
      parts.map(cents).reduce((sum, part) => sum + part, 0),
      'to the cent',
    ).toBe(open);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('orders the work by euros', async () => {
    const amounts = (await opened.page.locator('.work-amount').allInnerTexts()).map(cents);
    expect(amounts.length, 'the sample has work of several kinds').toBeGreaterThan(2);
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
  });

  it('shows what is expected in bars and in a table, and tells how it was reckoned', async () => {
    const { page } = opened;
    const table = page.getByRole('table', { name: 'Verwachte ontvangsten per week' });
    expect(await table.getByRole('row').count(), 'eight weeks, what is left over, and the head').toBe(12);
    await page.getByRole('button', { name: 'Hoe gerekend?' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Hoe de verwachting is gerekend' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('says of every amount what it is made of, by keys alone', async () => {
    const { page } = opened;
    const asked = page.locator('.today-words .why-money, .ageing .why-money, .expected-rest .why-money');
    const many = await asked.count();
    expect(many, 'the sentence, the bar and the weeks have amounts').toBeGreaterThan(7);
    for (let at = 0; at < many; at += 1) {
      const amount = asked.nth(at);
      const pressed = cents(await amount.innerText());
      await amount.focus();
      await page.keyboard.press('Enter');
      const sheet = page.getByRole('dialog', { name: /^Berekening: / });
      await sheet.locator('.sum-part').first().waitFor();
      expect(cents(await sheet.locator('.why-total .amount').first().innerText())).toBe(pressed);
      const parts = await sheet.locator('.sum-open > .amount').allInnerTexts();
      expect(
        parts.map(cents).reduce((sum, part) => sum + part, 0),
        `customers sum to ${pressed}`,
      ).toBe(pressed);
      if (at === 0) {
        await sheet.locator('.sum-open').first().focus();
        await page.keyboard.press('Enter');
        await sheet.locator('.sum-item').first().waitFor();
        const own = await sheet.locator('.sum-item > .amount').allInnerTexts();
        expect(own.map(cents).reduce((sum, part) => sum + part, 0)).toBe(cents(parts[0] ?? ''));
        expect(await accessibilityProblems(page)).toEqual([]);
      }
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
      await expectKeys(amount);
    }
    const week = page.locator('button.expected-week').first();
    await week.focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog', { name: /^Berekening: Verwacht / })
      .locator('.sum-part')
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  });

  it('opens the work of every card by key: in its room, or in a panel beside', async () => {
    const { page } = opened;
    const sentence = page.locator('.today-sentence');
    const cards = await page.locator('.work-row').count();
    let panels = 0;
    for (let index = 0; index < cards; index += 1) {
      const card = page.locator('.work-row').nth(index);
      const words = await card.innerText();
      await card.focus();
      await page.keyboard.press('Enter');
      const panel = page.locator('.panel');
      await expect.poll(async () => (await panel.count()) > 0 || (await sentence.count()) === 0).toBe(true);
      if ((await panel.count()) === 0) {
        // It went to the room where this is done.
        await page.keyboard.press('Control+1');
        await sentence.waitFor();
        continue;
      }
      panels += 1;
      expect(await accessibilityProblems(page), words).toEqual([]);
      const detail = page.locator('.detail');
      if ((await detail.count()) > 0 && (await detail.locator('.chip-late').count()) > 0) {
        expect(await detail.locator('.reasons li').first().innerText()).not.toBe('Niets staat in de weg.');
      }
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
    }
    expect(panels, 'the sample has work without a room of its own').toBeGreaterThan(0);
  });

  it('is accessible in the dark, in English, narrow, and with text twice as large', async () => {
    const { page } = opened;
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Language');
    await page.keyboard.press('Enter');
    await page.getByText(/is open, of which/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 1024, height: 700 });
    await page.locator('.work-row').last().focus();
    await page.keyboard.press('Enter');
    await page.locator('.panel').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, 'nothing runs out of the window').toBeLessThanOrEqual(0);
    expect(opened.complaints).toEqual([]);
  });
});
