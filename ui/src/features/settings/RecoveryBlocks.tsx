// The recovery sheet: making a new one, and trying the code of the one you have.

import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useBackend } from '../../backend';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { ErrorStrip } from '../../components/States';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';
import { problemsOf, withoutFields } from '../session/problems';
import { NewSheetBlock } from './NewSheetBlock';
import { Block } from './Part';

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
      <NewSheetBlock />
      <Rehearsal />
    </>
  );
}
