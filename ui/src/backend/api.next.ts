// Commands that the core is about to answer, typed by hand until `cargo xtask types` makes them. Whoever builds
// a command takes its types away here.

import type { Channel, Done, Language, Nothing, Reason, SavedFile, Step } from './api.gen';
import type { IsoDate, IsoDateTime, Money } from './wire';

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
  /** Keeps a file (PDF, image, UBL) with an invoice. */
  invoice_file_add: { req: { invoice: string; file: string }; res: Done };
  invoice_file_save: { req: { file: string; out: string }; res: SavedFile };

  plan_preview: { req: { kind: PlanKind; plan: DunningPlan; date?: IsoDate }; res: PlanPreview };
  templates: { req: Nothing; res: { templates: TemplateRow[] } };
  template_read: { req: { name: string }; res: TemplateText };
  /** Tries a text on every customer who could ever get it. Long work. */
  template_check: { req: { name: string; text: string }; res: TemplateChecked };
};
