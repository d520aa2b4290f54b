// Letters that were approved and have not left yet, or left and were not confirmed, and mail that asks something:
// begun work comes first.

import type { Overview } from '../../backend';
import { Button } from '../../components/Button';
import { Icon, type IconName } from '../../components/Icon';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';
import './Unfinished.css';

type LineProps = { icon: IconName; words: string; act: string; tone?: 'late' | 'held'; onPress: () => void };

function Line({ icon, words, act, tone, onPress }: LineProps) {
  return (
    <li className="unfinished-line" data-tone={tone}>
      <Icon name={icon} />
      <div className="unfinished-part">
        <span className="unfinished-words">{words}</span>
        <Button weight="link" onPress={onPress}>
          {act}
        </Button>
      </div>
    </li>
  );
}

/** How much was begun, or came back, and waits for the user. */
export const begunIn = (overview: Overview): number =>
  overview.waiting_letters +
  overview.unconfirmed_letters +
  overview.returned_mails +
  overview.uncertain_mails;

export function Unfinished({ overview }: { overview: Overview }) {
  const t = useText().today.unfinished;
  const { go, has } = useNavigation();
  const { waiting_letters: waiting, unconfirmed_letters: unconfirmed, last_run: run } = overview;
  const { returned_mails: returned, uncertain_mails: uncertain } = overview;
  if (!has('dunning') || begunIn(overview) === 0) return null;
  const open = () => go({ room: 'dunning', tab: 'past', ...(run && { open: run.run }) });
  const outbox = () => go({ room: 'dunning', tab: 'outbox' });
  return (
    <ul className="unfinished" aria-label={t.title}>
      {uncertain > 0 && (
        <Line icon="help" words={t.uncertainMail(uncertain)} act={t.settle} tone="held" onPress={outbox} />
      )}
      {returned > 0 && (
        <Line
          icon="warning"
          words={t.returnedMail(returned)}
          act={t.lookAtMail}
          tone="late"
          onPress={outbox}
        />
      )}
      {waiting > 0 && <Line icon="letters" words={t.waiting(waiting)} act={t.finish} onPress={open} />}
      {unconfirmed > 0 && (
        <Line icon="done" words={t.unconfirmed(unconfirmed)} act={t.confirm} onPress={open} />
      )}
    </ul>
  );
}
