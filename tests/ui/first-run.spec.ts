// The first day: from an empty administration to the first letter on one's own files, led step by step.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accessibilityProblems,
  answerPath,
  bridgeUrl,
  callCore,
  creditor,
  launch,
  openWindow,
  toTheWayIn,
} from './window';

/** So many days before today, as a list of open items writes it. */
function daysAgo(days: number): string {
  const at = new Date(Date.now() - days * 86_400_000);
  return [at.getDate(), at.getMonth() + 1, at.getFullYear()].map((n) => String(n).padStart(2, '0')).join('-');
}

const items = () =>
  [
    'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand',
    `1001;Zeilmakerij Bries B.V.;2026-1;${daysAgo(60)};${daysAgo(46)};1210,00;1210,00`,
    `1002;Scheepswerf Noord;2026-2;${daysAgo(50)};${daysAgo(36)};363,00;363,00`,
    `1003;Mevrouw J. de Graaf;2026-3;${daysAgo(10)};${daysAgo(-4)};96,80;96,80`,
  ].join('\r\n');

describe.skipIf(bridgeUrl === '' && !process.env.CI)('the first day', () => {
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  const folder = mkdtempSync(join(tmpdir(), 'standvast-ui-'));

  const path = () => page.getByRole('region', { name: 'Eerste stappen' });
  const now = () => path().locator('[aria-current=step]');
  const toToday = async () => {
    await page.keyboard.press('Control+1');
    await path().waitFor();
  };

  beforeAll(async () => {
    browser = await launch();
    ({ page, complaints } = await openWindow(browser));
    page.setDefaultTimeout(15_000);
    await toTheWayIn(page);
    await callCore(page, 'administration_create', {
      folder: join(folder, 'De Lijn.standvast'),
      creditor,
      passphrase: 'vier koeien in de natte wei',
      remember: false,
    });
    await page.reload();
    await path().waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('begins with one step at hand, and the sample beside it', async () => {
    await expect.poll(() => now().innerText()).toContain('Facturen inlezen');
    expect(await path().getByRole('listitem').count()).toBe(6);
    await page.getByRole('button', { name: 'Kijk rond in een bedacht bedrijf' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('reads in a file of one’s own, and goes on to the customers', async () => {
    const file = join(folder, 'openstaand.csv');
    writeFileSync(file, items());
    await path().getByRole('button', { name: 'Bestand kiezen' }).focus();
    await page.keyboard.press('Enter');
    await answerPath(page, file);
    await page
      .getByRole('heading', { name: /3 facturen/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Boek in' }).click();
    await page.getByRole('button', { name: 'Boek in' }).waitFor({ state: 'detached' });
    await toToday();
    await expect
      .poll(() => now().innerText(), { message: 'the facts say that the first is done' })
      .toContain('Klanten nakijken');
    await expect.poll(() => page.locator('.today-sentence').innerText()).toContain('1.669,80');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('counts what customers lack, and leads to exactly those', async () => {
    await path().getByRole('button', { name: '3 klanten zonder adres' }).click();
    await page.getByRole('heading', { level: 1, name: 'Klanten' }).waitFor();
    await page.getByText('Mevrouw J. de Graaf').waitFor();
    const chosen = page.getByRole('button', { name: 'zonder adres', pressed: true });
    await chosen
      .or(page.getByRole('checkbox', { name: /zonder adres/, checked: true }))
      .first()
      .waitFor();
    await toToday();
  });

  it('skips, also over the bank, and looks at the plan', async () => {
    for (const step of ['Klanten nakijken', 'Bank inlezen', 'Betalingen koppelen']) {
      await expect.poll(() => now().innerText()).toContain(step);
      await path().getByRole('button', { name: 'Overslaan' }).focus();
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => now().innerText()).toContain('Plan bekijken');
    await path().getByRole('button', { name: 'Plan bekijken' }).click();
    await page.getByRole('tab', { name: /plan/i, selected: true }).waitFor();
    await toToday();
    await expect.poll(() => now().innerText()).toContain('Eerste brieven bekijken');
  });

  it('ends at the first letters', async () => {
    await path().getByRole('button', { name: 'Naar de ronde' }).click();
    await page.getByRole('heading', { level: 1, name: 'De ronde van vandaag' }).waitFor();
    await toToday();
    await path().getByRole('button', { name: 'Deze stappen wegdoen' }).click();
    await path().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Eerste stappen');
    await page.keyboard.press('Enter');
    await path().waitFor();
    expect(complaints).toEqual([]);
  });
});
