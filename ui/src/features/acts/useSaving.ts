// Files that the user asks for, where he asks: a statement of account, a letter, a copy of it.

import { useCallback } from 'react';
import { useBackend, type CommandName, type SavedFile } from '../../backend';
import { wordError } from '../../components/States';
import { notify } from '../../components/Toast';
import { useText } from '../../i18n';
import { useSession } from '../session/session';
import type { Subject } from './acts';

const PDF = { name: 'PDF', extensions: ['pdf'] };

type Saves = Extract<CommandName, 'statement' | 'letter_copy' | 'letter_save' | 'invoice_file_save'>;

/** Without what a file's name may not have. */
export function fileName(text: string): string {
  return text
    .replaceAll(/[\\/:*?"<>|]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
}

export function useSaving() {
  const t = useText();
  const backend = useBackend();
  const { info } = useSession();
  const save = useCallback(
    async (title: string, name: string, write: (out: string) => Promise<SavedFile>) => {
      const pdf = /\.pdf$/i.test(name);
      const out = await backend.saveFile({
        title,
        start: fileName(name),
        ...(pdf && { filters: [PDF] }),
      });
      if (out === null) return;
      try {
        const { file } = await write(out);
        notify({ tone: 'good', message: t.acts.saved(file) });
      } catch (reason) {
        const error = wordError(reason, t);
        notify({ tone: 'error', message: error.message, hint: error.hint });
      }
    },
    [backend, t],
  );
  const call = useCallback(
    <Name extends Saves>(name: Name, payload: Parameters<typeof backend.call<Name>>[1]) =>
      backend.call(name, payload) as Promise<SavedFile>,
    [backend],
  );
  return {
    saveStatement: useCallback(
      ({ customer, name }: Subject) =>
        save(t.acts.statementTitle, t.acts.statementFile(name, info.today), (out) =>
          call('statement', { customer, out }),
        ),
      [save, call, t, info.today],
    ),
    saveCopy: useCallback(
      (letter: string) =>
        save(t.acts.copyTitle, t.acts.copyFile(letter), (out) => call('letter_copy', { letter, out })),
      [save, call, t],
    ),
    saveLetter: useCallback(
      (letter: string) =>
        save(t.acts.letterTitle, t.acts.letterFile(letter), (out) => call('letter_save', { letter, out })),
      [save, call, t],
    ),
    saveInvoiceFile: useCallback(
      (file: string, name: string) =>
        save(t.files.saveTitle, name, (out) => call('invoice_file_save', { file, out })),
      [save, call, t],
    ),
  };
}
