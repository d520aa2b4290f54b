import { describe, expect, it } from 'vitest';
import { deskLine } from '../../../testing/bank';
import type { IsoDate, Money, OpenItemRow } from '../../../backend';
import { toCents } from '../../../money';
import {
  acceptOf,
  fits,
  oldestFirst,
  partsOf,
  read,
  restOf,
  tooMuch,
  total,
  withoutShare,
  type Share,
} from './division';

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

  it('gives nothing to another when nothing is left, or too much was given', () => {
    const items = [item('I-1', '30.00'), item('C-1', '-50.00')];
    const line = cents('100.00');
    expect(oldestFirst(cents('0.00'), items, 'nl', line), 'no credit note to fill invoices with').toEqual({});
    expect(oldestFirst(cents('-20.00'), items, 'nl', line), 'nor to mend what was typed').toEqual({});
    expect(
      oldestFirst(cents('-30.00'), [item('C-1', '-30.00'), item('C-2', '-50.00')], 'nl'),
      'money that went out stops where it is used up',
    ).toEqual({ 'C-1': '-30,00' });
  });

  it('knows what an invoice can take', () => {
    const line = deskLine({ amount: '100.00' as Money, proposals: [] });
    expect(tooMuch(line, item('I-1', '40.00'), '40,00'), 'all that is open').toBeNull();
    expect(tooMuch(line, item('I-1', '40.00'), '100,00')).toBe(4000);
    expect(tooMuch(line, item('I-1', '0.00'), '0,01'), 'it was paid').toBe(0);
    expect(tooMuch(line, item('C-1', '-50.00'), '-60'), 'a credit note has no more').toBe(-5000);
    const back = deskLine({ amount: '-100.00' as Money, proposals: [] });
    expect(tooMuch(back, item('I-1', '0.00'), '-100'), 'what is booked back opens it again').toBeNull();
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

  it('says what is left of a line when one of two is taken off', () => {
    const two = [share('K-1', { 'I-1': '100' }, '200'), share('K-2', {})];
    expect(restOf(amount, two)).toBe(0);
    const one = withoutShare(two, 1);
    expect(restOf(amount, one), 'what was loose is in no field any more, and not booked').toBe(20_000);
    expect(restOf(amount, [...one, share('K-3', {})]), 'nor does it come back').toBe(20_000);
    expect(restOf(amount, two.slice(0, 1)), 'alone, loose is nothing').toBe(20_000);
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
