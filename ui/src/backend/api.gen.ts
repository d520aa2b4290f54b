// The list of commands and their types. Generated from the core; do not edit.

import type { IsoDate, IsoDateTime, Money } from './wire';

export type Nothing = Record<string, never>;

export type Severity = 'info' | 'warning' | 'error';

/** `field` is the name of the field in the request; of a creditor inside it, the creditor's own field name. */
export type FieldProblem = { field: string; code: string; message: string };

export type ApiError = {
  code: string;
  severity: Severity;
  message: string;
  hint: string | null;
  details: Record<string, unknown>;
  fields: FieldProblem[];
};

// --- The application and its session ---

export type Platform = 'linux' | 'macos' | 'windows';

export type RecentAdministration = {
  folder: string;
  name: string;
  opened: IsoDateTime | null;
  exists: boolean;
  keychain: boolean;
};

/** A command that needs an open administration fails with `session_locked` or `session_closed` without one. */
export type SessionState =
  | { state: 'closed' }
  | { state: 'locked'; folder: string; name: string }
  | { state: 'open'; folder: string; name: string; creditor: CreditorForm };

export type AppInfo = {
  version: string;
  today: IsoDate;
  platform: Platform;
  dev: boolean;
  recent: RecentAdministration[];
  default_folder: string;
  /** Minutes without a key or a click before the window locks; null: never. */
  lock_after_minutes: number | null;
  session: SessionState;
};

export type SessionReply = { session: SessionState };

export type LockAfter = { minutes: number | null };

// --- The creditor and a new administration ---

export type LegalForm =
  | 'sole_trader'
  | 'general_partnership'
  | 'limited_partnership'
  | 'professional_partnership'
  | 'private_limited'
  | 'public_limited'
  | 'foundation'
  | 'association'
  | 'cooperative'
  | 'other';

export type EnvelopeWindow = 'left' | 'right';

export type CreditorForm = {
  name: string;
  legal_form: LegalForm;
  /** Street and house number. */
  street: string;
  /** A second address line, or "". */
  address_extra: string;
  postcode: string;
  city: string;
  /** ISO 3166 code of two letters. */
  country: string;
  kvk: string;
  vat: string;
  iban: string;
  email: string;
  phone: string;
  term_days: number;
  /** Whether the customers agreed to that term (a contract, or conditions that were handed over). */
  term_agreed: boolean;
  /** Whether the VAT on collection costs cannot be deducted. */
  collection_vat: boolean;
  /** Whether claims of others are collected: then the law asks a registration. */
  collects_for_others: boolean;
  register_number: string | null;
  window: EnvelopeWindow;
};

export type CreditorCheck = { problems: FieldProblem[] };

export type FolderSuggestion = { folder: string };

export type AdministrationCreate = {
  folder: string;
  creditor: CreditorForm;
  passphrase: string;
  remember: boolean;
};

export type AdministrationCreated = {
  session: SessionState;
  /** The recovery code in the groups in which it is printed. Shown once, never stored. */
  recovery_code: string[];
};

export type RecoverySheetSave = { file: string; passphrase?: string };

export type SavedFile = { file: string; sha256: string };

export type PassphraseStrength = {
  /** 0 (guessed at once) to 4 (strong). */
  score: number;
  bits: number;
  acceptable: boolean;
  advice: string[];
};

export type AdministrationOpen = {
  folder: string;
  passphrase?: string;
  recovery_code?: string;
  keychain?: boolean;
  remember?: boolean;
};

export type KeychainStatus = { available: boolean; stored: boolean; why: string | null };

export type SampleCreate = { folder: string; customers: number; invoices: number };

// --- Work that takes long ---

export type Job = {
  job: string;
  label: string;
  done: number;
  total: number | null;
};

/** The running job, or null; the call that started it fails with `job_cancelled` when it is cancelled. */
export type JobState = { job: Job | null };

// --- Today ---

export type AgeingName = 'not_due' | '1-30' | '31-60' | '61-90' | '90+';

export type AgeingBucket = { bucket: AgeingName; amount: Money; invoices: number };

export type Gate = 'green' | 'amber' | 'red';

export type ProposalKind = 'letter' | 'call' | 'handover' | 'interrupt' | 'review';

export type Step = 'reminder' | 'final_reminder' | 'notice_14_days' | 'final_demand' | 'handover';

export type Channel = 'email' | 'letter' | 'phone';

export type Reason = { code: string; message: string };

export type Claim = {
  principal: Money;
  interest: Money;
  costs: Money;
  total: Money;
  costs_announced: Money | null;
  costs_from: IsoDate | null;
};

export type Proposal = {
  customer: string;
  name: string;
  kind: ProposalKind;
  /** The card under which this proposal stands. */
  work: WorkKind;
  step: Step | null;
  channels: Channel[];
  gate: Gate;
  reasons: Reason[];
  invoices: string[];
  /** The due date of the oldest invoice in it. */
  oldest_due: IsoDate | null;
  claim: Claim;
};

export type WorkKind =
  | 'letters'
  | 'decide'
  | 'held'
  | 'bank'
  | 'call'
  | 'promise'
  | 'handover'
  | 'warning'
  | 'review'
  | 'limitation';

export type WorkDetail = { step: Step; count: number };

export type WorkItem = {
  kind: WorkKind;
  count: number;
  amount: Money;
  green: number;
  amber: number;
  red: number;
  detail: WorkDetail[];
};

export type Today = {
  date: IsoDate;
  bank_through: IsoDate | null;
  backup_at: IsoDateTime | null;
  customers: number;
  open: Money;
  overdue: Money;
  /** What the green and amber letters of today ask together. */
  moving: Money;
  ageing: AgeingBucket[];
  /** In order of euros, most first. */
  work: WorkItem[];
  proposals: Proposal[];
};

// --- The list ---

export type Commands = {
  app_info: { req: Nothing; res: AppInfo };
  lock_after_set: { req: LockAfter; res: LockAfter };
  folder_suggest: { req: { name: string }; res: FolderSuggestion };
  creditor_from_invoice: { req: { file: string }; res: CreditorForm };
  creditor_check: { req: { creditor: CreditorForm }; res: CreditorCheck };
  passphrase_strength: { req: { passphrase: string }; res: PassphraseStrength };
  keychain_status: { req: { folder: string }; res: KeychainStatus };
  administration_create: { req: AdministrationCreate; res: AdministrationCreated };
  recovery_sheet_save: { req: RecoverySheetSave; res: SavedFile };
  administration_open: { req: AdministrationOpen; res: SessionReply };
  administration_lock: { req: Nothing; res: SessionReply };
  administration_close: { req: Nothing; res: SessionReply };
  sample_create: { req: SampleCreate; res: SessionReply };
  job_state: { req: Nothing; res: JobState };
  job_cancel: { req: { job: string }; res: JobState };
  today: { req: { date?: IsoDate }; res: Today };
};
