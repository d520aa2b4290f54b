import { describe, expect, it } from 'vitest';
import { readConditions } from './conditions';
import { moveBlock, readText, withRoom, writeText } from './parts';
import { settleConditions } from './plain';

const blocks = new Set(['invoices_table', 'legal_notice']);
const text = `Onderwerp
---
{{ salutation }}

Eerste alinea.

{{ invoices_table }}

{{ legal_notice }}

Slot met {{ amount }}.`;

describe('the text of a letter in parts', () => {
  it('comes out as it went in', () => {
    expect(writeText(readText(text, blocks)), 'opening a text must not count as a change').toBe(text);
    expect(writeText({ ...readText(text, blocks), parts: withRoom(readText(text, blocks).parts) })).toBe(
      text,
    );
  });

  it('keeps blocks apart and words together, with a place to type everywhere', () => {
    const { subject, parts } = readText(text, blocks);
    expect(subject).toBe('Onderwerp');
    expect(parts.map((part) => ('block' in part ? part.block : 'words'))).toEqual([
      'words',
      'invoices_table',
      'legal_notice',
      'words',
    ]);
    expect(withRoom(parts)).toHaveLength(5);
  });

  it('takes a block that is not known here as words', () => {
    expect(readText('O\n---\n{{ closing }}', blocks).parts).toEqual([{ words: '{{ closing }}' }]);
  });

  it('moves a block without losing any words', () => {
    const parts = withRoom(readText(text, blocks).parts);
    const moved = moveBlock(parts, 1, 1);
    const written = writeText({ subject: 'O', parts: moved });
    for (const kept of ['salutation', 'invoices_table', 'legal_notice', 'Slot met {{ amount }}.']) {
      expect(written).toContain(kept);
    }
  });
});

describe('conditions of a template', () => {
  const fields = [
    { name: 'one', value: 'ja' },
    { name: 'none', value: '' },
  ];

  it.each([
    ['{% if one %}is{% else %}zijn{% endif %} open', 'is open'],
    ['{% if none %}is{% else %}zijn{% endif %} open', 'zijn open'],
    ['a{% if none %} b{% endif %} c', 'a c'],
    ['{% if one %}x{% if none %}y{% else %}z{% endif %}{% endif %}', 'xz'],
    ['{% if none %}x{% if one %}y{% else %}z{% endif %}{% else %}q{% endif %}', 'q'],
  ])('settles %s', (before, after) => {
    expect(settleConditions(before, fields)).toBe(after);
  });

  it('takes the words for more invoices where there are more', () => {
    const plural = 'De {% if one_invoice %}factuur is{% else %}facturen zijn{% endif %} nog open';
    const said = (value: string) => settleConditions(plural, [{ name: 'one_invoice', value }]);
    expect(said('ja')).toBe('De factuur is nog open');
    expect(said('nee'), 'who edits a letter must not make one invoice of two').toBe(
      'De facturen zijn nog open',
    );
    expect(said('no'), 'in an English letter').toBe('De facturen zijn nog open');
  });

  it.each(['{% if other %}a{% endif %}', '{% if one %}a', 'a{% endif %}'])('leaves %s alone', (odd) => {
    expect(settleConditions(odd, fields), 'the core says what is wrong with it').toBe(odd);
  });
});

describe('what decides about words', () => {
  it('is read with both sides, also one within another', () => {
    expect(
      readConditions(
        'Wilt u betalen{% if term_days %} binnen {{ term_days }} dagen{% if one_invoice %} in één keer{% endif %}{% endif %}? {% if one_invoice %}De factuur{% else %}De facturen{% endif %}.',
      ),
    ).toEqual([
      { name: 'term_days', holds: ' binnen {{ term_days }} dagen…', fails: '' },
      { name: 'one_invoice', holds: ' in één keer', fails: '' },
      { name: 'one_invoice', holds: 'De factuur', fails: 'De facturen' },
    ]);
  });

  it('is left alone while it is being typed', () => {
    expect(readConditions('{% if one_invoice %}De factuur')).toEqual([]);
    expect(readConditions('De factuur{% endif %}')).toEqual([]);
  });
});
