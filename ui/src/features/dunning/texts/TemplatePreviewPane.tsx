// The text on a real customer, as it would leave today, while it is typed.

import { useEffect, useMemo, useState } from 'react';
import type { TemplateRow } from '../../../backend';
import { PdfView } from '../../../components/pdf/PdfView';
import { PickOne } from '../../../components/PickOne';
import { useText } from '../../../i18n';
import { useLetter } from '../run/useLetter';
import { useFirstInLanguage, usePreviewCustomers } from './usePreviewCustomers';

type Props = {
  row: TemplateRow;
  saved: string;
  /** What is typed; undefined: nothing yet. */
  text: string | undefined;
  onRefused: (reason: unknown) => void;
};

export function TemplatePreviewPane({ row, saved, text, onRefused }: Props) {
  const t = useText();
  const words = t.texts;
  const { step } = row;
  const candidates = usePreviewCustomers(step);
  const first = useFirstInLanguage(step, saved, candidates.data);
  const [chosen, setChosen] = useState<string | null>(null);
  const customer = chosen ?? first.data?.customer ?? null;
  const which = useMemo(() => (customer && step ? { customer, step } : null), [customer, step]);
  const drawn = useLetter(which, text);
  const { preview, error, busy } = drawn;
  const other = preview !== undefined && !busy && preview.text_default !== saved;
  const options = useMemo(
    () => (candidates.data ?? []).map(({ customer: id, name }) => ({ id, name })),
    [candidates.data],
  );

  useEffect(() => {
    if (!busy) onRefused(text === undefined ? null : error);
  }, [busy, error, text, onRefused]);

  const nobody = step === null || (candidates.data && !candidates.isFetching && customer === null);
  const problem = () => {
    if (other) return <p className="template-note">{words.otherLanguage}</p>;
    if (nobody && !first.isFetching) return <p className="template-note">{words.nobody}</p>;
    if (candidates.isFetching || first.isFetching) return <p className="template-note">{words.looking}</p>;
    return null;
  };
  return (
    <PdfView
      pdf={preview?.pdf ?? null}
      label={words.preview}
      busy={busy}
      problem={problem()}
      tools={
        options.length > 0 && (
          <PickOne label={words.on} options={options} value={customer} onChange={(id) => setChosen(id)} />
        )
      }
    />
  );
}
