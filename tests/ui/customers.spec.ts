// Klanten over the sample administration: found, opened, promised, undone and explained by keys alone; every
// screen accessible, in the dark, narrow, and with text twice as large.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

const LONG = 'Ångström & Zonen Internationale Groothandelsmaatschappij voor Bakkerij-ingrediënten B.V.';
const cents = (text: string) => Number(text.replace('\u2212', '-').replaceAll(/[^\d-]/g, ''));

const grid = (page: Page) => page.getByRole('grid', { name: 'Klanten' });
const customer = (page: Page) => page.locator('aside.customer:not([aria-busy])');
const firstName = (page: Page) => page.locator('.paged-row .paged-lines > :first-child').first();

async function search(page: Page, text: string) {
  await page.keyboard.press('/');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.locator('.paged:not([aria-busy]), .list > .state').first().waitFor();
}

describe.skipIf(bridgeUrl === '' && !process.env.CI)('Klanten', () => {
  let browser: Browser;
  let opened: Opened;
  let passphrase = '';
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
    [passphrase = ''] = await page.locator('.copy-text').allInnerTexts();
    await page.getByRole('button', { name: 'Naar Vandaag' }).click();
    await page.locator('.today-sentence').waitFor({ timeout: 10_000 });
    await page.keyboard.press('Control+2');
    await grid(page).waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('lists everybody by what is open, and the sum is the one of Vandaag', async () => {
    const { page } = opened;
    const amounts = (await page.locator('.paged-row > .paged-end:last-child').allInnerTexts()).map(cents);
    expect(amounts.length).toBeGreaterThan(5);
    expect(amounts, 'most euros first').toEqual(amounts.toSorted((a, b) => b - a));
    const total = await page.locator('.room-words p').innerText();
    await page.keyboard.press('Control+1');
    const sentence = await page.locator('.today-sentence').innerText();
    expect(total, 'two rooms, one figure').toContain(/€\u00a0[\d.,]*\d/.exec(sentence)?.[0] ?? 'nothing');
    await page.keyboard.press('Control+2');
    await grid(page).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('filters, sorts and searches, and leads out of nothing found', async () => {
    const { page } = opened;
    await page.locator('.filters').getByRole('button', { name: 'Te laat', exact: true }).click();
    await page.locator('.paged:not([aria-busy])').waitFor();
    await expect.poll(() => page.locator('.room-words p').innerText()).not.toContain('60 klanten');
    await page.getByRole('button', { name: 'Alles' }).click();
    await page.getByRole('columnheader', { name: 'Naam' }).getByRole('button').click();
    await page.locator('[role=columnheader][aria-sort=ascending]').waitFor();
    await page.getByRole('columnheader', { name: 'Open' }).getByRole('button').click();
    await search(page, 'zzzz');
    await page.getByRole('heading', { name: 'Geen klant gevonden' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Alles laten zien' }).click();
    await grid(page).waitFor();
    await page.keyboard.press('Control+3');
    const invoices = page.getByRole('grid', { name: 'Facturen' });
    const number = await invoices.locator('.paged-row .paged-lines > :first-child').nth(4).innerText();
    await page.keyboard.press('Control+2');
    await grid(page).waitFor();
    await search(page, number);
    await page.getByRole('button', { name: /in Facturen/ }).click();
    await invoices.getByText(number, { exact: true }).waitFor();
    await expect
      .poll(() => invoices.locator('.paged-row').count(), { message: 'the one that was meant' })
      .toBeLessThan(5);
    await page.keyboard.press('Control+2');
    await page.getByRole('button', { name: 'Alles laten zien' }).click();
    await grid(page).waitFor();
  });

  it('finds, opens, promises, undoes and asks why by keys alone', async () => {
    const { page } = opened;
    const name = await firstName(page).innerText();
    await search(page, name);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await customer(page).getByRole('heading', { name }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.keyboard.press('t');
    await page.getByRole('dialog', { name: 'Toezegging noteren' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('25,00');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await customer(page).locator('.agreement').first().waitFor();
    await page.locator('[role=grid]:focus').waitFor({ timeout: 2000 });
    await expect.poll(() => customer(page).locator('.agreement').first().innerText()).toContain('25,00');

    const before = await customer(page).locator('.agreement').count();
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => customer(page).locator('.agreement:not([data-ended])').count())
      .toBeLessThan(before);

    await page.keyboard.press('w');
    const sheet = page.getByRole('dialog', { name: `Berekening: ${name}` });
    await sheet.locator('.why-total').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await sheet.locator('.why-total').scrollIntoViewIfNeeded();
    const box = await sheet.locator('.why-total').boundingBox();
    expect((box?.y ?? 9999) + (box?.height ?? 0), 'the total can be reached').toBeLessThanOrEqual(900);
    const lines = (await sheet.locator('.why-part tbody td').allInnerTexts()).map(cents);
    const sum = lines.reduce((total, line) => total + line, 0);
    expect(sum, 'the lines sum to the total, to the cent').toBe(
      cents(await sheet.locator('.why-total strong').innerText()),
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('aside.customer').waitFor({ state: 'detached' });
    await page.locator('[role=grid]:focus').waitFor({ timeout: 2000 });
  });

  it('opens every act by its key, says what is missing, and is accessible', async () => {
    const { page } = opened;
    await grid(page).focus();
    await page.keyboard.press('Enter');
    await customer(page).locator('.customer-head').waitFor();
    for (const key of ['b', 't', 'p', 'n', 'd', 'a', 'k', 'f', 'g', 'c']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      expect(await accessibilityProblems(page), `act ${key}`).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.keyboard.press('n');
    await page.getByRole('button', { name: 'Notitie bewaren' }).click();
    await page.getByText('Vul dit in.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.type('Belt maandag terug.');
    await page.keyboard.press('Control+l');
    await page.getByLabel('Wachtzin', { exact: true }).waitFor();
    expect(await page.getByText('Belt maandag').count(), 'nothing is readable behind the lock').toBe(0);
  });

  it('comes back from the lock to what was being typed', async () => {
    const { page } = opened;
    const field = page.getByLabel('Wachtzin', { exact: true });
    await field.fill(passphrase);
    await field.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Notitie maken' });
    await dialog.waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Notitie' }).inputValue()).toBe('Belt maandag terug.');
    await dialog.getByRole('button', { name: 'Notitie bewaren' }).click();
    await dialog.waitFor({ state: 'detached' });
    await customer(page).getByText('Belt maandag terug.').first().waitFor();
  });

  it('corrects the name to a very long one that breaks nothing, anywhere', async () => {
    const { page } = opened;
    await page.keyboard.press('g');
    const dialog = page.getByRole('dialog', { name: 'Gegevens verbeteren' });
    await dialog.getByRole('textbox', { name: 'Naam', exact: true }).fill(LONG);
    await dialog.getByRole('button', { name: 'Bewaren' }).click();
    await dialog.waitFor({ state: 'detached' });
    await customer(page).getByRole('heading', { name: LONG }).waitFor();
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await wide()).toBeLessThanOrEqual(0);
    await page.keyboard.press('h');
    await page.locator('.customer-whole').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    for (const tab of ['Betalingen', 'Documenten', 'Gegevens', 'Tijdlijn']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await accessibilityProblems(page), tab).toEqual([]);
    }
    await page.keyboard.press('h');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1024, height: 700 });
    await page.locator('.split-over').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await wide()).toBeLessThanOrEqual(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('keeps a proof, saves a statement and a copy where one says', async () => {
    const { page } = opened;
    await page.getByRole('tab', { name: 'Documenten' }).click();
    await page.getByRole('button', { name: 'Rekeningoverzicht bewaren' }).click();
    const out = join(folder, 'overzicht.pdf');
    await answerPath(page, out);
    await page.getByText(`Bewaard als ${out}`).waitFor();
    const proof = join(folder, 'bewijs.txt');
    writeFileSync(proof, 'afgegeven aan de balie');
    const letter = page.getByRole('button', { name: /^(Bevestigen|Bewijs toevoegen): / }).first();
    if ((await letter.count()) > 0) {
      await letter.click();
      await page.getByRole('textbox', { name: 'Bewijs van verzending' }).fill(proof);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^(Bevestigen|Bewijs toevoegen)$/ })
        .click();
      await page.getByText('met bewijs').first().waitFor();
      await page
        .getByRole('button', { name: /^Bewijs bij / })
        .first()
        .click();
      await page.getByText('afgegeven aan de balie').waitFor();
      await page.keyboard.press('Escape');
    }
    expect(opened.complaints).toEqual([]);
  });
});
