// Everything the window says in English, in the shape of the Dutch catalogue.

import { common } from './en/common';
import { frame } from './en/frame';
import { pdf } from './en/pdf';
import { today } from './en/today';
import { welcome } from './en/welcome';
import { desk } from './en/desk';
import type { nl } from './nl';

export const en = { ...common, ...frame, ...desk, welcome, today, pdf } satisfies typeof nl;
