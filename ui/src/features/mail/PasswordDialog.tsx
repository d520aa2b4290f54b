// The password of the mail account, asked when it is needed. It is kept in memory until the administration is
// locked, or in the keychain when the user wants that; never in the form.

import { useState, type FormEvent } from 'react';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { PassphraseField } from '../../components/PassphraseField';
import { ErrorStrip } from '../../components/States';
import { Checkbox } from '../../components/Toggle';
import { useText } from '../../i18n';
import { problemsOf, withoutFields } from '../session/problems';
import { useAct } from '../session/useAct';
import { useMailAccount } from './useOutbox';

type Props = { onClose: () => void; onGiven: () => void };

export function PasswordDialog({ onClose, onGiven }: Props) {
  const t = useText();
  const words = t.mail.password;
  const { data } = useMailAccount();
  const { act, busy, failure } = useAct();
  const [password, setPassword] = useState('');
  const [remember, setRemember] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const kept = await act('mail_password', { password, remember }, { quiet: true, ownErrors: true });
    if (!kept) return;
    setPassword('');
    onGiven();
  };
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{t.common.cancel}</Button>
          <Button weight="primary" type="submit" form="mail-password" isPending={busy}>
            {words.submit}
          </Button>
        </>
      }
    >
      <form id="mail-password" className="mail-form" onSubmit={(event) => void submit(event)}>
        <p className="quiet">{words.why(data?.account?.user ?? '')}</p>
        <ErrorStrip reason={withoutFields(failure, ['password'])} />
        <PassphraseField
          label={words.field}
          value={password}
          onChange={setPassword}
          problem={problemsOf(failure).password}
          autoFocus
        />
        {data?.keychain && (
          <Checkbox value={remember} onChange={setRemember}>
            {words.remember}
          </Checkbox>
        )}
      </form>
    </Dialog>
  );
}
