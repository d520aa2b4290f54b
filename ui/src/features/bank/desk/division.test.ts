import { describe, expect, it } from 'vitest';
import type { IsoDate, Money, OpenItemRow } from '../../../backend';
import { toCents } from '../../../money';
import { acceptOf, fits, oldestFirst, partsOf, read, restOf, total, type Share } from './division';

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

describe('dividing a line over several customers', () => {
  const share = (customer: string, typed: Share['typed'], loose = ''): Share => ({
    customer: {
      customer,
      name: customer,
      number: null,
      city: '',
      paid_before: false,
      open: '0.00' as Money,
      invoices: [],
    },
    typed,
    loose,
  });
  const amount = cents('300.00');

  it('leaves the rest with the only customer', () => {
    expect(acceptOf('L-1', amount, [share('K-1', { 'I-1': '100' })])).toEqual({
      line: 'L-1',
      customer: 'K-1',
      parts: [{ invoice: 'I-1', amount: '100.00' }],
    });
  });

  it('books nothing between several until the whole line is somebody’s', () => {
    const two = [share('K-1', { 'I-1': '100' }), share('K-2', { 'I-2': '150' })];
    expect(restOf(amount, two)).toBe(5000);
    expect(acceptOf('L-1', amount, two), 'fifty euros are nobody’s').toBeNull();
    const whole = [two[0] as Share, share('K-2', { 'I-2': '150' }, '50,00')];
    expect(acceptOf('L-1', amount, whole)).toEqual({
      line: 'L-1',
      shares: [
        { customer: 'K-1', amount: '100.00', parts: [{ invoice: 'I-1', amount: '100.00' }] },
        { customer: 'K-2', amount: '200.00', parts: [{ invoice: 'I-2', amount: '150.00' }] },
      ],
    });
    expect(
      acceptOf('L-1', amount, [share('K-1', { 'I-1': '300' }), share('K-2', {})]),
      'who gets nothing is no share',
    ).toBeNull();
    expect(
      acceptOf('L-1', amount, [share('K-1', { 'I-1': '400' }), share('K-2', {}, '-100')]),
      'nobody pays for another',
    ).toBeNull();
  });
});
