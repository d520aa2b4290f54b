// By keys alone in the smallest window: whoever walks along by Tab or the arrows always sees where he is.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bridgeUrl, expectKeys, launch, openWindow, toTheWayIn } from './window';

const NOWHERE = 'nowhere';

/** What has the keys and is covered by something else, or out of sight; empty: it is seen. */
function hidden(): string {
  const has = document.activeElement;
  if (!has || has === document.body) return 'nowhere';
  // Of a list that keeps the keys itself, the row that it is at.
  const at = document.getElementById(has.getAttribute('aria-activedescendant') ?? '') ?? has;
  // An amount in a sentence may go on in the next line: the first of its boxes counts.
  const { left, right, top, bottom, height } = at.getClientRects()[0] ?? at.getBoundingClientRect();
  // A choice draws its own mark over a field that is not seen; what is large shows a part of itself.
  const small = [
    'button, a, input:not([type=radio], [type=checkbox]), textarea',
    '[role=tab], [role=link], [role=row], [role=option]',
  ];
  if (!at.matches(small.join(', '))) return '';
  const name = at.getAttribute('aria-label') ?? (at as HTMLInputElement).labels?.[0]?.textContent;
  const said = `${at.tagName} ${name ?? at.textContent ?? ''}`;
  if (height === 0 || at.matches('.visually-hidden *, .skip')) return '';
  if (bottom > innerHeight + 1 || top < -1) return `${said}: out of sight`;
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return over === null || at.contains(over) || over.contains(at) ? '' : `${said}: under ${over.className}`;
}

/** Goes on by Tab this often, round and round where there is less, and says where the keys could not be seen. */
async function walk(page: Page, steps = 45): Promise<string[]> {
  const found: string[] = [];
  let before = '';
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab');
    const problem = await page.evaluate(hidden);
    // Between the last and the first lies the browser's own edge, for one step.
    if (problem && (problem !== NOWHERE || before === NOWHERE)) found.push(problem);
    before = problem;
  }
  return found;
}

describe.skipIf(bridgeUrl === '' && !process.env.CI)('by keys alone', () => {
  let browser: Browser;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'standvast-ui-'));

  beforeAll(async () => {
    browser = await launch();
    ({ page } = await openWindow(browser));
    page.setDefaultTimeout(10_000);
    await page.setViewportSize({ width: 1024, height: 700 });
    await toTheWayIn(page);
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('types no detail of a new administration under the foot', async () => {
    await page.getByRole('button', { name: /Nieuwe administratie/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'IBAN' }).waitFor();
    expect(await walk(page, 20)).toEqual([]);
    await page.getByRole('button', { name: 'Terug' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Rondkijken/ }).waitFor();
  });

  it('sees the keys in every room', async () => {
    await page.getByRole('button', { name: /Rondkijken/ }).click();
    await page.getByRole('textbox', { name: 'Map' }).fill(join(folder, 'Voorbeeld.standvast'));
    await page.getByRole('button', { name: 'Rondkijken', exact: true }).click();
    await page.getByRole('button', { name: 'Naar Vandaag' }).click({ timeout: 100_000 });
    await page.locator('.today-sentence').waitFor();
    for (const room of [1, 2, 3, 4, 5, 6, 7, 8]) {
      await page.keyboard.press(`Control+${room}`);
      await page.locator('h1').waitFor();
      await page.waitForTimeout(300);
      expect(await walk(page), `in room ${room}`).toEqual([]);
    }
  });

  it('comes to a button at once in a bank without work', async () => {
    await page.keyboard.press('Control+4');
    const choose = page.getByRole('button', { name: 'Bestand kiezen' });
    await expect
      .poll(() => choose.evaluate((button) => button === document.activeElement), { timeout: 5000 })
      .toBe(true);
  });

  it('walks along the parts of the calculator by the arrows', async () => {
    await page.keyboard.press('Control+7');
    await page.getByRole('tab', { name: 'Rente', exact: true }).focus();
    for (let part = 0; part < 5; part += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Hele vordering');
  });

  it('has the keys beside a button that may no longer be pressed', async () => {
    await page.keyboard.press('Control+5');
    await page.getByRole('tab', { name: 'Plan' }).click();
    const back = page.getByRole('button', { name: 'Terug naar het bewaarde plan' });
    await page
      .getByRole('textbox', { name: /^Dagen/ })
      .first()
      .focus();
    await page.keyboard.press('ArrowUp');
    await back.focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.className ?? ''))
      .toContain('plan-foot');
  });

  it('shows a letter before it asks about it', async () => {
    await page.getByRole('tab', { name: 'Ronde', exact: true }).click();
    const list = page.getByRole('listbox', { name: 'Brieven van deze ronde' });
    await list.focus();
    const green = Number(
      /^\d+/.exec((await page.locator('.room-lead, main p').first().innerText()) ?? '')?.[0],
    );
    for (let row = 0; row < green; row += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.run-side').waitFor();
    expect(await page.getByRole('button', { name: /Ja, deze mag weg/ }).count(), 'not asked yet').toBe(0);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Ja, deze mag weg/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('.run-side').waitFor({ state: 'detached' });
    await expectKeys(list);
  });
});
