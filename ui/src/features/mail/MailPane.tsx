// One e-mail: how it stands, what can be done, the message exactly as it was kept, and what happened to it.

import { useBackend, type MailMessage, type MailRow } from '../../backend';
import { Button, IconButton } from '../../components/Button';
import { CopyText } from '../../components/CopyText';
import { Icon } from '../../components/Icon';
import { ErrorStrip, Skeleton } from '../../components/States';
import { notify } from '../../components/Toast';
import { formatSize } from '../../components/fileSize';
import { dateOf, formatDate, timeOf } from '../../dates';
import { useLanguage, useText } from '../../i18n';
import { useAct } from '../session/useAct';
import { MailActs } from './MailActs';
import { StateChip } from './StateChip';
import { useMessage } from './useOutbox';

function Message({ message }: { message: MailMessage }) {
  const t = useText();
  const words = t.mail.message;
  const lang = useLanguage();
  const backend = useBackend();
  const { act } = useAct();
  const save = async () => {
    const out = await backend.saveFile({
      title: words.saveTitle,
      start: `${message.letter}.eml`,
      filters: [{ name: t.mail.acts.mailFile, extensions: ['eml'] }],
    });
    if (out === null) return;
    const saved = await act('mail_message_save', { letter: message.letter, out }, { quiet: true });
    if (saved) notify({ tone: 'good', message: words.saved, hint: saved.file });
  };
  return (
    <section className="mail-message" aria-label={words.title}>
      <header className="mail-message-head">
        <h3>{message.sent ? words.asSent : words.asDrawn}</h3>
        <Button weight="quiet" icon="save" onPress={() => void save()}>
          {words.save}
        </Button>
      </header>
      <dl className="mail-fields">
        <dt>{words.from}</dt>
        <dd>{message.from}</dd>
        <dt>{words.to}</dt>
        <dd>{message.to}</dd>
        {message.reply_to !== '' && (
          <>
            <dt>{words.replyTo}</dt>
            <dd>{message.reply_to}</dd>
          </>
        )}
        <dt>{words.subject}</dt>
        <dd>
          <strong>{message.subject}</strong>
        </dd>
      </dl>
      <p className="mail-text">{message.text}</p>
      <ul className="mail-files">
        {message.files.map((file) => (
          <li key={file.name}>
            <Icon name="attach" size={16} />
            {file.name} <span className="quiet">{formatSize(file.bytes, lang)}</span>
          </li>
        ))}
      </ul>
      <dl className="mail-hash">
        <CopyText label={words.hash} text={message.sha256} />
      </dl>
    </section>
  );
}

function Events({ message }: { message: MailMessage }) {
  const t = useText();
  if (message.events.length === 0) return null;
  return (
    <section className="mail-events" aria-label={t.mail.message.events}>
      <h3>{t.mail.message.events}</h3>
      <ol>
        {message.events.map((event) => (
          <li key={`${event.at}${event.what}`}>
            <span className="amount quiet">
              {formatDate(dateOf(event.at), t)} {timeOf(event.at)}
            </span>
            <span>
              {event.what}
              {event.to !== null && ` (${event.to})`}
              {event.answer !== '' && <span className="mail-answer">{event.answer}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Props = { row: MailRow; account: boolean; onClose: () => void };

export function MailPane({ row, account, onClose }: Props) {
  const t = useText();
  const { data, error, isPlaceholderData } = useMessage(row.letter);
  return (
    <article className="mail-pane" aria-labelledby="mail-pane-title">
      <header className="mail-pane-head">
        <div>
          <h2 id="mail-pane-title">{row.name}</h2>
          <p className="quiet">
            {row.to === null ? t.mail.noAddress : row.to} · {row.letter}
          </p>
        </div>
        <IconButton icon="close" label={t.common.close} onPress={onClose} />
      </header>
      <div className="mail-stand">
        <StateChip state={row.state} />
        <p>{t.mail.long[row.state]}</p>
        {row.answer !== '' && <p className="mail-answer">{row.answer}</p>}
        {row.tries > 1 && <p className="quiet">{t.mail.tries(row.tries)}</p>}
      </div>
      <MailActs row={row} account={account} onGone={onClose} />
      <ErrorStrip reason={error} />
      {!data && !error && <Skeleton lines={['title', 'text', 'block']} />}
      {data && !isPlaceholderData && (
        <>
          <Message message={data} />
          <Events message={data} />
        </>
      )}
    </article>
  );
}
