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
import { problemsOf, withoutFields } from '../../session/problems';

type Props = {
  creditor: CreditorForm;
  onBack: () => void;
  onMade: (created: AdministrationCreated) => void;
};

export function SecretStep({ creditor, onBack, onMade }: Props) {
  const t = useText();
  const backend = useBackend();
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [remember, setRemember] = useState(false);
  const [tried, setTried] = useState(false);
  const strength = useStrength(passphrase);
  const suggested = useQuery({
    queryKey: ['folder_suggest', creditor.name],
    queryFn: () => backend.call('folder_suggest', { name: creditor.name }),
    gcTime: 0,
  }).data?.folder;
  const folder = chosen ?? suggested ?? '';
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
    if (passphrase !== '' && strength?.acceptable && !different) make.mutate();
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
          onChange={setPassphrase}
          problem={passphraseProblem()}
          autoFocus
          isNew
        />
        <StrengthMeter strength={strength} />
        <PassphraseField
          label={t.welcome.secret.repeat}
          value={repeated}
          onChange={setRepeated}
          problem={tried && passphrase !== '' && different ? t.welcome.secret.different : undefined}
          isNew
        />
        {keychain?.available === false ? (
          <p className="field-help">{keychain.why ?? t.welcome.secret.noKeychain}</p>
        ) : (
          <Checkbox value={remember} onChange={setRemember} help={t.welcome.secret.rememberHelp}>
            {t.welcome.secret.remember}
          </Checkbox>
        )}
      </div>
      <PathField
        label={t.welcome.secret.folder}
        help={t.welcome.secret.folderHelp}
        pickTitle={t.welcome.secret.folderPick}
        value={folder}
        onChange={setChosen}
        problem={problems.folder}
      />
      <ErrorStrip reason={withoutFields(make.error, ['folder', 'passphrase'])} />
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
