// Copies that are kept with an invoice: added by hand, or dropped on the window while it is open.

import { useMemo } from 'react';
import type { InvoiceFileRow } from '../../backend';
import { Button } from '../../components/Button';
import { useText } from '../../i18n';
import { paperName, type Subject } from '../acts/acts';
import { useActs } from '../acts/ActsProvider';
import { useTakesCopies } from '../files/dropTarget';
import { FileList } from '../files/FileList';
import { useAct } from '../session/useAct';

export function InvoiceFiles({ files, subject }: { files: readonly InvoiceFileRow[]; subject: Subject }) {
  const t = useText();
  const { begin } = useActs();
  const { act } = useAct();
  const { invoice = '', credit = false } = subject;
  const name = paperName(subject, t);
  const words = credit ? t.invoices.one.credit : t.invoices.one;
  useTakesCopies(
    useMemo(
      () => ({
        name,
        keep: (paths: readonly string[]) =>
          void paths.reduce<Promise<unknown>>(
            // One after the other, each with its own message and its own way back.
            (before, file) => before.then(() => act('invoice_file_add', { invoice, file })),
            Promise.resolve(),
          ),
      }),
      [act, invoice, name],
    ),
  );
  return (
    <section className="customer-part">
      <h2 className="part-title">{t.invoices.one.files}</h2>
      {files.length === 0 ? (
        <p className="quiet file-none">{words.noFiles}</p>
      ) : (
        <div className="file-none">
          <FileList files={files} />
        </div>
      )}
      <Button icon="attach" onPress={() => begin('file', subject)}>
        {t.customers.documents.add}
      </Button>
    </section>
  );
}
