// A letter's text in parts: the subject, free words, and the fixed blocks between them that may not go missing.

export type TextPart = { block: string } | { words: string };

export type LetterText = { subject: string; parts: TextPart[] };

const DIVIDER = '\n---\n';
const BLOCK = /^\{\{\s*([a-z0-9_]+)\s*\}\}$/;

export function readText(text: string, blocks: ReadonlySet<string>): LetterText {
  const plain = text.replaceAll('\r\n', '\n');
  const at = plain.indexOf(DIVIDER);
  const subject = (at < 0 ? '' : plain.slice(0, at)).trim();
  const body = (at < 0 ? plain : plain.slice(at + DIVIDER.length)).trim();
  const parts: TextPart[] = [];
  for (const paragraph of body.split(/\n{2,}/)) {
    const name = BLOCK.exec(paragraph.trim())?.[1];
    const last = parts.at(-1);
    if (name && blocks.has(name)) parts.push({ block: name });
    else if (last && 'words' in last) last.words += `\n\n${paragraph}`;
    else parts.push({ words: paragraph });
  }
  return { subject, parts };
}

export function writeText({ subject, parts }: LetterText): string {
  const body = parts
    .map((part) => ('block' in part ? `{{ ${part.block} }}` : part.words.trim()))
    .filter((part) => part !== '')
    .join('\n\n');
  return `${subject}${DIVIDER}${body}`;
}

/** Free words stand before, between and after the blocks, so that there is always a place to type. */
export function withRoom(parts: readonly TextPart[]): TextPart[] {
  const room: TextPart[] = [];
  for (const part of parts) {
    if ('block' in part && (room.length === 0 || 'block' in (room.at(-1) ?? {}))) room.push({ words: '' });
    room.push(part);
  }
  if (room.length === 0 || 'block' in (room.at(-1) ?? {})) room.push({ words: '' });
  return room;
}

/** Exchanges a block with the one before or after it, so that it can move without being cut. */
export function moveBlock(parts: readonly TextPart[], at: number, by: -1 | 1): TextPart[] {
  const next = [...parts];
  const [part] = next.splice(at, 1);
  if (part) next.splice(Math.max(0, Math.min(next.length, at + by)), 0, part);
  // Words that came to stand side by side are one text.
  const joined: TextPart[] = [];
  for (const one of next) {
    const last = joined.at(-1);
    if ('words' in one && last && 'words' in last) {
      joined[joined.length - 1] = { words: [last.words, one.words].filter(Boolean).join('\n\n') };
    } else joined.push(one);
  }
  return joined;
}
