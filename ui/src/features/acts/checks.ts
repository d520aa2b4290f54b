// What can be seen to be wrong before the core is asked, in words, by field.

import type { IsoDate } from '../../backend';
import { addMonths } from '../../dates';
import type { Text } from '../../i18n';
import { parseMoney, toCents, type Cents } from '../../money';
import type { Problems } from '../session/problems';

/** Longer than this nobody reads; what is pasted by accident is. */
const SENTENCES = 1000;
const NOTE = 5000;
const WORDS = 200;

/** As many figures as no amount has, or hardly any other sign: an amount that is too large to be one. */
const FAR_TOO_LARGE = /^[^\p{L}\d]{0,4}(?:\d[.,\s]?){12,}$/u;

/** What is typed is no amount: why not. */
export function noAmount(typed: string, t: Text): string {
  return FAR_TOO_LARGE.test(typed.trim()) ? t.acts.problem.tooLarge : t.acts.problem.amount;
}

export function amountProblem(field: string, typed: string, t: Text): Problems {
  const money = parseMoney(typed);
  if (money === null) return { [field]: noAmount(typed, t) };
  return toCents(money) > 0 ? {} : { [field]: t.acts.problem.positive };
}

/** The same, of which there is no more than `most`. */
export function amountUpTo(field: string, typed: string, most: Cents, more: string, t: Text): Problems {
  const money = parseMoney(typed);
  if (money !== null && toCents(money) > most && toCents(money) > 0) return { [field]: more };
  return amountProblem(field, typed, t);
}

function tooLong(field: string, text: string, most: number, t: Text): Problems {
  const length = [...text.trim()].length;
  return length > most ? { [field]: t.acts.problem.tooLong(length, most) } : {};
}

export function reasonProblem(reason: string, t: Text): Problems {
  if (reason.trim() === '') return { reason: t.acts.problem.reason };
  return tooLong('reason', reason, SENTENCES, t);
}

export function noteProblem(field: string, text: string, t: Text): Problems {
  if (text.trim() === '') return { [field]: t.acts.problem.required };
  return tooLong(field, text, NOTE, t);
}

/** A name, a number, a line of an address. */
export function lineProblem(field: string, text: string, t: Text): Problems {
  return tooLong(field, text, WORDS, t);
}

/** A Dutch postcode; another country has its own. */
export function postcodeProblem(postcode: string, country: string, t: Text): Problems {
  const dutch = ['', 'nl', 'nederland'].includes(country.trim().toLowerCase());
  const typed = postcode.trim();
  if (!dutch || typed === '' || /^[1-9]\d{3}\s?[a-z]{2}$/i.test(typed)) return {};
  return { postcode: t.acts.problem.postcode };
}

const YEARS_OF_REST = 5;

/** Until when something rests: a day, and not so far that it must be a slip of the year. */
export function untilProblem(until: IsoDate | null, today: IsoDate, t: Text): Problems {
  if (until === null) return { until: t.acts.problem.date };
  return until > addMonths(today, YEARS_OF_REST * 12) ? { until: t.acts.hold.far } : {};
}

const YEARS_BACK = 20;

/** A day on which something happened: not so long ago that it must be a slip of the year. */
export function dayProblem(field: string, day: IsoDate | null, today: IsoDate, t: Text): Problems {
  if (day === null) return { [field]: t.acts.problem.date };
  return day < addMonths(today, -YEARS_BACK * 12) ? { [field]: t.acts.problem.longAgo } : {};
}
