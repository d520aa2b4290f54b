// Everything the window says in English, in the shape of the Dutch catalogue.

import { common } from './en/common';
import { texts } from './en/texts';
import { plan } from './en/plan';
import { pastRuns } from './en/pastRuns';
import { dunning } from './en/dunning';
import { acts } from './en/acts';
import { customers } from './en/customers';
import { invoices } from './en/invoices';
import { why } from './en/why';
import { dossiers } from './en/dossiers';
import { mail } from './en/mail';
import { calculator } from './en/calculator';
import { settings } from './en/settings';
import { bank } from './en/bank';
import { importing } from './en/importing';
import { frame } from './en/frame';
import { pdf } from './en/pdf';
import { today } from './en/today';
import { welcome } from './en/welcome';
import { desk } from './en/desk';
import { files } from './en/files';
import type { nl } from './nl';

export const en = {
  ...common,
  ...frame,
  ...desk,
  welcome,
  today,
  pdf,
  customers,
  invoices,
  acts,
  why,
  dunning,
  pastRuns,
  dossiers,
  mail,
  plan,
  texts,
  calculator,
  settings,
  bank,
  importing,
  files,
} satisfies typeof nl;
