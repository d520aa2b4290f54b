import { describe, expect, it } from 'vitest';
import type { Money } from './backend';
import { formatMoney, parseMoney, sumCents, toCents, toMoney, type Cents } from './money';

const money = (text: string) => text as Money;

describe('amounts on the wire', () => {
  it.each([
    ['1234.56', 123456],
    ['0.07', 7],
    ['-0.50', -50],
    ['-0.00', 0],
    ['12.3400', 1234],
    ['22517998136852.47', 2251799813685247],
  ])('%s is %d cents', (text, cents) => {
    expect(toCents(money(text)), 'whole cents, exactly').toBe(cents);
  });

  it.each(['', '1', '1.2', '1,20', '1.234', '€ 1.20', '1e3.00', '22517998136852.48'])(
    '%s is refused',
    (text) => {
      expect(() => toCents(money(text)), 'a wrong amount is never shown as another').toThrow(RangeError);
    },
  );

  it('is written as it was read', () => {
    for (const text of ['0.00', '0.05', '-12.30', '1000000.01']) {
      expect(toMoney(toCents(money(text)))).toBe(text);
    }
  });

  it('adds without losing a cent', () => {
    const dime = toCents(money('0.10'));
    expect(sumCents([dime, dime, dime] as Cents[]), '0.1 + 0.1 + 0.1 is not 0.30000000000000004').toBe(30);
  });
});

describe('amounts on screen', () => {
  it.each([
    ['1234.56', '€\u00a01.234,56', '€1,234.56'],
    ['-1234567.00', '\u2212€\u00a01.234.567,00', '\u2212€1,234,567.00'],
    ['0.00', '€\u00a00,00', '€0.00'],
    ['999.99', '€\u00a0999,99', '€999.99'],
  ])('%s', (text, nl, en) => {
    expect(formatMoney(money(text), 'nl')).toBe(nl);
    expect(formatMoney(money(text), 'en')).toBe(en);
  });
});

describe('amounts as typed', () => {
  it.each([
    ['12,50', '12.50'],
    ['12.50', '12.50'],
    ['1.250,00', '1250.00'],
    ['1,250.00', '1250.00'],
    ['€ 1 250', '1250.00'],
    ['1.250', '1250.00'],
    ['1,234,567', '1234567.00'],
    ['12,5', '12.50'],
    ['0,05', '0.05'],
    ['-3', '-3.00'],
    ['75,-', '75.00'],
  ])('%s is %s', (typed, read) => {
    expect(parseMoney(typed)).toBe(read);
  });

  it.each([
    '',
    'tien',
    '1,2345',
    '1.25.00',
    '12,50,1',
    '1.250.00,5.1',
    '0.125',
    '--3',
    '1,250,00',
    '12,345',
    '-1,250',
  ])('%s is no amount', (typed) => {
    expect(parseMoney(typed), 'a guess would be a wrong amount').toBeNull();
  });
});
