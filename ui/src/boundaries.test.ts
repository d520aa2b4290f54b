// Rules about the source itself, so that the next room cannot break them unnoticed.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = import.meta.dirname;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const sources = filesUnder(root)
  .map((path) => ({ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
  .filter(({ path }) => path !== 'boundaries.test.ts');

const offenders = (pattern: RegExp, allowed: RegExp) =>
  sources.filter(({ path, text }) => !allowed.test(path) && pattern.test(text)).map(({ path }) => path);

describe('the source', () => {
  it('is found', () => {
    expect(sources.length, 'without sources the other rules would pass for nothing').toBeGreaterThan(60);
  });

  it('knows Tauri only in backend/', () => {
    expect(offenders(/@tauri-apps|__TAURI/, /^backend\//)).toEqual([]);
  });

  it('reaches the core only through backend/', () => {
    expect(offenders(/\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon/, /^backend\/bridge/)).toEqual([]);
  });

  it('stores nothing but language, colours and which first steps were passed', () => {
    expect(
      offenders(
        /localStorage|sessionStorage|indexedDB|document\.cookie/,
        /^(i18n\/index|theme\/theme|features\/today\/first\/remembered|testing\/setup)\.|\.test\.tsx?$/,
      ),
    ).toEqual([]);
  });

  it('names colours only in the tokens', () => {
    const css = sources.filter(({ path }) => path.endsWith('.css') && path !== 'theme/tokens.css');
    expect(
      css.filter(({ text }) => /#[0-9a-f]{3,8}\b|\brgba?\(/i.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });

  it('loads the test transport only in tests', () => {
    expect(offenders(/from '.*\/testing\//, /\.test\.tsx?$|^testing\//)).toEqual([]);
  });

  it('speaks only from the catalogue', () => {
    // Words between tags, or in an attribute that is read out.
    const spoken = />\s*[A-Za-zÀ-ÿ]{2,}[^<>{}=;()]*<\/|(?:aria-label|title|placeholder|label)="[^"]*[A-Za-z]/;
    expect(offenders(spoken, /^i18n\/|\.test\.tsx?$|\.(css|ts)$/)).toEqual([]);
  });

  it('switches on codes of the core that exist', () => {
    const known = readFileSync(join(root, '../../docs/errors.md'), 'utf8');
    for (const path of ['backend/ended.ts', 'backend/trouble.ts']) {
      const text = sources.find((source) => source.path === path)?.text ?? '';
      const list = /const codes[^[]*\[([^\]]*)\]/.exec(text)?.[1] ?? '';
      const codes = [...list.matchAll(/'([a-z_]+)'/g)].map(([, code]) => code);
      expect(codes.length, path).toBeGreaterThan(0);
      for (const code of codes) expect(known, `${path} waits for ${code}`).toContain(`\`${code}\``);
    }
  });
});
