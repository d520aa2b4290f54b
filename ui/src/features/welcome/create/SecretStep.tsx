// Step two: the passphrase, and where the administration will stand.

import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useBackend, type AdministrationCreated, type CreditorForm } from '../../../backend';
import { Button } from '../../../components/Button';
import { PassphraseField } from '../../../components/PassphraseField';
import { PathField } from '../../../components/PathField';
import { ErrorStrip } from '../../../components/States';
import { StrengthMeter, useStrength } from '../../../components/StrengthMeter';
import { Checkbox } from '../../../components/Toggle';
import { useText } from '../../../i18n';
import { inWordsOf, problemsOf, withoutFields } from '../../session/problems';

export type Secret = {
  passphrase: string;
  repeated: string;
  /** Null: where the core would put it. */
  folder: string | null;
  remember: boolean;
};

export const noSecret: Secret = { passphrase: '', repeated: '', folder: null, remember: false };

type Props = {
  creditor: CreditorForm;
  /** Kept by the room, so that a step back and forth loses nothing. */
  secret: Secret;
  onChange: (secret: Secret) => void;
  onBack: () => void;
  onMade: (created: AdministrationCreated) => void;
};

export function SecretStep({ creditor, secret, onChange, onBack, onMade }: Props) {
  const t = useText();
  const backend = useBackend();
  const { passphrase, repeated, remember } = secret;
  const change = (part: Partial<Secret>) => onChange({ ...secret, ...part });
  const [tried, setTried] = useState(false);
  const strength = useStrength(passphrase);
  const suggested = useQuery({
    queryKey: ['folder_suggest', creditor.name],
    queryFn: () => backend.call('folder_suggest', { name: creditor.name }),
    gcTime: 0,
  }).data?.folder;
  const folder = secret.folder ?? suggested ?? '';
  const nowhere = secret.folder !== null && folder.trim() === '';
  const keychain = useQuery({
    queryKey: ['keychain_status', folder],
    queryFn: () => backend.call('keychain_status', { folder }),
    enabled: folder !== '',
    placeholderData: (previous) => previous,
    gcTime: 0,
  }).data;

  const make = useMutation({
    mutationFn: () => backend.call('administration_create', { folder, creditor, passphrase, remember }),
    onSuccess: onMade,
    gcTime: 0,
  });

  const weak = strength !== undefined && !strength.acceptable;
  const different = repeated !== passphrase;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (passphrase !== '' && strength?.acceptable && !different && !nowhere) make.mutate();
  };
  const problems = problemsOf(make.error);
  const passphraseProblem = () => {
    if (!tried) return undefined;
    if (passphrase === '') return t.welcome.secret.needed;
    return weak ? t.welcome.secret.weak : problems.passphrase;
  };

  return (
    <form className="create-form create-narrow" onSubmit={submit} noValidate>
      <div className="create-words">
        <h1>{t.welcome.secret.title}</h1>
        <p className="quiet">{t.welcome.secret.lead}</p>
      </div>
      <div className="create-block">
        <PassphraseField
          label={t.welcome.secret.passphrase}
          value={passphrase}
          onChange={(text) => change({ passphrase: text })}
          problem={passphraseProblem()}
          autoFocus
          isNew
        />
        <StrengthMeter strength={strength} />
        <PassphraseField
          label={t.welcome.secret.repeat}
          value={repeated}
          onChange={(text) => change({ repeated: text })}
          problem={tried && passphrase !== '' && different ? t.welcome.secret.different : undefined}
          isNew
        />
        {keychain?.available === false ? (
          <p className="field-help">{keychain.why ?? t.welcome.secret.noKeychain}</p>
        ) : (
          <Checkbox
            value={remember}
            onChange={(yes) => change({ remember: yes })}
            help={t.welcome.secret.rememberHelp}
          >
            {t.welcome.secret.remember}
          </Checkbox>
        )}
      </div>
      <PathField
        label={t.welcome.secret.folder}
        help={t.welcome.secret.folderHelp}
        pickTitle={t.welcome.secret.folderPick}
        value={folder}
        onChange={(place) => {
          change({ folder: place });
          if (make.error) make.reset();
        }}
        problem={tried && nowhere ? t.welcome.secret.folderNeeded : problems.folder}
      />
      <ErrorStrip reason={inWordsOf(withoutFields(make.error, ['folder', 'passphrase']), t.error.place)} />
      <footer className="create-foot">
        <Button onPress={onBack} isDisabled={make.isPending}>
          {t.common.back}
        </Button>
        <Button weight="primary" type="submit" isPending={make.isPending}>
          {make.isPending ? t.welcome.secret.making : t.welcome.secret.submit}
        </Button>
      </footer>
    </form>
  );
}
