// What would be lost if the drafts were forgotten now: work, not the places where one was looking.

import { letterKey } from '../dunning/words';
import { emptyCreditor } from '../welcome/create/creditor';
import { atPrinter } from './atPrinter';
import { draftOf, draftsUnder, UNKEPT_SHEET } from './drafts';

export type Unfinished = {
  /** Letters with words of their own. */
  letters: number;
  /** Letters that were let through. */
  decisions: number;
  /** Changed texts of the letters of everybody. */
  texts: number;
  /** Letters that came out of the printer, and of which nobody said how. */
  printed: number;
  plan: boolean;
  settings: boolean;
  /** An administration that was being made. */
  creditor: boolean;
  /** The recovery code of an administration that was just made, saved nowhere and not on paper. */
  sheet: boolean;
  /** A form that was open, or money that was half divided. */
  form: boolean;
};

type Letter = Parameters<typeof letterKey>[0];

const PART = 'dunning.text.';
const settings = ['settings.', 'mail.account'];
const forms = [
  'acts',
  'bank.division',
  'bank.aside',
  'dossier.asks',
  'dossier.tells',
  'past.confirms',
  'restored.text',
  'dunning.over',
  'mail.bouncing',
];

function isSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

const same = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);

const kept = (under: string) => draftsUnder(under).filter(([, value]) => isSomething(value));

/** Nothing when all that was begun is done. */
export function unfinished(): Unfinished | null {
  const listed = (key: string) => draftsUnder(key).flatMap(([, value]) => value as Letter[]);
  const letters = new Set([
    ...listed('dunning.texts').map(letterKey),
    ...kept(PART).map(([key]) => key.slice(PART.length)),
  ]);
  const found: Unfinished = {
    letters: letters.size,
    decisions: listed('dunning.decided').length,
    texts: kept('dunning.template.').length,
    printed: new Set(atPrinter().flatMap(({ letters: sheets }) => sheets)).size,
    plan: kept('dunning.plan.').length > 0,
    settings: settings.some((under) => kept(under).length > 0),
    creditor: !same(draftOf('new.creditor', emptyCreditor), emptyCreditor),
    sheet: draftOf(UNKEPT_SHEET, false),
    form: forms.some((under) => kept(under).length > 0),
  };
  return Object.values(found).some(Boolean) ? found : null;
}
