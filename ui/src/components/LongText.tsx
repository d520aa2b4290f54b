// Free text of any length: what is long shows its beginning, and the rest when one asks.

import { useState } from 'react';
import { useText } from '../i18n';
import { Button } from './Button';

const SHOWN = 280;
const LINES = 6;

/** The beginning, cut at a word; the text itself when the rest would not be worth a press. */
function beginning(text: string): string {
  const lines = text.split('\n');
  const few = lines.length > LINES + 1 ? lines.slice(0, LINES).join('\n') : text;
  const signs = [...few];
  if (signs.length <= SHOWN * 1.2) return few;
  const cut = signs.slice(0, SHOWN).join('');
  const word = cut.search(/\s\S{0,40}$/);
  return word > 0 ? cut.slice(0, word) : cut;
}

export function LongText({ text, className }: { text: string; className: string }) {
  const t = useText();
  const [whole, setWhole] = useState(false);
  const short = beginning(text);
  const cut = short.length < text.length;
  return (
    <p className={className}>
      {whole || !cut ? text : `${short}… `}
      {cut && (
        <>
          {whole && ' '}
          <Button weight="link" aria-expanded={whole} onPress={() => setWhole(!whole)}>
            {whole ? t.common.less : t.common.readOn}
          </Button>
        </>
      )}
    </p>
  );
}
