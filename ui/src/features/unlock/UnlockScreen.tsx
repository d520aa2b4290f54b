// The lock: one name, one field. Passphrase, recovery code, or the keychain of this computer.

import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { ApiFailure, useBackend, type AdministrationOpen, type SessionState } from '../../backend';
import { Button } from '../../components/Button';
import { Mark } from '../../components/Mark';
import { PassphraseField } from '../../components/PassphraseField';
import { ErrorStrip } from '../../components/States';
import { TextField } from '../../components/TextField';
import { Checkbox } from '../../components/Toggle';
import { useText } from '../../i18n';
import { noteKey } from '../session/forgotten';
import { inWordsOf, problemsOf, withoutFields } from '../session/problems';
import { useSession, type LockReason, type Target } from '../session/session';
import './UnlockScreen.css';

type Props = {
  target: Target;
  /** Why it is locked; null when it was not open yet. */
  reason: LockReason | null;
  onOpened: (session: SessionState) => void;
  onLeave: () => void;
};

type Way = 'passphrase' | 'recovery_code';

export function UnlockScreen({ target, reason, onOpened, onLeave }: Props) {
  const t = useText();
  const backend = useBackend();
  const { arrive } = useSession();
  const [way, setWay] = useState<Way>('passphrase');
  const [secret, setSecret] = useState('');
  const [remember, setRemember] = useState(false);
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const keychain = useQuery({
    queryKey: ['keychain_status', target.folder],
    queryFn: () => backend.call('keychain_status', { folder: target.folder }),
    gcTime: 0,
  }).data;
  const open = useMutation({
    mutationFn: (request: AdministrationOpen) => backend.call('administration_open', request),
    onSuccess: ({ session }, request) => {
      noteKey(request.keychain ? 'keychain' : way);
      onOpened(session);
    },
    // What did not fit is typed over, not behind.
    onError: () => setTimeout(() => form.current?.querySelector('input')?.select()),
    gcTime: 0,
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (secret === '') return setMissing(true);
    return open.mutate({ folder: target.folder, [way]: secret, remember });
  };
  const type = (text: string) => {
    setSecret(text);
    setMissing(false);
    if (open.error) open.reset();
  };
  const changeWay = () => {
    setWay(way === 'passphrase' ? 'recovery_code' : 'passphrase');
    type('');
  };
  const code = open.error instanceof ApiFailure ? open.error.error.code : null;
  const elsewhere = code === 'in_use';
  const broken = code !== null && code in t.unlock.broken;
  const needed = way === 'passphrase' ? t.unlock.needed : t.unlock.recoveryNeeded;
  const problem = missing ? needed : problemsOf(open.error)[way];
  const lead = reason === null ? t.unlock.open : reason === 'idle' ? t.unlock.idle : t.unlock.locked;

  return (
    <main className="unlock">
      <form ref={form} className="unlock-form" onSubmit={submit}>
        <Mark size={52} />
        <div className="unlock-words">
          <h1>{t.unlock.title(target.name)}</h1>
          <p className="quiet">{lead}</p>
        </div>
        {way === 'passphrase' ? (
          <PassphraseField
            label={t.unlock.passphrase}
            value={secret}
            onChange={type}
            problem={problem}
            autoFocus
          />
        ) : (
          <TextField
            label={t.unlock.recovery}
            help={t.unlock.recoveryHelp}
            value={secret}
            onChange={type}
            problem={problem}
            mono
            autoFocus
            autoComplete="off"
            spellCheck="false"
          />
        )}
        <ErrorStrip reason={inWordsOf(withoutFields(open.error, [way]), t.unlock.broken)} />
        {broken && (
          <Button wide icon="restore" onPress={() => arrive({ at: 'restore', file: '' })}>
            {t.unlock.restore}
          </Button>
        )}
        {elsewhere && <p className="unlock-elsewhere">{t.unlock.inUse}</p>}
        {keychain?.available && !keychain.stored && (
          <Checkbox value={remember} onChange={setRemember} help={t.unlock.rememberHelp}>
            {t.unlock.remember}
          </Checkbox>
        )}
        <div className="unlock-buttons">
          <Button weight="primary" large wide type="submit" isPending={open.isPending}>
            {open.isPending ? t.unlock.unlocking : elsewhere ? t.common.again : t.unlock.submit}
          </Button>
          {keychain?.stored && (
            <Button
              large
              wide
              icon="key"
              isDisabled={open.isPending}
              onPress={() => open.mutate({ folder: target.folder, keychain: true })}
            >
              {t.unlock.keychain}
            </Button>
          )}
        </div>
        <div className="unlock-ways">
          <Button weight="link" onPress={changeWay}>
            {way === 'passphrase' ? t.unlock.useRecovery : t.unlock.usePassphrase}
          </Button>
          <Button weight="link" onPress={onLeave}>
            {t.unlock.other}
          </Button>
        </div>
        <p className="unlock-folder">{target.folder}</p>
      </form>
    </main>
  );
}
