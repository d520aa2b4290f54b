// What the window needs from its surroundings. Two ways exist (the application, the test bridge in a browser);
// component tests bring a third.

import type { ApiError, Commands as Generated } from './api.gen';
import type { NextCommands } from './api.next';
import type { Lang } from './wire';

export type Commands = Generated & NextCommands;

export type CommandName = keyof Commands;

export type FileFilter = { name: string; extensions: string[] };

export type PickOptions = {
  title: string;
  /** The folder to begin in, or for saving: the whole suggested path. */
  start?: string;
  filters?: FileFilter[];
};

/** Files that are dragged over the window, taken away again, or dropped on it. */
export type FileDrag = { what: 'over' } | { what: 'away' } | { what: 'dropped'; paths: string[] };

/** What the page says about the closing of its window. */
export type ClosingWord =
  /** It holds work that closing would lose, or none any more. */
  | 'unfinished'
  | 'finished'
  /** It was told that the window is to close: the question stands there, the user stays, the window may go. */
  | 'asking'
  | 'stay'
  | 'leave';

/** The window's own end. As long as the page said nothing of work, the window closes without asking. */
export interface Closing {
  say(word: ClosingWord): Promise<void>;
  /** Tells that the user wants to close the window, until the answer is called. */
  onWanted(hear: () => void): () => void;
}

export interface Transport {
  call(name: CommandName, payload: unknown, lang: Lang): Promise<unknown>;
  pickFolder(options: PickOptions): Promise<string | null>;
  pickFile(options: PickOptions): Promise<string | null>;
  saveFile(options: PickOptions): Promise<string | null>;
  /** Shows the print dialog for what the window holds for the printer; false: there is no way to a printer. */
  print?(): Promise<boolean>;
  /** Only where there is a window of our own to close. */
  closing?: Closing;
  /** Tells of dragged files until the answer is called. */
  onFileDrag(hear: (drag: FileDrag) => void): () => void;
}

/** A refused or failed command, as the core worded it. */
export class ApiFailure extends Error {
  readonly error: ApiError;

  constructor(error: ApiError) {
    super(error.message);
    this.name = 'ApiFailure';
    this.error = error;
  }
}

/** The codes that this side gives: the core was not there to word them, so the catalogue does. */
export type LocalCode = 'core_unreachable' | 'answer_not_understood';

export function localFailure(code: LocalCode, details: Record<string, unknown> = {}): ApiFailure {
  return new ApiFailure({ code, severity: 'error', message: '', hint: null, details, fields: [] });
}

export function isApiError(value: unknown): value is ApiError {
  if (typeof value !== 'object' || value === null) return false;
  const error = value as Partial<ApiError>;
  return typeof error.code === 'string' && typeof error.message === 'string' && Array.isArray(error.fields);
}
