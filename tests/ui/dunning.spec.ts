// Aanmanen over the sample administration, by keyboard: walk through the run, let one letter through, give one its
// own words, pause one, approve, bring the paper out as one PDF, confirm; then the plan and the texts.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

const letterShown = (page: Page, name: string) =>
  page.locator('.run-letter .pdf-words', { hasText: name }).first().waitFor();

const selectedName = (page: Page) => page.locator('.run-row[aria-selected="true"] .run-name').innerText();

const ready = async (page: Page) =>
  Number(/Keur ([\d.]+) goed/.exec(await page.locator('.room-head .button-primary').innerText())?.[1] ?? 0);

/** Whether the letters that are shown are this many; fast fingers are waited for. */
const readyIs = (page: Page, count: number) =>
  page.locator('.room-head .button-primary', { hasText: `Keur ${count} goed` }).waitFor();

describe.skipIf(bridgeUrl === '' && !process.env.CI)('Aanmanen', () => {
  let browser: Browser;
  let opened: Opened;
  const folder = mkdtempSync(join(tmpdir(), 'standvast-ui-'));

  beforeAll(async () => {
    browser = await launch();
    opened = await openWindow(browser);
    const { page } = opened;
    await toTheWayIn(page);
    await page.getByRole('button', { name: /Rondkijken/ }).click();
    await page.getByRole('textbox', { name: 'Map' }).fill(join(folder, 'Voorbeeld.standvast'));
    await page.getByRole('button', { name: 'Rondkijken', exact: true }).click();
    await page.getByRole('button', { name: 'Naar Vandaag' }).click({ timeout: 100_000 });
    await page.locator('.today-sentence').waitFor();
    await page.keyboard.press('Control+5');
    await page.locator('.run-row').first().waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows every letter as it will leave while one walks through the list', async () => {
    const { page } = opened;
    for (let row = 0; row < 4; row += 1) {
      await letterShown(page, await selectedName(page));
      await page.keyboard.press('ArrowDown');
    }
    expect(await page.locator('.pdf-picture canvas').first().isVisible()).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('asks before an amber letter goes, and takes a no', async () => {
    const { page } = opened;
    const before = await ready(page);
    await page.keyboard.press('Home');
    for (let row = 0; row < before; row += 1) await page.keyboard.press('ArrowDown');
    await page.locator('.run-gate[data-gate="amber"]').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/wordt bij de brief vastgelegd/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await ready(page), 'asked is not yet decided').toBe(before);
    await page.keyboard.press('Enter');
    await readyIs(page, before + 1);
    await page.keyboard.press('Enter');
    await readyIs(page, before);
  });

  it('gives one letter its own words, and the letter shows them', async () => {
    const { page } = opened;
    await page.keyboard.press('Home');
    await letterShown(page, await selectedName(page));
    await page.keyboard.press('e');
    const words = page.getByRole('textbox', { name: 'Tekst, deel 1' });
    await words.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Wij spraken elkaar gisteren.');
    await page.locator('.run-edit .pdf-words', { hasText: 'elkaar gisteren' }).waitFor();
    expect(await page.locator('.locked-text').count(), 'the fixed blocks stand in it').toBeGreaterThan(1);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Gebruiken voor deze brief' }).click();
    await page.locator('.run-row[aria-selected="true"]', { hasText: 'eigen tekst' }).waitFor();
  });

  it('pauses a customer with a reason, and can undo it', async () => {
    const { page } = opened;
    const before = await ready(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('p');
    await page.getByRole('textbox', { name: 'Waarom' }).fill('Eerst bellen');
    await page.keyboard.press('Enter');
    await readyIs(page, before - 1);
    await page.getByRole('button', { name: 'Ongedaan maken' }).first().click();
    await readyIs(page, before);
  });

  it('says what will happen, approves by key, and leads to what is next', async () => {
    const { page } = opened;
    await page.locator('.run-list').focus();
    const count = await ready(page);
    await page.keyboard.press('Shift+Enter');
    await page.locator('.run-approve-sentence', { hasText: `${count} brieven worden gemaakt` }).waitFor();
    await page.getByText('1 heeft een eigen tekst.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Ronde van/ }).waitFor({ timeout: 30_000 });
    await page.locator('.run-letter .pdf-picture canvas').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('makes every page of the run ready for the printer, and leaves nothing behind', async () => {
    const { page } = opened;
    await page.evaluate(() => {
      window.print = () =>
        document.body.setAttribute(
          'data-sheets',
          String(document.querySelectorAll('.print-sheet img').length),
        );
    });
    await page.getByRole('button', { name: /^Afdrukken/ }).click();
    await page.getByText('Zijn ze goed afgedrukt?').waitFor({ timeout: 50_000 });
    const paper = Number(/^(\d+)/.exec(await page.locator('.leave-step h2').first().innerText())?.[1]);
    const sheets = Number(await page.evaluate(() => document.body.dataset.sheets));
    expect(sheets, 'a sheet for each page of each letter').toBeGreaterThanOrEqual(paper);
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const found = (pattern: RegExp) => printed.match(pattern)?.length ?? 0;
    expect(found(/\/Type\s*\/Page\b/g), 'what comes out are the sheets, and nothing of the window').toBe(
      sheets,
    );
    expect(found(/\/Subtype\s*\/Image/g), 'each with its letter on it').toBeGreaterThanOrEqual(sheets);
    await page.getByRole('button', { name: 'Nee, nog niet' }).click();
    expect(await page.locator('.print-sheets').count(), 'the pictures are wiped').toBe(0);
  });

  it('saves the paper as one PDF and the e-mails as drafts, and confirms the day', async () => {
    const { page } = opened;
    const pdf = join(folder, 'brieven.pdf');
    await page.getByRole('button', { name: 'Opslaan als één PDF' }).click();
    await answerPath(page, pdf);
    await page.getByText('De brieven zijn opgeslagen.').waitFor({ timeout: 30_000 });
    expect(readFileSync(pdf).subarray(0, 5).toString(), 'a PDF where the user asked for it').toBe('%PDF-');
    await page.getByRole('button', { name: 'Opslaan als e-mails' }).click();
    await answerPath(page, folder);
    await page.getByText(/e-mails? opgeslagen/).waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Bevestigen', exact: true }).click();
    await page.getByText('Alles is de deur uit en bevestigd.').waitFor({ timeout: 30_000 });
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(existsSync(pdf)).toBe(true);
  });

  it('has past runs as they were', async () => {
    const { page } = opened;
    await page.getByRole('tab', { name: 'Eerdere rondes' }).click();
    await page.getByRole('button', { name: 'Alle rondes' }).click();
    const table = page.getByRole('grid', { name: 'Eerdere rondes' });
    await table.getByText('afgerond').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await table.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Ronde van/ }).waitFor();
    await page.keyboard.press('End');
    await letterShown(page, await selectedName(page));
  });

  it('works out what a change of the plan would send, and names what the law has against it', async () => {
    const { page } = opened;
    await page.getByRole('tab', { name: 'Plan' }).click();
    await page.locator('.plan-dates').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const days = page.getByRole('textbox', { name: 'Dagen: laatste herinnering' });
    await days.fill('3');
    await page.keyboard.press('Tab');
    await page.locator('.plan-step[data-invalid]', { hasText: /laatste herinnering/i }).waitFor();
    const save = page.getByRole('button', { name: 'Plan bewaren' });
    expect(await save.isDisabled(), 'what the law refuses is not kept').toBe(true);
    await days.fill('9');
    await page.keyboard.press('Tab');
    await page.locator('.plan-step[data-invalid]').waitFor({ state: 'detached' });
    await page.locator('.plan-answer', { hasText: /Vandaag zouden er|Ook met deze verandering/ }).waitFor();
    await save.click();
    await page.getByText('Niet bewaard').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.locator('input[value="7"]').nth(1).waitFor();
  });

  it('refuses a text without the words of the law, and tries a good one on everybody', async () => {
    const { page } = opened;
    await page.getByRole('tab', { name: 'Teksten' }).click();
    await page.getByRole('option', { name: /Veertiendagenbrief Nederlands/i }).click();
    await page.locator('.locked-text').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Als één tekst bewerken' }).click();
    const whole = page.getByRole('textbox', { name: 'Tekst', exact: true });
    const text = await whole.inputValue();
    await whole.fill(text.replace('{{ legal_notice }}', ''));
    await page.getByRole('button', { name: 'Tekst bewaren' }).click();
    await page.locator('.field-problem').first().waitFor({ timeout: 30_000 });
    await expect.poll(() => page.locator('.field-problem').first().innerText()).toContain('legal_notice');
    await whole.fill(text.replace('{{ salutation }}', '{{ salutation }}\n\nEven dit.'));
    await page.getByRole('button', { name: 'Controleer bij alle klanten' }).click();
    await page.locator('.template-good').waitFor({ timeout: 50_000 });
    await page.getByRole('button', { name: 'Tekst bewaren' }).click();
    await page.locator('.texts-row[aria-selected="true"]', { hasText: 'aangepast' }).waitFor();
  });

  it('shows every text on a letter, and says whose it is', async () => {
    const { page } = opened;
    for (const name of [/^Sommatie Engels/i, /^Rekeningoverzicht Nederlands/i]) {
      await page.getByRole('option', { name }).click();
      await page.locator('.template .pdf-picture canvas').first().waitFor({ timeout: 30_000 });
      await page.locator('.template-of', { hasText: /deze klant|verzonnen/i }).waitFor({ timeout: 30_000 });
    }
    await page.getByRole('combobox', { name: 'Op deze klant' }).fill('Voorbeeldklant');
    await page.getByRole('option', { name: /verzonnen/ }).waitFor();
    for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.locator('.template-of', { hasText: /Een verzonnen klant/ }).waitFor({ timeout: 30_000 });
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('is accessible in the dark, in English, narrow, and with text twice as large', async () => {
    const { page } = opened;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByRole('tab', { name: 'Ronde', exact: true }).click();
    await page.locator('.dunning-part').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 1024, height: 700 });
    for (const name of ['Eerdere rondes', 'Plan', 'Teksten']) {
      await page.getByRole('tab', { name }).click();
      await page.waitForTimeout(600);
      expect(await accessibilityProblems(page), name).toEqual([]);
    }
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, 'nothing runs out of the window').toBeLessThanOrEqual(0);
    expect(opened.complaints).toEqual([]);
  });
});
