// The everyday acts: what each is about, its key and its icon.

import type { IconName } from '../../components/Icon';
import type { Text } from '../../i18n';
import type { ActionId } from '../../keys/table';

export type ActName =
  | 'pay'
  | 'promise'
  | 'hold'
  | 'note'
  | 'dispute'
  | 'writeOff'
  | 'setOff'
  | 'waive'
  | 'insolvency'
  | 'correct'
  | 'merge'
  | 'invoice'
  | 'file'
  | 'statement'
  | 'confirm';

/** What an act is about: a customer, perhaps one invoice or letter of it. */
export type Subject = {
  customer: string;
  name: string;
  invoice?: string;
  number?: string;
  /** The invoice is a credit note, and is called so. */
  credit?: boolean;
  letter?: string;
  step?: string;
};

/** "Creditnota C-1" */
export function paperName({ number = '', credit }: Pick<Subject, 'number' | 'credit'>, t: Text): string {
  return credit ? t.invoices.one.creditTitle(number) : t.invoices.one.title(number);
}

/** What an act is about, above its form. */
export const aboutWords = (subject: Subject, customer: string, t: Text): string =>
  subject.number ? t.acts.aboutPaper(paperName(subject, t), customer) : customer;

/** The name of an act for what it is done to. */
export const nameOfAct = (act: ActName, { credit }: Subject, t: Text): string =>
  act === 'file' && credit ? t.acts.file.ofCredit : t.acts.name[act];

type Act = { action: ActionId | null; icon: IconName };

export const acts: Record<ActName, Act> = {
  pay: { action: 'actPay', icon: 'payment' },
  promise: { action: 'actPromise', icon: 'promise' },
  note: { action: 'actNote', icon: 'note' },
  hold: { action: 'actHold', icon: 'held' },
  dispute: { action: 'actDispute', icon: 'decide' },
  setOff: { action: 'actSetOff', icon: 'switch' },
  writeOff: { action: 'actWriteOff', icon: 'minus' },
  waive: { action: 'actWaive', icon: 'check' },
  invoice: { action: 'actInvoice', icon: 'create' },
  file: { action: 'actFile', icon: 'attach' },
  statement: { action: 'actStatement', icon: 'save' },
  correct: { action: 'actCorrect', icon: 'edit' },
  insolvency: { action: 'actInsolvency', icon: 'warning' },
  merge: { action: 'actMerge', icon: 'customers' },
  confirm: { action: null, icon: 'check' },
};

/** What can be done with a customer, and with one of its invoices, the most usual first. */
export const customerActs: readonly ActName[] = [
  'pay',
  'promise',
  'note',
  'hold',
  'dispute',
  'writeOff',
  'waive',
  'invoice',
  'statement',
  'file',
  'correct',
  'insolvency',
  'merge',
];

export const invoiceActs: readonly ActName[] = [
  'pay',
  'promise',
  'note',
  'hold',
  'dispute',
  'writeOff',
  'file',
];

/** A credit note asks nothing of the customer: it is not paid, promised, disputed or written off. */
export const creditActs: readonly ActName[] = ['note', 'file'];

/** What is left of a credit note, or of those of a customer, can be set off. */
export const withSetOff = (names: readonly ActName[]): readonly ActName[] => ['setOff', ...names];
