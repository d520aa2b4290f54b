// The text on one letter, while it is typed: on a customer who gets it today, on one who could, or on an invented
// one, and always said which.

import { useEffect, useMemo, useState } from 'react';
import { ApiFailure, type TemplateRow } from '../../../backend';
import { Chip } from '../../../components/Chip';
import { PdfView } from '../../../components/pdf/PdfView';
import { PickOne } from '../../../components/PickOne';
import { ErrorStrip } from '../../../components/States';
import { useText } from '../../../i18n';
import { useSample, useSampleCustomers } from './useSample';

type Props = {
  row: TemplateRow;
  /** What is typed; undefined: nothing yet. */
  text: string | undefined;
  onRefused: (reason: unknown) => void;
};

/** No customer has this as its id. */
const INVENTED = 'invented';

/** Refusals of the words themselves are told with the words. */
const isOfText = (error: unknown) => error instanceof ApiFailure && error.error.code.startsWith('template_');

export function TemplatePreviewPane({ row, text, onRefused }: Props) {
  const t = useText();
  const words = t.texts;
  const customers = useSampleCustomers(row.name);
  const [chosen, setChosen] = useState<string | null>(null);
  const first = customers.data?.[0]?.customer ?? (customers.data || customers.error ? INVENTED : undefined);
  const of = chosen ?? first;
  const { sample, error, busy } = useSample(row.name, of === INVENTED ? null : of, text);
  const options = useMemo(
    () => [
      ...(customers.data ?? []).map(({ customer: id, name }) => ({ id, name })),
      { id: INVENTED, name: words.invented },
    ],
    [customers.data, words],
  );

  useEffect(() => {
    if (!busy) onRefused(text === undefined || !isOfText(error) ? null : error);
  }, [busy, error, text, onRefused]);

  const said =
    row.step === null && sample?.of === 'possible' ? words.of.statement : sample && words.of[sample.of];
  const problem = () => {
    if (of === undefined) return <p className="template-note">{words.looking}</p>;
    return error && !isOfText(error) ? <ErrorStrip reason={error} /> : null;
  };
  return (
    <PdfView
      pdf={sample?.pdf ?? null}
      label={words.preview}
      busy={busy}
      problem={problem()}
      tools={
        // Whom the box offers is read once, when it is made.
        customers.isFetched && (
          <PickOne label={words.on} options={options} value={of ?? null} onChange={(id) => setChosen(id)} />
        )
      }
      foot={
        sample &&
        !error && (
          <p className="template-of">
            {sample.of === 'invented' && <Chip tone="held">{sample.name}</Chip>} {said}
          </p>
        )
      }
    />
  );
}
