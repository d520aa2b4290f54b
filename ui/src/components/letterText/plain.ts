// For one letter, what a template leaves to its customer is settled: "{% if %}" becomes the words that this
// letter has. Named fields stay, so that an amount is still right when it is printed.

const MARK = /\{%\s*(if|else|endif)\s*([a-z0-9_]*)\s*%\}/g;

type Fields = readonly { name: string; value: string }[];

/** What a field that only decides is said with when it does not hold, in the language of the letter. */
const NO: ReadonlySet<string> = new Set(['nee', 'no']);
const DECIDES = 'one_invoice';

const holdsOf = (name: string, value: string) => value !== '' && !(name === DECIDES && NO.has(value));

/** Leaves the text as it is when its marks do not pair up, or name something unknown. */
export function settleConditions(text: string, fields: Fields): string {
  const values = new Map(fields.map(({ name, value }) => [name, holdsOf(name, value)]));
  /** Whether the words at this depth are in the letter. */
  const open: boolean[] = [];
  let kept = '';
  let from = 0;
  const words = (through: number) => {
    if (open.every(Boolean)) kept += text.slice(from, through);
  };
  for (const mark of text.matchAll(MARK)) {
    words(mark.index);
    from = mark.index + mark[0].length;
    const holds = values.get(mark[2] ?? '');
    if (mark[1] === 'if') {
      if (holds === undefined) return text;
      open.push(holds);
    } else {
      const last = open.pop();
      if (last === undefined) return text;
      if (mark[1] === 'else') open.push(!last);
    }
  }
  if (open.length > 0) return text;
  return kept + text.slice(from);
}
