// Copies of invoices and proofs of posting: added, dropped on the opened invoice, looked at, refused in words; with
// the invoice and with its customer.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accessibilityProblems,
  answerPath,
  bridgeUrl,
  expectKeys,
  launch,
  openWindow,
  toTheWayIn,
  type Opened,
} from './window';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Drops files on the window, as the shell tells of it. */
async function drop(page: Page, what: 'dragover' | 'drop', paths: string[]): Promise<void> {
  await page.evaluate(
    ({ kind, files }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/uri-list', files.map((path) => `file://${encodeURI(path)}`).join('\r\n'));
      window.dispatchEvent(new DragEvent(kind, { dataTransfer, cancelable: true }));
    },
    { kind: what, files: paths },
  );
}

const shown = (page: Page) => page.locator('aside.customer:not([aria-busy])');

describe.skipIf(bridgeUrl === '' && !process.env.CI)('Copies of invoices', () => {
  let browser: Browser;
  let opened: Opened;
  let number = '';
  const folder = mkdtempSync(join(tmpdir(), 'standvast-ui-'));
  const copy = join(folder, 'Kopie van de factuur.pdf');

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
    // A real PDF to keep: what a customer would get as its statement of account.
    await page.keyboard.press('Control+2');
    await page.getByRole('grid').waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await shown(page).waitFor();
    await page.getByRole('tab', { name: 'Documenten' }).click();
    await page.getByRole('button', { name: 'Rekeningoverzicht bewaren' }).click();
    await answerPath(page, copy);
    await page.getByText(`Bewaard als ${copy}`).waitFor();
    await page.keyboard.press('Control+3');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await shown(page).locator('.moves').waitFor();
    number =
      /\d[\d-]+$/.exec(await shown(page).locator('.customer-title :is(h1, h2)').innerText())?.[0] ?? '';
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps a PDF that is dropped on the opened invoice, and shows it', async () => {
    const { page } = opened;
    await drop(page, 'dragover', [copy]);
    await expect.poll(() => page.locator('.file-drop').innerText()).toContain(`Factuur ${number}: laat los`);
    await drop(page, 'drop', [copy]);
    const show = shown(page).getByRole('button', { name: 'Bekijken: Kopie van de factuur.pdf' });
    await show.waitFor();
    await show.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Kopie van de factuur\.pdf · factuur / });
    await dialog.locator('canvas').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expectKeys(show);
  });

  it('shows a picture, and says in words what is no PDF or is kept already', async () => {
    const { page } = opened;
    const picture = join(folder, 'bon.png');
    const fake = join(folder, 'nep.pdf');
    writeFileSync(picture, PNG);
    writeFileSync(fake, 'geen pdf');
    await drop(page, 'drop', [picture]);
    await shown(page).getByRole('button', { name: 'Bekijken: bon.png' }).click();
    const image = page.getByRole('dialog').getByRole('img', { name: 'bon.png' });
    await image.waitFor();
    expect(await image.evaluate((drawn) => (drawn as HTMLImageElement).naturalWidth)).toBe(1);
    await page.keyboard.press('Escape');
    await shown(page).getByRole('button', { name: 'Kopie toevoegen' }).click();
    const dialog = page.getByRole('dialog');
    const path = dialog.getByRole('textbox', { name: 'Bestand' });
    for (const [file, said] of [
      [fake, /heet een PDF, maar is er geen/],
      [copy, /was al bij factuur .* bewaard/],
      [join(folder, 'weg.pdf'), /weg\.pdf/],
    ] as const) {
      await path.fill(file);
      await dialog.getByRole('button', { name: 'Toevoegen' }).click();
      await dialog.getByText(said).first().waitFor();
    }
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('lists the copies with the customer, and undoes the last', async () => {
    const { page } = opened;
    await shown(page).locator('.customer-kind').getByRole('button').first().click();
    await page.getByRole('tab', { name: 'Documenten' }).click();
    const files = page.getByRole('button', { name: /^Bekijken: (Kopie van de factuur\.pdf|bon\.png)$/ });
    await expect.poll(() => files.count()).toBe(2);
    expect(await page.getByText(`factuur ${number}`).count()).toBeGreaterThan(1);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => files.count(), { message: 'the picture came last' }).toBe(1);
    expect(opened.complaints).toEqual([]);
  });
});
