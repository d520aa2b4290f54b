// What can be done with a result: copy it as text, look at its sheet, print it, or save it as PDF.

import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBackend, type CalcKind } from '../../backend';
import { Button } from '../../components/Button';
import { PdfView } from '../../components/pdf/PdfView';
import { usePrint } from '../../components/pdf/usePrint';
import { Sheet } from '../../components/Sheet';
import { ErrorStrip } from '../../components/States';
import { TextField } from '../../components/TextField';
import { notify } from '../../components/Toast';
import { useLanguage, useText } from '../../i18n';
import { useAction } from '../../keys/actions';
import { useDraft } from '../session/drafts';
import { useSession } from '../session/session';
import type { Asked } from './useCalculation';

type Props = { what: CalcKind; asked: Asked; text: readonly string[] };

function SheetView({
  what,
  asked,
  about,
  onClose,
}: Omit<Props, 'text'> & { about: string; onClose: () => void }) {
  const t = useText().calculator;
  const lang = useLanguage();
  const backend = useBackend();
  const { print } = usePrint();
  const { data, error } = useQuery({
    queryKey: ['calc_sheet_preview', lang, what, asked, about],
    queryFn: () => backend.call('calc_sheet_preview', { what, request: asked, about }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  return (
    <Sheet title={t.tabs[what]} isOpen onClose={onClose}>
      <div className="calc-sheet">
        <PdfView
          pdf={data?.pdf ?? null}
          label={t.tabs[what]}
          busy={!data}
          {...(error && { problem: <ErrorStrip reason={error} /> })}
          tools={
            <Button icon="print" isDisabled={!data} onPress={() => data && void print(data.pdf)}>
              {t.print}
            </Button>
          }
        />
      </div>
    </Sheet>
  );
}

export function SheetButtons({ what, asked, text }: Props) {
  const t = useText().calculator;
  const backend = useBackend();
  const { info } = useSession();
  const [about, setAbout] = useDraft('calc.about', '');
  const [viewing, setViewing] = useState(false);
  const save = useMutation({
    mutationFn: async () => {
      const out = await backend.saveFile({
        title: t.savePick,
        start: t.fileName(t.tabs[what], info.today),
        filters: [{ name: t.pdf, extensions: ['pdf'] }],
      });
      return out === null ? null : backend.call('calc_sheet', { what, request: asked, about, out });
    },
    onSuccess: (saved) => saved && notify({ tone: 'good', message: t.saved(saved.file) }),
  });
  const copy = async () => {
    const whole = [t.tabs[what], ...(about.trim() === '' ? [] : [about.trim()]), '', ...text].join('\n');
    try {
      await navigator.clipboard.writeText(whole);
      notify({ tone: 'good', message: t.copied });
    } catch {
      notify({ tone: 'error', message: t.copyFailed });
    }
  };
  useAction('calcCopy', () => void copy());
  useAction('calcSave', () => save.mutate());
  return (
    <div className="calc-out">
      <TextField label={t.about} help={t.aboutHelp} optional value={about} onChange={setAbout} />
      <div className="calc-buttons">
        <Button icon="copy" onPress={() => void copy()}>
          {t.copy}
        </Button>
        <Button icon="file" onPress={() => setViewing(true)}>
          {t.view}
        </Button>
        <Button weight="primary" icon="save" isPending={save.isPending} onPress={() => save.mutate()}>
          {t.save}
        </Button>
      </div>
      <ErrorStrip reason={save.error} />
      {viewing && <SheetView what={what} asked={asked} about={about} onClose={() => setViewing(false)} />}
    </div>
  );
}
