// The fields of the mail account. Settings of a provider that is known for sure are offered by the address.

import { useQuery } from '@tanstack/react-query';
import { useBackend, type MailAccount, type MailAccountView, type MailSecurity } from '../../backend';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { NumberField } from '../../components/NumberField';
import { PassphraseField } from '../../components/PassphraseField';
import { TextField } from '../../components/TextField';
import { Checkbox } from '../../components/Toggle';
import { useLanguage, useText } from '../../i18n';
import type { Problems } from '../session/problems';

const usual: Record<MailSecurity, number> = { tls: 465, starttls: 587 };

const own = [
  'host',
  'port',
  'user',
  'sender_name',
  'sender_address',
  'reply_to',
  'per_minute',
  'password',
] as const;

/** The fields that say their own problem. What a server answered is said in a strip as well. */
export function fieldsOf(tried: boolean): readonly string[] {
  return tried ? ['sender_address', 'reply_to', 'user', 'per_minute'] : own;
}

type Props = {
  account: MailAccount;
  onChange: (account: MailAccount) => void;
  view: MailAccountView;
  password: string;
  onPassword: (password: string) => void;
  remember: boolean;
  onRemember: (remember: boolean) => void;
  problems: Problems;
};

function usePreset(address: string) {
  const backend = useBackend();
  const lang = useLanguage();
  const { data } = useQuery({
    queryKey: ['mail_preset', lang, address.split('@')[1] ?? ''],
    queryFn: () => backend.call('mail_preset', { address }),
    enabled: /@.+\..+/.test(address),
    staleTime: Infinity,
  });
  return /@.+\..+/.test(address) ? (data?.preset ?? null) : null;
}

export function AccountFields(props: Props) {
  const { account, onChange, view, password, onPassword, remember, onRemember, problems } = props;
  const words = useText().mail.account;
  const preset = usePreset(account.sender_address);
  const put = (change: Partial<MailAccount>) => onChange({ ...account, ...change });
  const differs = preset !== null && preset.host !== account.host;
  return (
    <>
      <h3>{words.sender}</h3>
      <div className="mail-pair">
        <TextField
          label={words.address}
          type="email"
          value={account.sender_address}
          onChange={(sender_address) => put({ sender_address })}
          problem={problems.sender_address}
        />
        <TextField
          label={words.name}
          value={account.sender_name}
          onChange={(sender_name) => put({ sender_name })}
          problem={problems.sender_name}
        />
        <TextField
          label={words.replyTo}
          help={words.replyToHelp}
          optional
          type="email"
          value={account.reply_to ?? ''}
          onChange={(reply_to) => put({ reply_to })}
          problem={problems.reply_to}
        />
      </div>
      <h3>{words.server}</h3>
      {preset && (
        <div className="mail-preset">
          {differs && preset.works && (
            <Button
              icon="settings"
              onPress={() =>
                put({
                  host: preset.host,
                  port: preset.port,
                  security: preset.security,
                  user: account.sender_address,
                })
              }
            >
              {words.preset(preset.provider)}
            </Button>
          )}
          {preset.hint !== null && <p className="quiet">{preset.hint}</p>}
        </div>
      )}
      <Choice
        label={words.security}
        value={account.security}
        onChange={(security) =>
          put({
            security,
            ...(account.port === usual[account.security] && { port: usual[security] }),
          })
        }
        options={[
          { value: 'tls', ...words.tls },
          { value: 'starttls', ...words.starttls },
        ]}
      />
      <div className="mail-pair mail-server">
        <TextField
          label={words.host}
          help={words.hostHelp}
          spellCheck="false"
          value={account.host}
          onChange={(host) => put({ host })}
          problem={problems.host}
        />
        <NumberField
          label={words.port}
          minValue={1}
          maxValue={65_535}
          formatOptions={{ useGrouping: false }}
          value={account.port}
          onChange={(value) => put({ port: Number.isFinite(value) ? value : usual[account.security] })}
          problem={problems.port}
        />
      </div>
      <div className="mail-pair">
        <TextField
          label={words.user}
          help={words.userHelp}
          autoComplete="off"
          spellCheck="false"
          value={account.user}
          onChange={(user) => put({ user })}
          problem={problems.user}
        />
        <PassphraseField
          label={words.password}
          help={words.passwordKept[view.password]}
          value={password}
          onChange={onPassword}
          problem={problems.password}
        />
        <NumberField
          label={words.pace}
          help={words.paceHelp}
          minValue={1}
          maxValue={600}
          value={account.per_minute ?? 20}
          onChange={(value) => put({ per_minute: Number.isFinite(value) ? value : 20 })}
          problem={problems.per_minute}
        />
      </div>
      {view.keychain ? (
        password !== '' && (
          <Checkbox value={remember} onChange={onRemember} help={words.rememberHelp}>
            {words.remember}
          </Checkbox>
        )
      ) : (
        <p className="quiet">{words.noKeychain(view.keychain_why ?? '')}</p>
      )}
    </>
  );
}
