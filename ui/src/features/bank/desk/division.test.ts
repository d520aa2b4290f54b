import { describe, expect, it } from 'vitest';
import type { IsoDate, Money, OpenItemRow } from '../../../backend';
import { toCents } from '../../../money';
import { fits, oldestFirst, partsOf, read, total } from './division';

const item = (invoice: string, open: string): OpenItemRow => ({
  invoice,
  number: invoice,
  date: '2026-10-01' as IsoDate,
  due: null,
  amount: open as Money,
  open: open as Money,
  named: false,
});
const cents = (text: string) => toCents(text as Money);

describe('dividing a line', () => {
  it('puts the oldest first and stops when nothing is left', () => {
    const typed = oldestFirst(
      cents('150.00'),
      [item('I-1', '100.00'), item('I-2', '80.00'), item('I-3', '5.00')],
      'nl',
    );
    expect(typed).toEqual({ 'I-1': '100,00', 'I-2': '50,00' });
    expect(total(typed)).toBe(15_000);
  });

  it('books what was typed, and nothing that is no amount or more than there is', () => {
    expect(partsOf(cents('150.00'), { 'I-1': '12,50', 'I-2': '' })).toEqual([
      { invoice: 'I-1', amount: '12.50' },
    ]);
    expect(partsOf(cents('150.00'), { 'I-1': 'veel' }), 'a word is no amount').toBeNull();
    expect(partsOf(cents('150.00'), { 'I-1': '150,01' }), 'a cent too much').toBeNull();
    expect(partsOf(cents('150.00'), { 'I-1': '200', 'I-2': '-50' }), 'a credit note pays too').toHaveLength(
      2,
    );
  });

  it('reads an empty field as nothing, and knows what fits', () => {
    expect(read('')).toBe(0);
    expect(read('1.250,00')).toBe(125_000);
    expect(fits(cents('80.00'), cents('50.00'))).toBe(5000);
    expect(fits(cents('-30.00'), cents('50.00')), 'a credit note gives all it has').toBe(-3000);
    expect(fits(cents('80.00'), cents('-50.00')), 'money that went out pays no invoice').toBe(0);
  });
});
