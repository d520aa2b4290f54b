// Facturen over the sample administration: found, opened and asked why by keys; what remains is what the moves
// leave; a write-off and its undo; an invoice typed by hand with a copy; accessible everywhere.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems, bridgeUrl, launch, openWindow, toTheWayIn, type Opened } from './window';

const cents = (text: string) => Number(text.replace('\u2212', '-').replaceAll(/[^\d-]/g, ''));
const grid = (page: Page) => page.getByRole('grid', { name: 'Facturen' });
const invoice = (page: Page) => page.locator('aside.customer:not([aria-busy])');

async function question(page: Page, text: string) {
  await page.keyboard.press('/');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.locator('.paged:not([aria-busy]), .list > .state').first().waitFor();
}

async function movesAddUp(page: Page) {
  const rows = await invoice(page).locator('.moves tbody tr').all();
  let open = 0;
  for (const row of rows) {
    const [change = '', after = ''] = await row.locator('.item-amount').allInnerTexts();
    open += cents(change);
    expect(cents(after), 'each move leaves what it says').toBe(open);
  }
  return open;
}

describe.skipIf(bridgeUrl === '' && !process.env.CI)('Facturen', () => {
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
    await page.getByRole('button', { name: 'Naar Vandaag' }).click();
    await page.locator('.today-sentence').waitFor();
    await page.keyboard.press('Control+3');
    await grid(page).waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('lists what is open, the oldest first, and filters to what it says', async () => {
    const { page } = opened;
    await page.locator('.paged-row').nth(5).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    for (const filter of ['Te laat', 'Deels betaald', 'Creditnota’s', 'Betaald', 'Betwist']) {
      await page.getByRole('button', { name: 'Alles', exact: true }).click();
      await page.locator('.filters').getByRole('button', { name: filter, exact: true }).click();
      await page.locator('.paged:not([aria-busy]), .list > .state').first().waitFor();
      if (filter === 'Te laat') {
        const standing = await page.locator('.customer-late').allInnerTexts();
        expect(standing.length).toBeGreaterThan(3);
        expect(standing.every((words) => words.includes('te laat'))).toBe(true);
      }
    }
    await page.getByRole('button', { name: 'Alles', exact: true }).click();
    await page.locator('.filters').getByRole('button', { name: 'Te laat', exact: true }).click();
  });

  it('shows how what remains came so, and explains it, by keys alone', async () => {
    const { page } = opened;
    await grid(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await invoice(page).locator('.moves').waitFor();
    const remains = cents(await invoice(page).locator('.figure').first().innerText());
    expect(await movesAddUp(page), 'what remains is what the moves leave').toBe(remains);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('w');
    await page.locator('.why-total').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('writes a part off and takes it back', async () => {
    const { page } = opened;
    const figure = invoice(page).locator('.figure').first();
    const before = cents(await figure.innerText());
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: 'Afboeken' });
    await dialog.getByRole('textbox', { name: 'Bedrag' }).fill('999.999,00');
    await dialog.getByRole('textbox', { name: 'Reden' }).fill('kleine rest');
    await dialog.getByRole('button', { name: 'Afboeken' }).click();
    await dialog.getByText(/meer dan wat openstaat/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Bedrag' }).fill('1,00');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(async () => cents(await figure.innerText())).toBe(before - 100);
    await movesAddUp(page);
    await page.getByRole('button', { name: 'Ongedaan maken', exact: true }).last().click();
    await expect.poll(async () => cents(await figure.innerText())).toBe(before);
  });

  it('leads to its customer and back', async () => {
    const { page } = opened;
    const number = await invoice(page).getByRole('heading').first().innerText();
    await invoice(page).locator('.customer-kind .button-link').click();
    await page.locator('.customer-whole').waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await invoice(page).getByRole('heading', { name: number }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('aside.customer').waitFor({ state: 'detached' });
  });

  it('takes an invoice typed by hand for a new customer, with a copy of it', async () => {
    const { page } = opened;
    await page.keyboard.press('Control+i');
    const dialog = page.getByRole('dialog', { name: 'Factuur invoeren' });
    await dialog.getByText('Een nieuwe klant').click();
    await dialog.getByRole('textbox', { name: 'Naam', exact: true }).fill('Bakkerij Nieuwland');
    await dialog.getByRole('textbox', { name: 'Factuurnummer' }).fill('HAND-1');
    await dialog.getByRole('textbox', { name: 'Bedrag met btw' }).fill('1.210,00');
    await dialog.getByRole('textbox', { name: /Waarvan btw/ }).fill('210');
    await dialog.getByRole('button', { name: 'Factuur toevoegen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Alles', exact: true }).click();
    await question(page, 'HAND-1');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await invoice(page).getByRole('heading', { name: 'Factuur HAND-1' }).waitFor();
    expect(cents(await invoice(page).locator('.figure').first().innerText())).toBe(121_000);
    const copy = join(folder, 'HAND-1.pdf');
    writeFileSync(copy, '%PDF-1.4\n%%EOF\n');
    await page.keyboard.press('c');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Bestand' }).fill(copy);
    await page.getByRole('dialog').getByRole('button', { name: 'Toevoegen' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await invoice(page).getByText('HAND-1.pdf').waitFor();
  });

  it('sets a credit note off against the oldest invoice of its customer, and takes that back', async () => {
    const { page } = opened;
    await invoice(page).locator('.customer-kind .button').click();
    await page.locator('.items').waitFor();
    await page.keyboard.press('f');
    const typed = page.getByRole('dialog', { name: 'Factuur invoeren' });
    await typed.getByRole('textbox', { name: 'Factuurnummer' }).fill('HAND-C');
    await typed.getByRole('textbox', { name: 'Bedrag met btw' }).fill('-210,00');
    await typed.getByRole('button', { name: 'Factuur toevoegen' }).click();
    await typed.waitFor({ state: 'detached' });
    await page.locator('.items').getByText('nog te verrekenen').waitFor();
    await page.keyboard.press('v');
    const dialog = page.getByRole('dialog', { name: 'Creditnota verrekenen' });
    await dialog.getByText(/1\.000,00/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Verrekenen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+ArrowLeft');
    const figure = invoice(page).locator('.figure').first();
    await expect.poll(async () => cents(await figure.innerText())).toBe(100_000);
    await invoice(page).locator('.moves').getByText('Creditnota HAND-C').waitFor();
    expect(await movesAddUp(page), 'the invoice says what the credit note took').toBe(100_000);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => cents(await figure.innerText())).toBe(121_000);
  });

  it('gives a mouse no target smaller than 24 pixels, here and at the customer', async () => {
    const { page } = opened;
    const small = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, a, [role="tab"], [role="row"]')]
          .map((target) => ({ of: target.textContent ?? '', box: target.getBoundingClientRect() }))
          // What only a screen reader meets is no target.
          .filter(({ box }) => box.width > 1 && box.height > 1)
          .filter(({ box }) => Math.min(box.width, box.height) < 23.5)
          .map(({ of, box }) => `${of.slice(0, 30)}: ${box.width} by ${box.height}`),
      );
    expect(await small(), 'an invoice and its list').toEqual([]);
    await invoice(page).locator('.customer-kind .button').click();
    await page.locator('.items').waitFor();
    expect(await small(), 'a customer').toEqual([]);
    await page.keyboard.press('Alt+ArrowLeft');
    await invoice(page).waitFor();
  });

  it('is accessible in the dark, narrow, and with text twice as large', async () => {
    const { page } = opened;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1024, height: 700 });
    await page.locator('.split-over').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('aside.customer').waitFor({ state: 'detached' });
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, 'nothing runs out of the window').toBeLessThanOrEqual(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });
});
