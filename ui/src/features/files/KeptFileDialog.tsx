// A kept file, looked at without saving it: a PDF page by page, a picture, an e-invoice by what it says.

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBackend, type KeptFile, type KeptFileAsk } from '../../backend';
import { Button, IconButton } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { PdfView } from '../../components/pdf/PdfView';
import { ErrorStrip, Skeleton } from '../../components/States';
import { useLanguage, useText } from '../../i18n';
import './files.css';

type Props = {
  ask: KeptFileAsk;
  title: string;
  onSave?: () => void;
  onClose: () => void;
};

function EInvoice({ file }: { file: KeptFile }) {
  const t = useText();
  return (
    <>
      <p className="field-help">{t.files.asRead}</p>
      <dl className="details file-fields">
        {file.fields.map(({ label, value }, at) => (
          // Both parties may be registered: a label may come twice.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at}>
            <dt>{label}</dt>
            <dd className="amount-wrap">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Shown({ file, label }: { file: KeptFile; label: string }) {
  const t = useText();
  switch (file.view) {
    case 'pdf':
      return (
        <div className="letter-view">
          <PdfView pdf={file.data} label={label} />
        </div>
      );
    case 'image':
      return (
        // Focusable, because a large picture scrolls.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="file-image" tabIndex={0} role="region" aria-label={label}>
          <img src={`data:${file.media_type};base64,${file.data ?? ''}`} alt={label} />
        </div>
      );
    case 'e_invoice':
      return <EInvoice file={file} />;
    case 'text':
      return (
        // Focusable, because it scrolls.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className="file-text" tabIndex={0} aria-label={label}>
          {file.text}
        </pre>
      );
    default:
      return <p>{t.files.notShown}</p>;
  }
}

export function KeptFileDialog({ ask, title, onSave, onClose }: Props) {
  const t = useText();
  const lang = useLanguage();
  const backend = useBackend();
  const [at, setAt] = useState(0);
  const { data, error } = useQuery({
    queryKey: ['kept_file', lang, ask.file, ask.letter, at],
    queryFn: () => backend.call('kept_file', { ...ask, ...(ask.letter !== undefined && { at }) }),
    staleTime: Infinity,
    // It may be large: it is not kept longer than it is looked at.
    gcTime: 0,
  });
  const many = data?.count ?? 1;
  return (
    <Dialog
      title={title}
      isOpen
      wide
      onClose={onClose}
      buttons={
        onSave && (
          <Button icon="save" onPress={onSave}>
            {t.customers.documents.save}
          </Button>
        )
      }
    >
      {many > 1 && (
        <p className="file-turn">
          <IconButton
            icon="back"
            label={t.files.previous}
            isDisabled={at === 0}
            onPress={() => setAt(at - 1)}
          />
          <span>{t.files.which(at + 1, many)}</span>
          <IconButton
            icon="forward"
            label={t.files.next}
            isDisabled={at + 1 >= many}
            onPress={() => setAt(at + 1)}
          />
        </p>
      )}
      {data ? (
        <Shown key={at} file={data} label={data.name} />
      ) : error ? (
        <ErrorStrip reason={error} />
      ) : (
        <Skeleton lines={['block', 'block']} />
      )}
    </Dialog>
  );
}
