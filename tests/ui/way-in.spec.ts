// The way in, against the real core: make an administration, save its sheet, lock it, open it again.

import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
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

const PHRASE = 'vier koeien in de natte wei';

describe.skipIf(bridgeUrl === '' && !process.env.CI)('the way in', () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'standvast-ui-'));

  beforeAll(async () => {
    expect(bridgeUrl, 'STANDVAST_BRIDGE_URL must name the page of a running bridge').not.toBe('');
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes an administration, and lets nobody in before the sheet is saved', async () => {
    const { page, complaints } = await openWindow(browser);
    await toTheWayIn(page);
    await page.getByRole('button', { name: /Nieuwe administratie/ }).click();
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.getByRole('textbox', { name: 'Naam' }).fill('Touwslagerij De Lijn');
    await page.getByRole('textbox', { name: 'IBAN' }).fill('NL00FOUT0000000000');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.locator('[name=iban][aria-invalid=true]').waitFor();

    const fields: [label: string, text: string][] = [
      ['KvK-nummer', '68750110'],
      ['Straat en huisnummer', 'Kade 1'],
      ['Postcode', '1621 AA'],
      ['Plaats', 'Hoorn'],
      ['IBAN', 'NL91ABNA0417164300'],
      ['E-mail voor vragen over facturen', 'post@delijn.example'],
    ];
    for (const [label, text] of fields) await page.getByRole('textbox', { name: label }).fill(text);
    await page.getByRole('button', { name: 'Verder' }).click();

    await page.getByLabel('Wachtzin', { exact: true }).fill(PHRASE);
    await page.getByLabel('Nog een keer').fill(PHRASE);
    await page.getByLabel('Waar de administratie komt te staan').fill(join(folder, 'De Lijn.standvast'));
    expect(await accessibilityProblems(page)).toEqual([]);
    // A small window with text twice as large: the steps stand above, and nothing is squeezed.
    await page.setViewportSize({ width: 1024, height: 700 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const place = page.getByLabel('Waar de administratie komt te staan');
    expect((await place.boundingBox())?.width, 'a path can be read').toBeGreaterThan(500);
    const make = await page.getByRole('button', { name: 'Administratie maken' }).boundingBox();
    expect((make?.x ?? 9999) + (make?.width ?? 0), 'within the window').toBeLessThanOrEqual(1024);
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('button', { name: 'Administratie maken' }).click();

    await page.getByRole('heading', { name: 'Bewaar uw herstelblad' }).waitFor();
    expect(await page.getByRole('button', { name: 'Naar Vandaag' }).isDisabled()).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Herstelblad opslaan' }).click();
    await answerPath(page, join(folder, 'blad.pdf'));
    await page.getByText('blad.pdf').waitFor();
    expect(readFileSync(join(folder, 'blad.pdf')).subarray(0, 5).toString()).toBe('%PDF-');

    await page.getByRole('button', { name: 'Naar Vandaag' }).click();
    await page.getByRole('heading', { name: 'Nog geen klanten en facturen' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(complaints, 'also the content security policy has nothing to say').toEqual([]);
  });

  it('locks by key, says that a key is wrong, and opens with the right one', async () => {
    const { page } = await openWindow(browser);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+l');
    const field = page.getByLabel('Wachtzin', { exact: true });
    await field.fill('helemaal niet de goede');
    await field.press('Enter');
    await page.locator('[aria-invalid=true]').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await field.fill(PHRASE);
    await field.press('Enter');
    await page.getByRole('heading', { name: 'Nog geen klanten en facturen' }).waitFor();
  });

  it('follows a core that was locked behind its back, and is in its work again afterwards', async () => {
    const { page } = await openWindow(browser);
    await page.getByRole('navigation').waitFor();
    await callCore(page, 'administration_lock', {});
    await page.keyboard.press('Control+2');
    const field = page.getByLabel('Wachtzin', { exact: true });
    await field.fill('fout');
    await field.press('Enter');
    await page.locator('[aria-invalid=true]').waitFor();
    await page.keyboard.type(PHRASE);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('navigation').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('#room') !== null), {
        timeout: 5000,
      })
      .toBe(true);
  });

  it('lets whoever forgot the passphrase in by the code, and choose a new one with it', async () => {
    const { page } = await openWindow(browser);
    await page.getByRole('navigation').waitFor();
    // The code as it stands on a sheet: a second administration, made through the core, gives it to us.
    const lost = join(folder, 'Vergeten.standvast');
    const made = (await callCore(page, 'administration_create', {
      folder: lost,
      creditor: { ...creditor, name: 'Zeilmakerij De Fok', street: 'Kade 2', email: 'post@defok.example' },
      passphrase: 'die ik zo weer vergeet morgen',
      remember: false,
    })) as { recovery_code: string[] };
    const code = made.recovery_code.join('-');
    await callCore(page, 'administration_lock', {});
    await page.reload();
    await page.getByRole('button', { name: 'Ik weet de wachtzin niet meer' }).click();
    await page.getByRole('textbox', { name: 'Herstelcode' }).fill(code);
    await page.keyboard.press('Enter');
    await page.getByText('U kwam binnen met de herstelcode.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Wachtzin kiezen' }).click();
    const block = page.getByRole('region', { name: 'Wachtzin wijzigen' });
    await block.getByRole('button', { name: 'Ik weet de wachtzin niet meer' }).click();
    const next = 'zeven meeuwen boven de oude haven';
    await block.getByLabel('Nieuwe wachtzin', { exact: true }).fill(next);
    await block.getByLabel('Nieuwe wachtzin, nog een keer').fill(next);
    const field = block.getByRole('textbox', { name: 'Herstelcode' });
    await field.fill('AAAA-BBBB');
    await field.press('Enter');
    await block.getByText(/typefout/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await field.fill(code);
    await field.press('Enter');
    await page.getByText('De wachtzin is gewijzigd.').waitFor();
    await page.keyboard.press('Control+l');
    await page.getByLabel('Wachtzin', { exact: true }).fill(next);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').waitFor();
    expect(await page.getByText('U kwam binnen met de herstelcode.').count(), 'said once').toBe(0);
    await callCore(page, 'administration_close', {});
    await callCore(page, 'administration_open', {
      folder: join(folder, 'De Lijn.standvast'),
      passphrase: PHRASE,
    });
  });

  it('puts a backup back as a new administration, with the right key only', async () => {
    const { page } = await openWindow(browser);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const file = join(folder, 'De Lijn.standvast-backup');
    await callCore(page, 'backup', { out: file });
    await toTheWayIn(page);
    await page.getByRole('button', { name: /Back-up terugzetten/ }).click();
    await page.getByLabel('Bestand van de back-up').fill(file);
    // What is suggested comes a moment later: typing has to wait for it, or it would stand before what is typed.
    const place = page.getByLabel('Nieuwe map');
    await expect.poll(() => place.inputValue()).toContain('De Lijn');
    await place.fill(join(folder, 'Terug.standvast'));
    expect(await accessibilityProblems(page)).toEqual([]);
    const field = page.getByLabel('Wachtzin', { exact: true });
    await field.fill('helemaal niet de goede');
    await field.press('Enter');
    await page.getByText('Deze wachtzin past niet op deze administratie.').waitFor();
    expect(existsSync(join(folder, 'Terug.standvast')), 'a wrong key makes nothing').toBe(false);
    await field.fill(PHRASE);
    await field.press('Enter');
    // Nothing ever left, so this computer has no journal of it, and says so rather than guess.
    await page.getByText('Deze computer weet niet welke brieven').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Naar Vandaag' }).click();
    await page.getByRole('heading', { name: 'Nog geen klanten en facturen' }).waitFor();
    expect(existsSync(join(folder, 'Terug.standvast'))).toBe(true);
  });

  it('leaves nothing readable on disk', async () => {
    const inside = join(folder, 'De Lijn.standvast');
    expect(existsSync(inside)).toBe(true);
    const entries = readdirSync(inside, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    expect(files.length, 'an empty folder would prove nothing').toBeGreaterThan(0);
    for (const name of files) {
      const bytes = readFileSync(name);
      expect(bytes.includes('Touwslagerij'), `${name} must not hold the name in clear`).toBe(false);
    }
  });
});
