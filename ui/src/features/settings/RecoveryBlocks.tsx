// The recovery sheet: making a new one, and trying the code of the one you have.

import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useBackend } from '../../backend';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { ErrorStrip } from '../../components/States';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';
import { inWordsOf, problemsOf, withoutFields } from '../session/problems';
import { useSession } from '../session/session';
import { Block } from './Part';
import { ProofField, useProof } from './ProofField';

/** A name without the signs that no file system takes. */
const safe = (name: string) => name.replaceAll(/[<>:"/\\|?*]/g, ' ').trim();

function NewSheet() {
  const text = useText();
  const t = text.settings.security;
  const backend = useBackend();
  const { session } = useSession();
  const [tried, setTried] = useState(false);
  const name = session.state === 'open' ? session.name : '';
  const make = useMutation({
    mutationFn: async () => {
      const file = await backend.saveFile({
        title: t.sheet,
        start: t.sheetFile(safe(name)),
        filters: [{ name: t.pdf, extensions: ['pdf'] }],
      });
      return file === null ? null : backend.call('recovery_sheet_save', { file, ...proof.proof });
    },
    onSuccess: (saved) => saved && proof.clear(),
    gcTime: 0,
  });
  const proof = useProof(() => {
    setTried(false);
    if (make.error) make.reset();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (proof.given) make.mutate();
  };
  return (
    <Block title={t.sheet} text={t.sheetText}>
      <form className="part-form part-narrow" onSubmit={submit} noValidate>
        <ProofField
          of={proof}
          missing={tried && !proof.given && !make.data}
          problems={problemsOf(make.error)}
        />
        <ErrorStrip reason={inWordsOf(withoutFields(make.error, [proof.way]), text.error.place)} />
        <div className="part-buttons">
          <Button type="submit" icon="save" isPending={make.isPending}>
            {t.sheetSave}
          </Button>
        </div>
        {make.data && (
          <p className="part-good" role="status">
            <Icon name="done" />
            {t.sheetSaved(make.data.file)}
          </p>
        )}
      </form>
    </Block>
  );
}

function Rehearsal() {
  const t = useText().settings.security;
  const backend = useBackend();
  const [code, setCode] = useState('');
  const test = useMutation({
    mutationFn: () => backend.call('recovery_test', { recovery_code: code }),
    onSuccess: () => setCode(''),
    gcTime: 0,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') test.mutate();
  };
  return (
    <Block title={t.rehearse} text={t.rehearseText}>
      <form className="part-form part-narrow" onSubmit={submit} noValidate>
        <TextField
          label={t.code}
          help={t.codeHelp}
          value={code}
          onChange={(text) => {
            setCode(text);
            if (test.error || test.data) test.reset();
          }}
          problem={problemsOf(test.error).recovery_code}
          mono
          autoComplete="off"
          spellCheck="false"
        />
        <ErrorStrip reason={withoutFields(test.error, ['recovery_code'])} />
        <div className="part-buttons">
          <Button type="submit" isDisabled={code.trim() === ''} isPending={test.isPending}>
            {t.try}
          </Button>
        </div>
        {test.data && (
          <p className="part-good" role="status">
            <Icon name="done" />
            {t.opens}
          </p>
        )}
      </form>
    </Block>
  );
}

export function RecoveryBlocks() {
  return (
    <>
      <NewSheet />
      <Rehearsal />
    </>
  );
}
