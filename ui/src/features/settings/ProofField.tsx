// What shows that it is you: the passphrase of now, or the recovery code of whoever forgot it.

import { useState } from 'react';
import { Button } from '../../components/Button';
import { PassphraseField } from '../../components/PassphraseField';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';

export type Proof = { passphrase: string } | { recovery_code: string };

/** What is typed to show who it is. It is kept nowhere but in the form. */
export function useProof(onTyped: () => void) {
  const [way, setWay] = useState<'passphrase' | 'recovery_code'>('passphrase');
  const [secret, setSecret] = useState('');
  const proof: Proof = way === 'passphrase' ? { passphrase: secret } : { recovery_code: secret };
  return {
    way,
    secret,
    proof,
    given: secret.trim() !== '',
    type: (text: string) => {
      setSecret(text);
      onTyped();
    },
    clear: () => setSecret(''),
    turn: () => {
      setWay(way === 'passphrase' ? 'recovery_code' : 'passphrase');
      setSecret('');
      onTyped();
    },
  };
}

export function ProofField(props: {
  of: ReturnType<typeof useProof>;
  /** Whether it was tried without. */
  missing: boolean;
  problems: { [field: string]: string };
}) {
  const { way, secret, type, turn } = props.of;
  const text = useText();
  const t = text.settings.security;
  // Somebody who turned it is about to type here.
  const [turned, setTurned] = useState(false);
  const field = {
    value: secret,
    onChange: type,
    problem: props.missing ? t.needed : props.problems[way],
    autoFocus: turned,
  };
  return (
    <div className="part-proof">
      {way === 'passphrase' ? (
        <PassphraseField key={way} label={t.current} {...field} />
      ) : (
        <TextField
          key={way}
          label={t.code}
          help={t.codeHelp}
          {...field}
          mono
          autoComplete="off"
          spellCheck="false"
        />
      )}
      <Button
        weight="link"
        onPress={() => {
          setTurned(true);
          turn();
        }}
      >
        {way === 'passphrase' ? text.unlock.useRecovery : text.unlock.usePassphrase}
      </Button>
    </div>
  );
}
