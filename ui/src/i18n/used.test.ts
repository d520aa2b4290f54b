// Words that nobody says any more are found here: each is looked for by its name, where names are taken from words.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nl } from './nl';

/** Named by what the core answers: fields of a letter, spans of days, signs between columns. */
const namedByCore = [
  'today.ageing.buckets',
  'dunning.edit.lockedWhy',
  'dunning.fields',
  'importing.mapping.delimiters',
];

/** What words are usually kept in where they are said; `)` and `]` end a call or a look-up. */
const holders = ['t', 'words', 'said', 'say', 'text', 'name', 'names', 'labels', 'here', 'shown', ')', ']'];

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((found) => {
    const path = join(folder, found.name);
    if (found.isDirectory()) return ['i18n', 'testing'].includes(found.name) ? [] : sources(path);
    return /(?<!\.test)\.tsx?$/.test(found.name) ? [readFileSync(path, 'utf8')] : [];
  });

function leaves(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, [...path, key]));
}

it('has no words that nobody says', () => {
  const code = sources('src').join('\n');
  const quoted = new Set([...code.matchAll(/['"]([\w+-]+)['"]/g)].map(([, name]) => name));
  const taken = new Set(
    [...code.matchAll(/(\w+|[)\]])(?=\s*\??\.\s*(\w+))/g)].map(([, of, name]) => `${of}.${name}`),
  );
  const apart = new Set(
    [...code.matchAll(/\{([^{}]*)\}\s*=\s*(?:words|t|useText)\b/g)].flatMap(([, names]) =>
      (names ?? '').match(/\w+/g),
    ),
  );
  const unsaid = leaves(nl).filter((path) => {
    const [key = '', of = ''] = path.toReversed();
    if (namedByCore.some((table) => path.join('.').startsWith(`${table}.`))) return false;
    return (
      ![...holders, of].some((holder) => taken.has(`${holder}.${key}`)) && !quoted.has(key) && !apart.has(key)
    );
  });
  expect(
    unsaid.map((path) => path.join('.')),
    'two languages of it are kept up to date for nothing',
  ).toEqual([]);
});
