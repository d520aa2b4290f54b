// Taking approved letters back, by keyboard: one, all of a run, by undoing the approval, and from the outbox. What
// was taken back is due again, stands with the customer, and never leaves.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems, bridgeUrl, intoTheSample, launch, openWindow, type Opened } from './window';

const ready = async (page: Page) =>
  Number(/Keur ([\d.]+) goed/.exec(await page.locator('.room-head .button-primary').innerText())?.[1] ?? 0);

const readyIs = (page: Page, count: number) =>
  page.locator('.room-head .button-primary', { hasText: `Keur ${count} goed` }).waitFor();

const withdrawnRows = (page: Page) => page.locator('.run-row', { hasText: 'ingetrokken' });

async function approve(page: Page): Promise<void> {
  await page.locator('.run-list').focus();
  await page.keyboard.press('Shift+Enter');
  await page.locator('.run-approve-sentence').waitFor();
  await page.locator('.run-approve .button-primary:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Ronde van/ }).waitFor({ timeout: 30_000 });
  await page.locator('.run-row').first().waitFor();
}

async function toRun(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Ronde', exact: true }).press('Enter');
  await page.locator('.room-head .button-primary').waitFor();
}

describe.skipIf(bridgeUrl === '' && !process.env.CI)('Terugnemen', () => {
  let browser: Browser;
  let opened: Opened;
  let due = 0;
  let name = '';
  const folder = mkdtempSync(join(tmpdir(), 'standvast-ui-'));

  beforeAll(async () => {
    browser = await launch();
    opened = await openWindow(browser);
    const { page } = opened;
    await intoTheSample(page, join(folder, 'Voorbeeld.standvast'));
    await page.keyboard.press('Control+5');
    await page.locator('.run-row').first().waitFor();
    due = await ready(page);
    expect(due, 'the sample has letters that may go').toBeGreaterThan(2);
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes the chosen letter back with one key, and says how it stands', async () => {
    const { page } = opened;
    await approve(page);
    await page.locator('.run-list').focus();
    name = await page.locator('.run-row[aria-selected="true"] .run-name').innerText();
    await page.keyboard.press('Backspace');
    await page.locator('.toast', { hasText: 'Eén brief is teruggenomen.' }).waitFor();
    await withdrawnRows(page).first().waitFor();
    expect(await withdrawnRows(page).count()).toBe(1);
    await page.getByText(/^Teruggenomen op/).waitFor();
    expect(
      await page.evaluate(() => document.activeElement?.className),
      'the keys go on in the list',
    ).toContain('run-list');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('says why taking back is not undone by Ctrl Z', async () => {
    const { page } = opened;
    await page.keyboard.press('Control+z');
    await page.locator('.toast', { hasText: 'Terugnemen wordt niet ongedaan gemaakt.' }).waitFor();
    expect(await withdrawnRows(page).count(), 'and nothing else was undone').toBe(1);
  });

  it('takes the rest of the run back at once, and all of it is due again', async () => {
    const { page } = opened;
    await page.locator('.run-list').focus();
    await page.keyboard.press('Shift+Backspace');
    await page.getByText('Deze ronde is helemaal teruggenomen.').waitFor({ timeout: 30_000 });
    expect(await page.getByRole('button', { name: /Verzendlijst/ }).count(), 'nothing was sent').toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Alle rondes' }).press('Enter');
    const runs = page.getByRole('grid', { name: 'Eerdere rondes' });
    await runs.getByText('ingetrokken', { exact: true }).first().waitFor();
    await toRun(page);
    await readyIs(page, due);
  });

  it('takes an approval back with Ctrl Z', async () => {
    const { page } = opened;
    await approve(page);
    await page.locator('.run-list').focus();
    await page.keyboard.press('Control+z');
    await page.getByText('Deze ronde is helemaal teruggenomen.').waitFor({ timeout: 30_000 });
    await toRun(page);
    await readyIs(page, due);
  });

  it('takes a waiting e-mail back from the outbox, and its letter with it', async () => {
    const { page } = opened;
    await approve(page);
    await page.getByRole('tab', { name: 'Uitgaand' }).press('Enter');
    const mails = page.getByRole('grid', { name: 'Uitgaande e-mails' });
    await mails.getByText('wacht').first().waitFor();
    const rows = async () => Number(await mails.getAttribute('aria-rowcount'));
    const before = await rows();
    await mails.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Brief aan .* terugnemen$/ }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Backspace');
    await page.locator('.mail-pane').waitFor({ state: 'detached' });
    await expect.poll(rows, { timeout: 10_000 }).toBe(before - 1);
    await toRun(page);
    await readyIs(page, 1);
  });

  it('stands with the customer, with the day', async () => {
    const { page } = opened;
    await page.keyboard.press('Control+k');
    await page.keyboard.type(name);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.entry-detail', { hasText: 'teruggenomen op' }).first().waitFor({ timeout: 30_000 });
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });
});
