// What happens to everything that waits: sending it, how far that is, and what became of it.

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { MailSent, Outbox } from '../../backend';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { ProgressJob } from '../../components/ProgressJob';
import { ErrorStrip } from '../../components/States';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';
import { PasswordDialog } from './PasswordDialog';
import { useSending } from './sending';

/** While messages leave, the list is read again from time to time. */
function useFreshOutbox(running: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: ['outbox'] }), 1_500);
    return () => clearInterval(timer);
  }, [queries, running]);
}

function Became({ sent, onForget }: { sent: MailSent; onForget: () => void }) {
  const t = useText().mail.became;
  const good = sent.stopped === null && sent.refused + sent.put_off + sent.uncertain + sent.held.length === 0;
  const parts = [
    sent.sent > 0 && (sent.test ? t.tested(sent.sent) : t.sent(sent.sent)),
    sent.refused > 0 && t.refused(sent.refused),
    sent.put_off > 0 && t.putOff(sent.put_off),
    sent.uncertain > 0 && t.uncertain(sent.uncertain),
    sent.held.length > 0 && t.held(sent.held.length),
    sent.left > 0 && t.left(sent.left),
  ].filter((part) => part !== false);
  return (
    <div className={good ? 'mail-became mail-good' : 'mail-became'} role="status">
      <Icon name={good ? 'done' : 'info'} />
      <div>
        <p className="mail-became-title">
          {sent.cancelled ? t.cancelled : sent.stopped ? t.stopped : good ? t.good : t.mixed}
        </p>
        {parts.length > 0 && <p>{parts.join(' ')}</p>}
        {sent.stopped && <p>{sent.stopped.message}</p>}
        {sent.held.length > 0 && (
          <ul className="mail-held">
            {sent.held.slice(0, 5).map(({ letter, name, reason }) => (
              <li key={letter}>
                <strong>{name}</strong>: {reason.message}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Button weight="quiet" onPress={onForget}>
        {t.seen}
      </Button>
    </div>
  );
}

export function SendBar({ outbox }: { outbox: Outbox }) {
  const t = useText();
  const words = t.mail;
  const { go } = useNavigation();
  const { running, sent, failure, asked, send, needsPassword, forget } = useSending();
  useFreshOutbox(running);
  const waiting = outbox.counts
    .filter(({ state }) => state === 'waiting' || state === 'put_off')
    .reduce((sum, { letters }) => sum + letters, 0);
  return (
    <div className="mail-bar">
      {!outbox.account && (
        <div className="mail-notice">
          <Icon name="info" />
          <div>
            <p className="mail-became-title">{words.noAccount}</p>
            <p>{words.noAccountText}</p>
          </div>
          <Button onPress={() => go({ room: 'settings', tab: 'mail' })}>{words.toAccount}</Button>
        </div>
      )}
      {outbox.account && outbox.test_mode && (
        <div className="mail-notice mail-test">
          <Icon name="warning" />
          <div>
            <p className="mail-became-title">{words.testMode}</p>
            <p>{words.testModeText}</p>
          </div>
          <Button onPress={() => go({ room: 'settings', tab: 'mail' })}>{words.toAccount}</Button>
        </div>
      )}
      {running && (
        <>
          <ProgressJob />
          <p className="quiet">{words.meanwhile}</p>
        </>
      )}
      {!running && outbox.account && waiting > 0 && (
        <div className="mail-send">
          <Button weight="primary" icon="letters" onPress={() => void send({})}>
            {outbox.test_mode ? words.sendTest(waiting) : words.send(waiting)}
          </Button>
          <p className="quiet">{words.sendText}</p>
        </div>
      )}
      {!running && sent && <Became sent={sent} onForget={forget} />}
      {!running && failure !== null && !needsPassword && <ErrorStrip reason={failure} />}
      {!running && needsPassword && <PasswordDialog onClose={forget} onGiven={() => void send(asked)} />}
    </div>
  );
}
