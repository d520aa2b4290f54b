// What was typed, read or refused: amounts, percentages, and what is still missing.

import type { Money } from '../../backend';
import type { Text } from '../../i18n';
import { parseMoney } from '../../money';

/** A typed value: read, empty, or not to be understood. */
export type Typed<Value> = { value: Value | null; problem?: string };

export function readMoney(text: string, t: Text): Typed<Money> {
  if (text.trim() === '') return { value: null };
  const value = parseMoney(text);
  return value === null ? { value, problem: t.calculator.problem.money } : { value };
}

const PERCENT = /^(\d{1,3})(?:[.,](\d{1,4}))?$/;

/** "6", "10,4" or "10.4 %" as the wire wants it. */
export function readPercent(text: string, t: Text): Typed<string> {
  const bare = text.replaceAll(/[\s%]/g, '');
  if (bare === '') return { value: null };
  const match = PERCENT.exec(bare);
  if (!match) return { value: null, problem: t.calculator.problem.percent };
  return { value: match[2] ? `${match[1]}.${match[2]}` : (match[1] ?? null) };
}

/** "10,4%", in English "10.4%". */
export function formatPercent(percent: string, t: Text): string {
  return `${t.number(0.5).includes(',') ? percent.replace('.', ',') : percent}%`;
}

/** The article at the end of a rule in words: "… (art. 6:119 BW)". */
export function articleOf(basis: string): string {
  return /\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(basis)?.[1] ?? basis;
}

/** Each once, in their order. */
export function once(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
