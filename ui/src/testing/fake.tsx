// The third transport, for component tests only: answers are given by the test, calls are remembered.

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App } from '../App';
import {
  ApiFailure,
  type ApiError,
  type AppInfo,
  type ClosingWord,
  type CommandName,
  type Commands,
  type FileDrag,
  type Money,
  type SessionState,
  type Transport,
} from '../backend';
import { appInfo, creditor, open, overview, proposalsPage } from './fixtures';

export type Answers = {
  [Name in CommandName]?: (
    req: Commands[Name]['req'],
  ) => Commands[Name]['res'] | Promise<Commands[Name]['res']>;
};

export type Call = { name: CommandName; payload: unknown; lang: string };

export function refusal(error: Partial<ApiError> & { code: string }): ApiFailure {
  return new ApiFailure({ severity: 'error', message: '', hint: null, details: {}, fields: [], ...error });
}

const usual: Answers = {
  app_info: () => appInfo(),
  lock_after_set: (req) => req,
  folder_suggest: ({ name }) => ({ folder: `/home/kees/${name}.standvast` }),
  creditor_from_invoice: () => creditor,
  creditor_check: () => ({ problems: [] }),
  passphrase_strength: ({ passphrase }) => ({
    score: passphrase.length > 15 ? 4 : 1,
    bits: passphrase.length * 3,
    acceptable: passphrase.length > 15,
    advice: [],
  }),
  keychain_status: () => ({ available: true, stored: false, why: null }),
  administration_create: () => ({
    session: open,
    recovery_code: ['AAAA', 'BBBB', 'AAAA', 'CCCC'],
    notices: [],
  }),
  recovery_sheet_pdf: () => ({ pdf: btoa('blad') }),
  recovery_sheet_save: ({ file }) => ({ file, sha256: '00' }),
  administration_open: () => ({ session: open }),
  administration_lock: () => ({ session: { state: 'locked', folder: open.folder, name: open.name } }),
  administration_close: () => ({ session: { state: 'closed' } }),
  sample_create: ({ folder }) => ({
    session: open,
    folder,
    statement: `${folder}.camt.xml`,
    passphrase: 'molen boter lantaarn regen',
    customers: 60,
    invoices: 180,
  }),
  job_state: () => ({ job: null }),
  job_cancel: () => ({ job: null }),
  overview: () => overview(),
  proposals: (req) => proposalsPage(req),
  find: () => ({ customers: [], invoices: [] }),
  history: () => ({ acts: [] }),
  customers: () => ({ total: 0, open: '0.00' as Money, late: '0.00' as Money, rows: [] }),
};

/** The whole window over a core that answers as usual, unless the test says otherwise. */
export function renderApp(answers: Answers = {}, picked: string | null = null) {
  const calls: Call[] = [];
  const drags = new Set<(drag: FileDrag) => void>();
  const words: ClosingWord[] = [];
  const wanted = new Set<() => void>();
  let session: SessionState | null = null;
  const table = { ...usual, ...answers } as Record<string, (req: unknown) => unknown>;
  const transport: Transport = {
    async call(name, payload, lang) {
      calls.push({ name, payload, lang });
      const answer = table[name];
      if (!answer) throw new Error(`no answer for ${name}`);
      const reply = await answer(payload);
      // The core remembers the session; so does its stand-in.
      if (name === 'app_info') return session ? { ...(reply as AppInfo), session } : reply;
      session = (reply as { session?: SessionState }).session ?? session;
      return reply;
    },
    pickFolder: async () => picked,
    pickFile: async () => picked,
    saveFile: async () => picked,
    closing: {
      say: async (word) => void words.push(word),
      onWanted: (hear) => {
        wanted.add(hear);
        return () => wanted.delete(hear);
      },
    },
    onFileDrag: (hear) => {
      drags.add(hear);
      return () => drags.delete(hear);
    },
  };
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <App transport={transport} />
    </QueryClientProvider>,
  );
  const called = (name: CommandName) => calls.filter((call) => call.name === name);
  const drag = (what: FileDrag) =>
    act(() => {
      for (const hear of drags) hear(what);
    });
  /** The window's own close button. */
  const closeWindow = () =>
    act(() => {
      for (const hear of wanted) hear();
    });
  return { user: userEvent.setup(), calls, called, queries, drag, closeWindow, words };
}
