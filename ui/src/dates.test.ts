import { describe, expect, it } from 'vitest';
import type { IsoDate } from './backend';
import { addDays, addMonths, daysBetween, formatAgo, formatDate, formatLongDate } from './dates';
import { en } from './i18n/en';
import { nl } from './i18n/nl';

const date = (text: string) => text as IsoDate;

describe('dates', () => {
  it('are written as people say them', () => {
    expect(formatDate(date('2026-11-22'), nl)).toBe('22 nov 2026');
    expect(formatDate(date('2026-03-01'), nl), 'March is mrt in Dutch').toBe('1 mrt 2026');
    expect(formatDate(date('2026-03-01'), en)).toBe('1 Mar 2026');
    expect(formatLongDate(date('2026-11-22'), nl)).toBe('zondag 22 november 2026');
  });

  it('are counted in calendar days, also across a change of the clock', () => {
    expect(daysBetween(date('2026-10-24'), date('2026-10-26')), 'the night of 25 October has 25 hours').toBe(
      2,
    );
    expect(daysBetween(date('2026-03-28'), date('2026-03-30')), 'the night of 29 March has 23 hours').toBe(2);
    expect(daysBetween(date('2026-03-01'), date('2026-02-28'))).toBe(-1);
  });

  it('say how long ago, until a date says more', () => {
    const today = date('2026-11-22');
    expect(formatAgo(today, today, nl)).toBe('vandaag');
    expect(formatAgo(date('2026-11-21'), today, nl)).toBe('gisteren');
    expect(formatAgo(date('2026-11-02'), today, nl)).toBe('20 dagen geleden');
    expect(formatAgo(date('2026-08-02'), today, nl)).toBe('2 aug 2026');
  });
});

describe('later days', () => {
  it.each([
    ['2026-11-22', 7, '2026-11-29'],
    ['2026-12-28', 7, '2027-01-04'],
    ['2028-02-25', 7, '2028-03-03'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(from as IsoDate, days)).toBe(to);
  });

  it.each([
    ['2026-11-22', '2026-12-22'],
    ['2027-01-31', '2027-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-12-31', '2027-01-31'],
  ])('a month after %s is %s', (from, to) => {
    expect(addMonths(from as IsoDate, 1), 'a month without that day ends on its last').toBe(to);
  });
});
