// A new recovery sheet. The code on the old one holds until the new sheet has its place.

import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ApiFailure, useBackend } from '../../backend';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { PrintProgress } from '../../components/pdf/PrintProgress';
import { usePrint } from '../../components/pdf/usePrint';
import { ErrorStrip } from '../../components/States';
import { useText } from '../../i18n';
import { inWordsOf, problemsOf, withoutFields } from '../session/problems';
import { useSession } from '../session/session';
import { Block } from './Part';
import { ProofField, useProof, type Proof } from './ProofField';

/** A name without the signs that no file system takes. */
const safe = (name: string) => name.replaceAll(/[<>:"/\\|?*]/g, ' ').trim();

/** Asks for a place and saves the sheet there; with a proof, that of a new code. */
function useSave() {
  const t = useText().settings.security;
  const backend = useBackend();
  const { session } = useSession();
  const name = session.state === 'open' ? session.name : '';
  return useMutation({
    mutationFn: async (proof: Proof | Record<string, never>) => {
      const file = await backend.saveFile({
        title: t.sheet,
        start: t.sheetFile(safe(name)),
        filters: [{ name: t.pdf, extensions: ['pdf'] }],
      });
      return file === null ? null : backend.call('recovery_sheet_save', { file, ...proof });
    },
    gcTime: 0,
  });
}

/** Where the new sheet is, and ways to have it once more while its code is still known. */
function Made({ file }: { file: string }) {
  const text = useText();
  const t = text.settings.security;
  const backend = useBackend();
  const again = useSave();
  const { print, progress, stop } = usePrint();
  const printing = useMutation({
    mutationFn: async () => print((await backend.call('recovery_sheet_pdf', {})).pdf),
    gcTime: 0,
  });
  return (
    <>
      <p className="part-good" role="status">
        <Icon name="done" />
        {t.sheetSaved(again.data?.file ?? file)}
      </p>
      <ErrorStrip reason={inWordsOf(again.error ?? printing.error, text.error.place)} />
      {progress && <PrintProgress progress={progress} onStop={stop} />}
      <div className="part-buttons">
        <Button icon="print" isPending={printing.isPending} onPress={() => printing.mutate()}>
          {text.welcome.sheet.print}
        </Button>
        <Button isPending={again.isPending} onPress={() => again.mutate({})}>
          {text.welcome.sheet.saveAgain}
        </Button>
      </div>
    </>
  );
}

export function NewSheetBlock() {
  const text = useText();
  const t = text.settings.security;
  const [tried, setTried] = useState(false);
  const [file, setFile] = useState<string | null>(null);
  const make = useSave();
  const proof = useProof(() => {
    setTried(false);
    if (make.error) make.reset();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!proof.given) return;
    make.mutate(proof.proof, {
      onSuccess: (saved) => {
        if (saved === null) return;
        proof.clear();
        setFile(saved.file);
      },
    });
  };
  const refused = withoutFields(make.error, [proof.way]);
  return (
    <Block title={t.sheet} text={t.sheetText}>
      <form className="part-form part-narrow" onSubmit={submit} noValidate>
        <ProofField
          of={proof}
          missing={tried && !proof.given && !make.data}
          problems={problemsOf(make.error)}
        />
        <ErrorStrip reason={inWordsOf(refused, text.error.place)} />
        {refused instanceof ApiFailure && <p className="quiet">{t.sheetKept}</p>}
        <div className="part-buttons">
          <Button type="submit" icon="save" isPending={make.isPending}>
            {t.sheetSave}
          </Button>
        </div>
        {file !== null && <Made key={file} file={file} />}
      </form>
    </Block>
  );
}
