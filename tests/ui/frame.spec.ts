// The frame over the sample administration: finding, looking back, backups, dropped files, the lock, narrow windows.

import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems, bridgeUrl, callCore, launch, openWindow, toTheWayIn } from './window';

const PASSPHRASE = 'molen boter lantaarn regen';

/** Types into the palette and takes what stands on top. */
async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Zoeken en doen' }).waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Zoeken en doen' }).waitFor({ state: 'detached' });
}

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

describe.skipIf(bridgeUrl === '' && !process.env.CI)('the frame', () => {
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  const folder = mkdtempSync(join(tmpdir(), 'standvast-ui-'));
  const administration = join(folder, 'Voorbeeld.standvast');

  beforeAll(async () => {
    expect(bridgeUrl, 'STANDVAST_BRIDGE_URL must name the page of a running bridge').not.toBe('');
    browser = await launch();
    ({ page, complaints } = await openWindow(browser));
    await toTheWayIn(page);
    await callCore(page, 'sample_create', {
      folder: administration,
      customers: 40,
      invoices: 120,
      passphrase: PASSPHRASE,
    });
    await page.reload();
    await page.locator('.today-sentence').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens the customer that was typed, also when Enter is faster than the answer', async () => {
    // The answers come late, and the earlier question is answered last.
    await page.route('**/api/call', async (route) => {
      const asked = route.request().postDataJSON() as { name: string; payload: { text?: string } };
      if (asked.name === 'find') {
        const wait = (asked.payload.text?.length ?? 0) < 5 ? 900 : 300;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
      // The page may have closed, or the test be done with it.
      await route.continue().catch(() => undefined);
    });
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Zoeken en doen' });
    await field.waitFor();
    await page.keyboard.type('Bak');
    await page.waitForTimeout(120);
    await page.keyboard.type('kerij');
    await page.keyboard.press('Enter');
    await field.waitFor({ state: 'detached' });
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    const name = await page
      .getByRole('heading', { name: /Bakkerij/ })
      .first()
      .innerText();
    expect(name, 'the customer found for all that was typed').toContain('Bakkerij');
  });

  it('names in the palette where one was, and goes back there', async () => {
    await page.keyboard.press('Control+1');
    await page.locator('.today-sentence').waitFor();
    await page.keyboard.press('Control+k');
    const recent = page.getByRole('group', { name: 'Laatst bekeken' });
    await recent.waitFor();
    await expect.poll(() => recent.getByRole('option').first().innerText()).toContain('Bakkerij');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page
      .getByRole('heading', { name: /Bakkerij/ })
      .first()
      .waitFor();
  });

  it('comes back behind the lock to where one was', async () => {
    const name = await page
      .getByRole('heading', { name: /Bakkerij/ })
      .first()
      .innerText();
    await page.keyboard.press('Control+l');
    const field = page.getByLabel('Wachtzin', { exact: true });
    await field.waitFor();
    expect(await page.getByText(name).count(), 'nothing of it stays in sight').toBe(0);
    await field.fill(PASSPHRASE);
    await field.press('Enter');
    await page.getByRole('heading', { name }).first().waitFor();
  });

  it('keeps what was done, undoes one act of it by key, and the toast says what', async () => {
    await page.keyboard.press('Control+1');
    await page.locator('.today-sentence').waitFor();
    await callCore(page, 'note', { customer: 'K-1', text: 'Belt morgen terug.' });
    await page.keyboard.press('Control+Shift+h');
    const dialog = page.getByRole('dialog', { name: 'Geschiedenis' });
    await dialog.waitFor();
    const undo = dialog.getByRole('button', { name: /^Ongedaan maken: / }).first();
    await undo.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await undo.focus();
    await page.keyboard.press('Enter');
    await page.locator('.toast').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('makes a backup from where its age is shown, and then it is fresh', async () => {
    const age = page.getByRole('list', { name: 'stand van zaken' }).getByRole('button').last();
    await age.focus();
    await page.keyboard.press('Enter');
    const file = join(folder, 'Vrijdag.standvast-backup');
    const field = page.getByRole('textbox', { name: 'Waar de back-up komt' });
    expect(await field.inputValue()).toMatch(/ \d{4}-\d\d-\d\d\.standvast-backup$/);
    expect(await accessibilityProblems(page)).toEqual([]);
    await field.fill(file);
    await page.getByRole('button', { name: 'Back-up maken' }).click();
    await page.getByText('De back-up is gemaakt.').waitFor();
    expect(existsSync(file)).toBe(true);
    await expect.poll(() => age.innerText()).toMatch(/Back-up vandaag/);
    await age.focus();
    await page.keyboard.press('Enter');
    await field.fill(file);
    await page.getByRole('button', { name: 'Back-up maken' }).click();
    await page
      .getByText(/bestaat al/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  });

  it('takes files wherever they are dropped, and shows first what is in them', async () => {
    const statement = `${administration.replace(/\.standvast$/, '')}`;
    await drop(page, 'dragover', [statement]);
    await page.getByText('Laat los om in te lezen').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await drop(page, 'drop', [administration]);
    await page.getByText('Dit is zelf een administratie, of een back-up ervan.').waitFor();
    expect(await page.getByText('Laat los om in te lezen').count()).toBe(0);
  });

  it('says that the folder is gone until it is back, and loses nothing', async () => {
    await page.keyboard.press('Control+2');
    await find(page, 'Bakkerij');
    await page
      .getByRole('heading', { name: /Bakkerij/ })
      .first()
      .waitFor();
    await page.keyboard.press('n');
    const text = page.getByRole('dialog').getByRole('textbox').first();
    await text.fill('Zegt morgen te betalen.');
    renameSync(administration, `${administration}-weg`);
    const record = page.getByRole('dialog').locator('.button-primary');
    await record.click();
    await page.getByText('Wat u typte blijft staan.').waitFor({ state: 'attached' });
    expect(await text.inputValue()).toBe('Zegt morgen te betalen.');
    renameSync(`${administration}-weg`, administration);
    await record.click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Wat u typte blijft staan.').waitFor({ state: 'detached' });
  });

  it('keeps its rail whole in a narrow window and with text twice as large', async () => {
    await page.keyboard.press('Control+1');
    await page.locator('.today-sentence').waitFor();
    await page.setViewportSize({ width: 1024, height: 700 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await page.locator('.rail-slim').waitFor();
    for (const room of await page.getByRole('navigation').getByRole('button').all()) {
      await room.scrollIntoViewIfNeeded();
      const box = await room.boundingBox();
      expect(box && box.x >= 0 && box.y >= 0 && box.y + box.height <= 700, await room.innerText()).toBe(true);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await accessibilityProblems(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, 'nothing runs out of the window').toBeLessThanOrEqual(0);
    await page.keyboard.press('Control+k');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
  });
});
