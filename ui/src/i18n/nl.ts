// Everything the window says in Dutch. en.ts must have the same shape.

import { common } from './nl/common';
import { texts } from './nl/texts';
import { plan } from './nl/plan';
import { pastRuns } from './nl/pastRuns';
import { dunning } from './nl/dunning';
import { acts } from './nl/acts';
import { customers } from './nl/customers';
import { invoices } from './nl/invoices';
import { why } from './nl/why';
import { dossiers } from './nl/dossiers';
import { mail } from './nl/mail';
import { calculator } from './nl/calculator';
import { settings } from './nl/settings';
import { bank } from './nl/bank';
import { importing } from './nl/importing';
import { frame } from './nl/frame';
import { pdf } from './nl/pdf';
import { today } from './nl/today';
import { welcome } from './nl/welcome';
import { desk } from './nl/desk';
import { files } from './nl/files';

export const nl = {
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
};

export type Text = typeof nl;
