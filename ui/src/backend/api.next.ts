// Commands that the core is about to answer, typed by hand until `cargo xtask types` makes them. Whoever builds
// a command takes its types away here.

import type {
  AgeingBucket,
  Channel,
  Claim,
  CustomerKind,
  Done,
  Gate,
  Language,
  LetterRow,
  Nothing,
  Proposal,
  ProposalKind,
  Reason,
  SavedFile,
  Step,
  WorkItem,
  WorkKind,
} from './api.gen';
import type { IsoDate, IsoDateTime, Money } from './wire';

// --- the whole administration on one day -------------------------------------------------------------------

/** Cash that is expected in one week. */
export type ExpectedWeek = { from: IsoDate; through: IsoDate; amount: Money; invoices: number };

/** When open invoices are expected: due date plus the customer's median days late. */
export type ExpectedCash = {
  weeks: ExpectedWeek[];
  /** After the last of the weeks. */
  later: Money;
  /** Expected before today and not in yet: no day is guessed for it. */
  past: Money;
  /** Disputed, held, handed over, insolvent, without a due date: no day is guessed for it. */
  unknown: Money;
  /** The administration's own median of days late; null while too little was paid to say. */
  median_days_late: number | null;
  /** How many customers have a median of their own. */
  customers_with_own: number;
};

export type Overview = {
  date: IsoDate;
  /** Number of facts in the log: changes whenever anything changed. */
  revision: number;
  bank_through: IsoDate | null;
  /** Whether that is old: `green`, `amber`, `red` as the gate judges it. */
  bank_gate: Gate;
  backup_at: IsoDateTime | null;
  /** Customers with something open. */
  customers: number;
  /** Everybody and everything ever known: both 0 in an empty administration. */
  known_customers: number;
  known_invoices: number;
  open: Money;
  overdue: Money;
  unallocated: Money;
  moving: Money;
  ageing: AgeingBucket[];
  work: WorkItem[];
  expected: ExpectedCash;
  /** Bank lines that wait for a place. */
  waiting_lines: number;
  /** Approved letters that are not handed over yet. */
  waiting_letters: number;
  /** Letters that left the program and are not confirmed as posted or sent. */
  unconfirmed_letters: number;
  /** A backup was put back, and what left since this day is not known; `settle_restored` answers it. */
  uncertain_since: IsoDate | null;
  /** The newest run. */
  last_run: { run: string; date: IsoDate; letters: number } | null;
};

export type ProposalsAsk = {
  work?: WorkKind;
  kind?: ProposalKind;
  gate?: Gate;
  /** Part of the customer's name or number, or of an invoice's number. */
  search?: string;
  /** `amount`: most euros first. `gate`: green, amber, red, and most euros first within. */
  order?: 'amount' | 'gate';
  offset: number;
  /** At most 500. */
  limit: number;
};

export type ProposalsPage = {
  total: number;
  amount: Money;
  /** Of everything that matches apart from `gate`. */
  counts: { green: number; amber: number; red: number };
  proposals: Proposal[];
};

// --- customers ---------------------------------------------------------------------------------------------

export type CustomerFilter =
  | 'open'
  | 'late'
  | 'held'
  | 'disputed'
  | 'promised'
  | 'handed_over'
  | 'insolvent'
  | 'unallocated'
  | 'kind_unknown'
  | 'consumer'
  | 'business'
  | 'government'
  | 'no_email'
  | 'no_address';

export type CustomerSort = 'name' | 'open' | 'late' | 'oldest' | 'on_time' | 'next';

export type CustomersAsk = {
  search?: string;
  /** All of them must hold. */
  filters?: CustomerFilter[];
  sort?: CustomerSort;
  descending?: boolean;
  offset: number;
  limit: number;
};

export type NextStep = {
  kind: ProposalKind;
  step: Step | null;
  /** When it is due; today or earlier: now. */
  on: IsoDate | null;
  /** Whether it may go, when it is due. */
  gate: Gate | null;
};

export type CustomerRow = {
  id: string;
  number: string | null;
  name: string;
  city: string | null;
  kind: CustomerKind;
  open: Money;
  late: Money;
  unallocated: Money;
  /** Open invoices. */
  invoices: number;
  oldest_due: IsoDate | null;
  days_late: number | null;
  /** Of the invoices paid in the last twelve months: percent in time, and the median of days late (negative: early). */
  on_time: number | null;
  median_days_late: number | null;
  /** Days late of the last twelve paid invoices, oldest first. */
  behaviour: number[];
  next: NextStep | null;
  flags: CustomerFilter[];
};

export type CustomersPage = { total: number; open: Money; late: Money; rows: CustomerRow[] };

export type TimelineKind =
  | 'invoice'
  | 'credit_note'
  | 'payment'
  | 'letter'
  | 'mail'
  | 'promise'
  | 'hold'
  | 'dispute'
  | 'note'
  | 'write_off'
  | 'waiver'
  | 'insolvency'
  | 'handover'
  | 'change';

export type TimelineEntry = {
  /** The fact; what `undo` takes. */
  id: string;
  date: IsoDate;
  kind: TimelineKind;
  /** In words. */
  title: string;
  detail: string | null;
  amount: Money | null;
  /** What it is about: `P-3`, `B-17`, an invoice's id. */
  ref: string | null;
  /** Whether it can be undone now. */
  undo: boolean;
};

export type AllocatedPart = { id: string; invoice: string; amount: Money };

export type PaymentRow = {
  id: string;
  date: IsoDate;
  amount: Money;
  /** In words: bank, cash. */
  source: string;
  /** What the bank said. */
  text: string | null;
  unallocated: Money;
  parts: AllocatedPart[];
};

/** A promise, hold, dispute or insolvency that counts today, or did. */
export type Agreement = {
  id: string;
  kind: 'promise' | 'hold' | 'dispute' | 'insolvency';
  /** Whether it still holds something back today. */
  active: boolean;
  /** In words. */
  title: string;
  reason: string | null;
  /** The invoice it is about; null: the customer. */
  invoice: string | null;
  amount: Money | null;
  since: IsoDate;
  until: IsoDate | null;
  undo: boolean;
};

export type CustomerDetail = {
  row: CustomerRow;
  kind_reason: string | null;
  attention: string | null;
  kvk: string | null;
  vat: string | null;
  email: string | null;
  phone: string | null;
  street: string | null;
  address_extra: string | null;
  postcode: string | null;
  postal_city: string | null;
  country: string | null;
  language: Language;
  ibans: string[];
  term_agreed: boolean | null;
  buys_goods: boolean;
  recurring: boolean;
  /** Agreed interest in words; null: statutory. */
  agreed_interest: string | null;
  own_plan: boolean;
  since: IsoDate | null;
  /** What is proposed today, and why. */
  proposals: Proposal[];
  /** The claim if it were asked today. */
  claim: Claim;
  items: InvoiceRow[];
  agreements: Agreement[];
  payments: PaymentRow[];
  letters: LetterRow[];
  dossiers: { id: string; date: IsoDate; file: string; sha256: string }[];
  timeline: TimelineEntry[];
};

// --- invoices ----------------------------------------------------------------------------------------------

export type InvoiceFilter =
  | 'open'
  | 'late'
  | 'not_due'
  | 'paid'
  | 'part_paid'
  | 'credit_note'
  | 'held'
  | 'disputed'
  | 'handed_over'
  | 'no_due_date';

export type InvoiceSort = 'number' | 'customer' | 'date' | 'due' | 'amount' | 'open' | 'days_late';

export type InvoicesAsk = {
  search?: string;
  filters?: InvoiceFilter[];
  /** Only of this customer. */
  customer?: string;
  sort?: InvoiceSort;
  descending?: boolean;
  offset: number;
  limit: number;
};

export type InvoiceRow = {
  id: string;
  number: string;
  kind: 'invoice' | 'credit_note';
  customer: string;
  name: string;
  date: IsoDate;
  due: IsoDate | null;
  amount: Money;
  open: Money;
  days_late: number | null;
  /** The last step that left. */
  stage: Step | null;
  next: NextStep | null;
  flags: InvoiceFilter[];
};

export type InvoicesPage = { total: number; amount: Money; open: Money; rows: InvoiceRow[] };

export type InvoiceMove = {
  date: IsoDate;
  what: 'invoiced' | 'payment' | 'credit' | 'write_off' | 'refund';
  /** In words. */
  label: string;
  /** Signed: what it did to what is open. */
  amount: Money;
  open_after: Money;
  /** `P-3`, a credit note's number. */
  ref: string | null;
  /** The allocation or fact that `undo` takes; null: not undoable by itself. */
  undo: string | null;
};

export type InvoiceFileRow = { id: string; name: string; media_type: string; bytes: number };

export type InvoiceDetail = {
  row: InvoiceRow;
  vat: Money | null;
  description: string | null;
  payment_reference: string | null;
  contract: string | null;
  received: IsoDate | null;
  credits: string | null;
  /** Why this is the last day of payment, or why there is none. */
  due_why: string | null;
  next_why: string | null;
  moves: InvoiceMove[];
  /** Principal, interest and costs of this invoice today. */
  growth: Explained;
  letters: LetterRow[];
  files: InvoiceFileRow[];
  agreements: Agreement[];
};

// --- why ---------------------------------------------------------------------------------------------------

/** One line of a calculation. */
export type ExplainedLine = {
  /** In words: "rente over € 1.038,23". */
  label: string;
  kind: 'principal' | 'interest' | 'costs' | 'vat' | 'payment' | 'waived' | 'credit';
  /** Signed; the lines of a part sum to its amount. */
  amount: Money;
  base: Money | null;
  percent: string | null;
  from: IsoDate | null;
  through: IsoDate | null;
  days: number | null;
  /** The article or decision, in words. */
  article: string | null;
};

export type ExplainedPart = { title: string; amount: Money; note: string | null; lines: ExplainedLine[] };

export type Explained = {
  date: IsoDate;
  total: Money;
  per_day: Money;
  parts: ExplainedPart[];
  /** What the user should know: a rate after its verified day, a rule that needs a lawyer. */
  warnings: string[];
};

// --- finding, history --------------------------------------------------------------------------------------

export type Found = {
  customers: { id: string; number: string | null; name: string; city: string | null; open: Money }[];
  invoices: {
    id: string;
    number: string;
    customer: string;
    name: string;
    open: Money;
    due: IsoDate | null;
  }[];
};

export type Act = { id: string; at: IsoDateTime; day: IsoDate; what: string; undo: boolean };

// --- plans and texts ---------------------------------------------------------------------------------------

export type PlanStep = { step: Step; after_days: number; channels: Channel[] };
export type DunningPlan = { min_interval_days: number; steps: PlanStep[] };
export type PlanKind = 'consumer' | 'business' | 'government';

export type PlanPreview = {
  /** Why it cannot be kept; empty: it can. */
  problems: Reason[];
  steps: {
    step: Step;
    /** Customers of this kind whose next step this is. */
    customers: number;
    /** Of them, letters that are due today, and for how much. */
    today: number;
    amount: Money;
    /** The first day on which it meets somebody. */
    first_on: IsoDate | null;
  }[];
  /** On real dates: an invoice that falls due today, step by step. */
  dates: { step: Step; on: IsoDate }[];
  /** Letters due today as the plan is now, and as it would be. */
  before: number;
  after: number;
  /** Customers who would get a letter today that they do not get now, and the other way round; at most 50 each. */
  added: { customer: string; name: string; step: Step }[];
  removed: { customer: string; name: string; step: Step }[];
};

export type TemplateRow = { name: string; step: Step | null; language: Language; changed: boolean };

export type TemplateText = {
  name: string;
  text: string;
  shipped: string;
  fields: { name: string; what: string; example: string }[];
  locked: { name: string; what: string; text: string }[];
  versions: { at: IsoDateTime; text: string }[];
};

export type TemplateChecked = {
  tried: number;
  problems: { customer: string; name: string; problem: string }[];
};

export type NextCommands = {
  overview: { req: { date?: IsoDate }; res: Overview };
  proposals: { req: ProposalsAsk; res: ProposalsPage };
  customers: { req: CustomersAsk; res: CustomersPage };
  customer_detail: { req: { customer: string; date?: IsoDate }; res: CustomerDetail };
  invoices: { req: InvoicesAsk; res: InvoicesPage };
  invoice_detail: { req: { invoice: string; date?: IsoDate }; res: InvoiceDetail };
  /** The claim of a customer, or of one invoice of it, line by line. */
  explain: { req: { customer: string; invoice?: string; date?: IsoDate }; res: Explained };
  find: { req: { text: string; limit: number }; res: Found };
  /** The newest acts, newest first; `before` is an act's id. */
  history: { req: { before?: string; limit: number }; res: { acts: Act[] } };

  /** Keeps a file (PDF, image, UBL) with an invoice. */
  invoice_file_add: { req: { invoice: string; file: string }; res: Done };
  invoice_file_save: { req: { file: string; out: string }; res: SavedFile };

  plan_preview: { req: { kind: PlanKind; plan: DunningPlan; date?: IsoDate }; res: PlanPreview };
  templates: { req: Nothing; res: { templates: TemplateRow[] } };
  template_read: { req: { name: string }; res: TemplateText };
  /** Tries a text on every customer who could ever get it. Long work. */
  template_check: { req: { name: string; text: string }; res: TemplateChecked };
};
