// The user's own mail account: server, sender, pace and test mode; tried before it is trusted.

import { useState, type FormEvent } from 'react';
import { useBackend, type MailAccount, type MailAccountView } from '../../backend';
import { Button } from '../../components/Button';
import { ErrorState, ErrorStrip, Skeleton } from '../../components/States';
import { Switch } from '../../components/Toggle';
import { notify } from '../../components/Toast';
import { useText } from '../../i18n';
import { useDraft } from '../session/drafts';
import { problemsOf, withoutFields } from '../session/problems';
import { useAct } from '../session/useAct';
import { AccountFields, fieldsOf } from './AccountFields';
import { useMailAccount } from './useOutbox';
import './mail.css';

function start(view: MailAccountView): MailAccount {
  return (
    view.account ?? {
      host: '',
      port: 465,
      security: 'tls',
      user: view.sender.address,
      sender_name: view.sender.name,
      sender_address: view.sender.address,
      test_mode: false,
      per_minute: 20,
    }
  );
}

function Account({ view }: { view: MailAccountView }) {
  const t = useText();
  const words = t.mail.account;
  const backend = useBackend();
  const { act, busy, failure } = useAct();
  const [draft, setDraft, forget] = useDraft<MailAccount | null>('mail.account', null);
  const [password, setPassword] = useState('');
  const [remember, setRemember] = useState(view.keychain && view.password !== 'session');
  const [trying, setTrying] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const account = draft ?? start(view);
  const changed =
    password !== '' || (draft !== null && JSON.stringify(draft) !== JSON.stringify(start(view)));

  const save = async (next: MailAccount): Promise<boolean> => {
    setTrouble(null);
    const kept = await act(
      'mail_account_set',
      { account: next, ...(password !== '' && { password, remember: remember && view.keychain }) },
      { quiet: true, ownErrors: true },
    );
    if (!kept) return false;
    setDraft(null);
    forget();
    setPassword('');
    return true;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await save(account)) notify({ tone: 'good', message: words.saved });
  };
  const attempt = async (send: boolean) => {
    setTrying(true);
    setTrouble(null);
    try {
      const tested = await backend.call('mail_account_test', {
        account,
        send,
        ...(password !== '' && { password }),
      });
      notify({
        tone: 'good',
        message: words.tried(tested.host),
        hint: tested.sent_to === null ? null : words.triedSent(tested.sent_to),
      });
    } catch (reason) {
      setTrouble(reason);
    } finally {
      setTrying(false);
    }
  };
  const wrong = trouble ?? failure;
  return (
    <>
      <section className="mail-card">
        <form className="mail-form" onSubmit={(event) => void submit(event)} noValidate>
          <AccountFields
            account={account}
            onChange={setDraft}
            view={view}
            password={password}
            onPassword={setPassword}
            remember={remember}
            onRemember={setRemember}
            problems={problemsOf(wrong)}
          />
          <ErrorStrip reason={withoutFields(wrong, fieldsOf(trouble !== null))} />
          <footer className="mail-buttons">
            <Button
              weight="primary"
              icon="save"
              type="submit"
              isDisabled={!changed && view.account !== null}
              isPending={busy}
            >
              {words.save}
            </Button>
            <Button isPending={trying} onPress={() => void attempt(false)}>
              {words.try}
            </Button>
            <Button isDisabled={trying} onPress={() => void attempt(true)}>
              {words.trySend}
            </Button>
            <p className="quiet" role="status">
              {changed ? words.unsaved : ''}
            </p>
          </footer>
        </form>
      </section>
      {view.account && (
        <section className="mail-card">
          <Switch
            value={view.account.test_mode ?? false}
            onChange={(test_mode) => void save({ ...account, test_mode })}
            help={words.testModeHelp}
          >
            {words.testMode}
          </Switch>
          <div className="mail-buttons">
            <Button
              weight="quiet"
              isDisabled={busy}
              onPress={() => {
                forget();
                void act('mail_account_remove', {});
              }}
            >
              {words.remove}
            </Button>
          </div>
        </section>
      )}
      <section className="mail-card">
        <h3>{words.without}</h3>
        <p className="quiet">{words.withoutText}</p>
      </section>
    </>
  );
}

export function MailAccountPanel() {
  const t = useText();
  const words = t.mail.account;
  const { data, error, refetch } = useMailAccount();
  return (
    <div className="part">
      <header className="part-head">
        <h2>{words.title}</h2>
        <p className="quiet">{words.lead}</p>
      </header>
      {error && !data && <ErrorState title={t.mail.failed} reason={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={['row', 'row', 'row']} />}
      {data && <Account key={data.account?.host ?? ''} view={data} />}
    </div>
  );
}
