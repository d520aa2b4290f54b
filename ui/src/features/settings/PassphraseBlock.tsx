// A new passphrase. What is typed here is never kept beyond the form.

import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useBackend } from '../../backend';
import { Button } from '../../components/Button';
import { PassphraseField } from '../../components/PassphraseField';
import { ErrorStrip } from '../../components/States';
import { StrengthMeter, useStrength } from '../../components/StrengthMeter';
import { notify } from '../../components/Toast';
import { useText } from '../../i18n';
import { problemsOf, withoutFields } from '../session/problems';
import { Block } from './Part';
import { ProofField, useProof } from './ProofField';

export function PassphraseBlock() {
  const t = useText().settings.security;
  const backend = useBackend();
  const [next, setNext] = useState('');
  const [repeated, setRepeated] = useState('');
  const [tried, setTried] = useState(false);
  const strength = useStrength(next);
  const change = useMutation({
    mutationFn: () => backend.call('passphrase_change', { ...proof.proof, new_passphrase: next }),
    onSuccess: () => {
      proof.clear();
      for (const empty of [setNext, setRepeated]) empty('');
      setTried(false);
      notify({ tone: 'good', message: t.changed });
    },
    gcTime: 0,
  });
  const proof = useProof(() => change.error && change.reset());
  const problems = problemsOf(change.error);
  const typed = (set: (text: string) => void) => (text: string) => {
    set(text);
    if (change.error) change.reset();
  };
  const weak = strength !== undefined && !strength.acceptable;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (proof.given && next !== '' && !weak && next === repeated) change.mutate();
  };
  const nextProblem = () => {
    if (tried && next === '') return t.needed;
    return tried && weak ? t.weak : problems.new_passphrase;
  };
  return (
    <Block title={t.change} text={t.changeText}>
      <form className="part-form part-narrow" onSubmit={submit} noValidate>
        <ProofField of={proof} missing={tried && !proof.given} problems={problems} />
        <PassphraseField
          label={t.next}
          value={next}
          onChange={typed(setNext)}
          problem={nextProblem()}
          isNew
        />
        {next !== '' && <StrengthMeter strength={strength} />}
        <PassphraseField
          label={t.repeat}
          value={repeated}
          onChange={typed(setRepeated)}
          problem={tried && next !== '' && repeated !== next ? t.different : undefined}
          isNew
        />
        <ErrorStrip reason={withoutFields(change.error, [proof.way, 'new_passphrase'])} />
        <div className="part-buttons">
          <Button type="submit" icon="key" isPending={change.isPending}>
            {t.change}
          </Button>
        </div>
      </form>
    </Block>
  );
}
