// Step three: the recovery code, which is seen once and must be saved or printed before one can go on.

import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useBackend, type AdministrationCreated } from '../../../backend';
import { Button } from '../../../components/Button';
import { Icon } from '../../../components/Icon';
import { PrintProgress } from '../../../components/pdf/PrintProgress';
import { usePrint } from '../../../components/pdf/usePrint';
import { ErrorStrip } from '../../../components/States';
import { Checkbox } from '../../../components/Toggle';
import { useText } from '../../../i18n';
import { putDraft, UNKEPT_SHEET } from '../../session/drafts';
import { inWordsOf } from '../../session/problems';

/** A company name without the signs that Windows refuses in a file name. */
function safeInFileName(name: string): string {
  return name
    .replace(/[\\/:*?"<>|]/g, ' ')
    .replace(/[.\s]+$/, '')
    .trim();
}

type Props = { name: string; created: AdministrationCreated; onDone: () => void };

export function SheetStep({ name, created, onDone }: Props) {
  const t = useText();
  const backend = useBackend();
  const save = useMutation({
    mutationFn: async () => {
      const file = await backend.saveFile({
        title: t.welcome.sheet.pick,
        start: t.welcome.sheet.fileName(safeInFileName(name)),
        filters: [{ name: t.welcome.sheet.filter, extensions: ['pdf'] }],
      });
      return file === null ? null : backend.call('recovery_sheet_save', { file });
    },
  });
  const saved = save.data ?? null;
  const { print, progress, stop } = usePrint();
  // That it came out of the printer only the user can see.
  const [shown, setShown] = useState(false);
  const [onPaper, setOnPaper] = useState(false);
  const printing = useMutation({
    mutationFn: async () => {
      const { pdf } = await backend.call('recovery_sheet_pdf', {});
      if (await print(pdf)) setShown(true);
    },
    gcTime: 0,
  });
  const kept = saved !== null || onPaper;
  useEffect(() => putDraft(UNKEPT_SHEET, !kept), [kept]);
  // Once it is saved, going on is what is asked for: the keys are there, not at saving it again.
  const foot = useRef<HTMLElement>(null);
  useEffect(() => {
    if (saved) foot.current?.querySelector<HTMLElement>('.button:last-of-type')?.focus();
  }, [saved]);

  return (
    <div className="create-form create-narrow">
      <div className="create-words">
        <h1>{t.welcome.sheet.title}</h1>
        <p className="quiet">{t.welcome.sheet.lead}</p>
      </div>
      <section className="code-card" aria-label={t.welcome.sheet.code}>
        <h2>{t.welcome.sheet.code}</h2>
        <ol className="code-groups">
          {created.recovery_code.map((group, index) => (
            // Groups may be equal; their place in the code is their name.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>{group}</li>
          ))}
        </ol>
        <p className="field-help">{t.welcome.sheet.once}</p>
      </section>
      <div className="create-saved" role="status">
        {saved && (
          <>
            <Icon name="done" />
            <div>
              <p>
                {t.welcome.sheet.saved}: <span className="create-file">{saved.file}</span>
              </p>
              <p>{t.welcome.sheet.printed}</p>
            </div>
          </>
        )}
      </div>
      {progress && <PrintProgress progress={progress} onStop={stop} />}
      {shown && !progress && (
        <Checkbox value={onPaper} onChange={setOnPaper}>
          {t.welcome.sheet.onPaper}
        </Checkbox>
      )}
      <ErrorStrip reason={inWordsOf(save.error ?? printing.error, t.error.place)} />
      <footer ref={foot} className="create-foot">
        <Button
          weight={kept ? 'plain' : 'primary'}
          icon="save"
          isPending={save.isPending}
          onPress={() => save.mutate()}
        >
          {saved ? t.welcome.sheet.saveAgain : t.welcome.sheet.save}
        </Button>
        <Button icon="print" isPending={printing.isPending} onPress={() => printing.mutate()}>
          {t.welcome.sheet.print}
        </Button>
        <p className="create-remark" id="sheet-first">
          {!kept && t.welcome.sheet.first}
        </p>
        <Button
          weight={kept ? 'primary' : 'plain'}
          isDisabled={!kept}
          aria-describedby="sheet-first"
          onPress={onDone}
        >
          {t.welcome.sheet.finish}
        </Button>
      </footer>
    </div>
  );
}
