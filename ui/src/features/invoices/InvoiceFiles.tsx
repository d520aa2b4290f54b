// Copies that are kept with an invoice.

import type { InvoiceFileRow } from '../../backend';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { useText } from '../../i18n';
import type { Subject } from '../acts/acts';
import { useActs } from '../acts/ActsProvider';
import { useSaving } from '../acts/useSaving';

const KB = 1024;

export function InvoiceFiles({ files, subject }: { files: readonly InvoiceFileRow[]; subject: Subject }) {
  const t = useText();
  const { begin } = useActs();
  const { saveInvoiceFile } = useSaving();
  const words = t.customers.documents;
  return (
    <section className="customer-part">
      <h2 className="part-title">{t.invoices.one.files}</h2>
      {files.length === 0 && <p className="quiet file-none">{t.invoices.one.noFiles}</p>}
      {files.length > 0 && (
        <ul className="documents file-none">
          {files.map(({ id, name, bytes }) => (
            <li key={id} className="document">
              <Icon name="attach" size={16} />
              <div className="document-words">
                <p>{name}</p>
                <p className="field-help">{words.size(Math.max(1, Math.round(bytes / KB)))}</p>
              </div>
              <Button
                weight="quiet"
                aria-label={`${words.save}: ${name}`}
                onPress={() => void saveInvoiceFile(id, name)}
              >
                {words.save}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button icon="attach" onPress={() => begin('file', subject)}>
        {words.add}
      </Button>
    </section>
  );
}
