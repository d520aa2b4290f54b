// Copies that are kept with invoices: looked at here, or saved where one says.

import { useState } from 'react';
import type { InvoiceFileRow } from '../../backend';
import { Button } from '../../components/Button';
import { formatSize } from '../../components/fileSize';
import { useLanguage, useText } from '../../i18n';
import { useSaving } from '../acts/useSaving';
import { useMore } from '../customers/More';
import { KeptFileDialog } from './KeptFileDialog';

type Props = {
  files: readonly InvoiceFileRow[];
  /** Says of each of which invoice it is. */
  whose?: boolean;
};

export function FileList({ files, whose = false }: Props) {
  const t = useText();
  const lang = useLanguage();
  const { saveInvoiceFile } = useSaving();
  const [opened, setOpened] = useState<InvoiceFileRow | null>(null);
  const { shown, more } = useMore(files);
  const words = t.customers.documents;
  return (
    <>
      <ul className="documents">
        {shown.map((file) => {
          const { id, name, bytes, invoice } = file;
          return (
            <li key={id} className="document">
              <div className="document-words">
                <p className="document-name">{name}</p>
                {whose && <p className="field-help">{t.customers.one.forInvoice(invoice)}</p>}
              </div>
              <span className="quiet amount">{formatSize(bytes, lang)}</span>
              <div className="document-buttons">
                <Button weight="quiet" aria-label={words.showWhat(name)} onPress={() => setOpened(file)}>
                  {words.show}
                </Button>
                <Button
                  weight="quiet"
                  aria-label={`${words.save}: ${name}`}
                  onPress={() => void saveInvoiceFile(id, name)}
                >
                  {words.save}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {more}
      {opened && (
        <KeptFileDialog
          ask={{ file: opened.id }}
          title={`${opened.name} · ${t.customers.one.forInvoice(opened.invoice)}`}
          onSave={() => void saveInvoiceFile(opened.id, opened.name)}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
