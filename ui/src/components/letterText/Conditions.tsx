// When words of a text stand in a letter, said for people under the text that holds the marks.

import { useText } from '../../i18n';
import { readConditions } from './conditions';
import type { NamedField } from './TextEditor';

type Props = { text: string; fields: readonly NamedField[] };

const FIELD = /\{\{\s*([a-z0-9_]+)\s*\}\}/g;

export function Conditions({ text, fields }: Props) {
  const t = useText();
  const words = t.dunning.edit;
  const found = readConditions(text);
  if (found.length === 0) return null;
  const what = (name: string) => fields.find((field) => field.name === name)?.what ?? name;
  const readable = (part: string) =>
    part
      .replace(FIELD, (_, name: string) => `‹${what(name)}›`)
      .replaceAll('**', '')
      .trim();
  const when: Partial<Record<string, { holds: string; fails: string }>> = words.when;
  const lines = found.flatMap(({ name, holds, fails }, at) => {
    const said = when[name] ?? { holds: words.whenFilled(what(name)), fails: words.whenEmpty(what(name)) };
    return [
      { key: `${at} holds`, when: said.holds, words: readable(holds) },
      { key: `${at} fails`, when: said.fails, words: readable(fails) },
    ].filter((line) => line.words !== '');
  });
  return (
    <ul className="text-conditions" aria-label={words.whenTitle}>
      {lines.map((line) => (
        <li key={line.key}>
          <span>{line.when}</span> {t.dunning.edit.quoted(line.words)}
        </li>
      ))}
    </ul>
  );
}
