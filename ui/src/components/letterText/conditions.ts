// The words of a text that do not stand in every letter, and what decides about them: read out of its marks, so
// that people need not read those.

const MARK = /\{%\s*(if|else|endif)\s*([a-z0-9_]*)\s*%\}/g;

/** Words that stand in a letter when a field has something to say, and those that stand there when not. */
export type Condition = { name: string; holds: string; fails: string };

const ELLIPSIS = '…';

/** In the order in which they begin; nothing when the marks do not pair up. */
export function readConditions(text: string): Condition[] {
  const found: Condition[] = [];
  const open: { of: Condition; in: 'holds' | 'fails' }[] = [];
  let from = 0;
  const add = (words: string) => {
    const last = open.at(-1);
    if (last) last.of[last.in] += words;
  };
  for (const mark of text.matchAll(MARK)) {
    add(text.slice(from, mark.index));
    from = mark.index + mark[0].length;
    const last = open.at(-1);
    if (mark[1] === 'if') {
      // A condition within a condition is told by itself.
      add(ELLIPSIS);
      const of = { name: mark[2] ?? '', holds: '', fails: '' };
      found.push(of);
      open.push({ of, in: 'holds' });
    } else if (!last) {
      return [];
    } else if (mark[1] === 'else') {
      last.in = 'fails';
    } else {
      open.pop();
    }
  }
  return open.length > 0 ? [] : found;
}
