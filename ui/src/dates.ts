// Dates in words. Calendar dates are counted in whole days and never pass through a time zone.

import type { IsoDate, IsoDateTime } from './backend/wire';
import type { Text } from './i18n';

const DAY = 86_400_000;

function utc(date: IsoDate): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day);
}

/** Whole days from one date to another; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((utc(to) - utc(from)) / DAY);
}

/** So many days later; earlier when negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(utc(date) + days * DAY).toISOString().slice(0, 10) as IsoDate;
}

/** "22 nov 2026". */
export function formatDate(date: IsoDate, t: Text): string {
  const at = new Date(utc(date));
  return t.date.day(at.getUTCDate(), t.date.months[at.getUTCMonth()] ?? '', at.getUTCFullYear());
}

/** "22 nov": where the year is plain from what stands around it. */
export function formatShortDate(date: IsoDate, t: Text): string {
  const at = new Date(utc(date));
  return t.date.dayOfMonth(at.getUTCDate(), t.date.months[at.getUTCMonth()] ?? '');
}

/** "zondag 22 november 2026". */
export function formatLongDate(date: IsoDate, t: Text): string {
  const at = new Date(utc(date));
  const weekday = t.date.weekdays[at.getUTCDay()] ?? '';
  return `${weekday} ${t.date.day(at.getUTCDate(), t.date.longMonths[at.getUTCMonth()] ?? '', at.getUTCFullYear())}`;
}

/** "vandaag", "gisteren", "5 dagen geleden", and a date when it is longer ago than four weeks. */
export function formatAgo(date: IsoDate, today: IsoDate, t: Text): string {
  const days = daysBetween(date, today);
  if (days === 0) return t.date.today;
  if (days === 1) return t.date.yesterday;
  if (days > 1 && days <= 28) return t.date.daysAgo(days);
  return formatDate(date, t);
}

/** The calendar date of a moment, on this computer's clock. */
export function dateOf(moment: IsoDateTime): IsoDate {
  const at = new Date(moment);
  const month = String(at.getMonth() + 1).padStart(2, '0');
  return `${at.getFullYear()}-${month}-${String(at.getDate()).padStart(2, '0')}` as IsoDate;
}

/** "08:12", on this computer's clock. */
export function timeOf(moment: IsoDateTime): string {
  const at = new Date(moment);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

/** The same day of a later month, or its last day when it has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const at = new Date(utc(date));
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0)).getUTCDate();
  const day = Math.min(at.getUTCDate(), last);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, day))
    .toISOString()
    .slice(0, 10) as IsoDate;
}
