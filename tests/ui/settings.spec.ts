// Instellingen over a real administration: every part by keys, saving with a way back, axe content everywhere.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accessibilityProblems,
  answerPath,
  bridgeUrl,
  intoTheSample,
  launch,
  openWindow,
  type Opened,
} from './window';

describe.skipIf(bridgeUrl === '' && !process.env.CI)('Instellingen', () => {
  let browser: Browser;
  let opened: Opened;
  const folder = mkdtempSync(join(tmpdir(), 'standvast-settings-'));

  beforeAll(async () => {
    browser = await launch();
    opened = await openWindow(browser);
    await intoTheSample(opened.page, join(folder, 'Voorbeeld.standvast'));
    await opened.page.keyboard.press('Control+8');
    await opened.page.getByRole('heading', { level: 1, name: 'Instellingen' }).waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const part = async (name: string) => {
    await opened.page.getByRole('tab', { name, exact: true }).click();
    await opened.page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
  };

  it('walks through every part with the arrows, and each is accessible', async () => {
    const { page } = opened;
    const tabs = await page.getByRole('tab').allInnerTexts();
    expect(tabs.length).toBeGreaterThan(9);
    await page.getByRole('tab').first().focus();
    for (const name of tabs) {
      await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
      await page.locator('.skeleton').waitFor({ state: 'detached' });
      expect(await accessibilityProblems(page), name).toEqual([]);
      await page.keyboard.press('ArrowDown');
    }
  });

  it('saves a rule, says so, and takes it back', async () => {
    const { page } = opened;
    await part('Regels');
    const days = page.getByRole('textbox', { name: /Wachten na een veertiendagenbrief/ });
    await days.fill('30');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Opslaan' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('De instellingen zijn bijgewerkt.').waitFor();
    await part('Over');
    await part('Regels');
    expect(await days.inputValue(), 'it was kept').toBe('30');
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('input')].some((input) => input.value === '24'),
    );
  });

  it('shows the licence of what others wrote', async () => {
    const { page } = opened;
    await part('Over');
    await page.getByRole('searchbox', { name: 'Zoeken op naam of licentie' }).fill('OFL');
    const list = page.getByRole('listbox', { name: 'Wat er van anderen in zit' });
    await list.getByRole('option').first().waitFor();
    expect(await list.getByRole('option').count(), 'the typeface of letters and of the window').toBe(2);
    await list.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /Noto Sans/ });
    await dialog.getByText(/SIL OPEN FONT LICENSE/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await part('Regels');
  });

  it('refuses what contradicts itself at its field', async () => {
    const { page } = opened;
    await page.getByRole('textbox', { name: /eerst vragen na/ }).fill('20');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByText(/Dit moet minstens zoveel zijn/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Terug naar wat er stond' }).click();
  });

  it('checks the log, and exports everything to a folder', async () => {
    const { page } = opened;
    await part('Beveiliging');
    await page.getByRole('button', { name: 'Nu controleren' }).click();
    await page.getByText(/Alles klopt/).waitFor({ timeout: 30_000 });
    expect(await accessibilityProblems(page)).toEqual([]);
    await part('Bestand en verhuizen');
    const out = join(folder, 'uit');
    await page.getByRole('button', { name: /Exporteren naar een map/ }).click();
    await answerPath(page, out);
    await page.getByText(/bestanden geschreven in/).waitFor({ timeout: 60_000 });
    expect(existsSync(join(out, 'invoices.csv'))).toBe(true);
  });

  it('tells a typing error in the recovery code, and changes nothing', async () => {
    const { page } = opened;
    await part('Beveiliging');
    await page.getByRole('textbox', { name: 'Herstelcode' }).fill('AAAA-BBBB');
    await page.keyboard.press('Enter');
    await page.getByText(/typefout/).waitFor();
  });

  it('ends the old recovery code when the new sheet stands where asked, and not before', async () => {
    const { page } = opened;
    await part('Beveiliging');
    const sheet = page.getByRole('region', { name: 'Nieuw herstelblad' });
    await sheet.getByLabel('Wachtzin van nu').fill('molen boter lantaarn regen');
    await page.keyboard.press('Enter');
    await answerPath(page, join(folder, 'Voorbeeld.standvast', 'blad.pdf'));
    await sheet.getByRole('alert').waitFor();
    expect(await sheet.innerText()).toContain('de code op uw oude blad blijft gelden');
    const file = join(folder, 'blad.pdf');
    await sheet.getByRole('button', { name: 'Nieuw herstelblad maken…' }).click();
    await answerPath(page, file);
    await sheet.getByRole('status').waitFor();
    expect(await sheet.innerText()).toContain(
      'De code op uw oude blad opent deze administratie nu niet meer',
    );
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', String(document.images.length));
    });
    await sheet.getByRole('button', { name: 'Afdrukken' }).click();
    await page.locator('body[data-printed]').waitFor();
  });

  it('keeps the test page where asked', async () => {
    const { page } = opened;
    await part('Briefpapier');
    const file = join(folder, 'proef.pdf');
    await page.getByRole('button', { name: /Proefpagina bewaren/ }).click();
    await answerPath(page, file);
    await page.getByText(/De proefpagina staat in/).waitFor();
    expect(existsSync(file)).toBe(true);
  });

  it('fits a small dark window with text twice as large', async () => {
    const { page } = opened;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1024, height: 700 });
    await part('Schuldeiser');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, 'nothing runs out of the window').toBeLessThanOrEqual(0);
    const save = await page.getByRole('button', { name: 'Opslaan' }).boundingBox();
    expect((save?.y ?? 9999) + (save?.height ?? 0), 'saving is in sight').toBeLessThanOrEqual(700);
    const tabs = await page.getByRole('tablist', { name: 'Onderdelen' }).getByRole('tab').all();
    expect(tabs.length, 'the parts are there').toBeGreaterThan(5);
    for (const tab of tabs) {
      const box = await tab.boundingBox();
      expect((box?.y ?? 9999) + (box?.height ?? 0), 'and so is every part').toBeLessThanOrEqual(700);
    }
    expect(opened.complaints).toEqual([]);
  });
});
