// Everything the window says in Dutch. en.ts must have the same shape.

import { common } from './nl/common';
import { frame } from './nl/frame';
import { pdf } from './nl/pdf';
import { today } from './nl/today';
import { welcome } from './nl/welcome';

export const nl = { ...common, ...frame, welcome, today, pdf };

export type Text = typeof nl;
