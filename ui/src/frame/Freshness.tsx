// How fresh the bank data and the backup are, and the way to do something about it. How old bank data may be is
// the gate's word; a backup of some days ago only draws the eye in time.

import { Button } from 'react-aria-components';
import type { Gate, Overview } from '../backend';
import { Dot, type Tone } from '../components/Chip';
import { Icon, type IconName } from '../components/Icon';
import { Tip } from '../components/Tip';
import { dateOf, daysBetween, formatAgo, formatDate, timeOf } from '../dates';
import { useText } from '../i18n';
import { useActions } from '../keys/actions';
import { useNavigation } from './navigation';

const BACKUP_OLD_AFTER = 3;

const tones: Record<Gate, Tone> = { green: 'good', amber: 'held', red: 'late' };

type LineProps = { icon: IconName; tone: Tone; words: string; slim: boolean; onPress: () => void };

function Line({ icon, tone, words, slim, onPress }: LineProps) {
  const t = useText();
  const state = tone === 'good' ? t.frame.upToDate : t.frame.attention;
  return (
    <li>
      <Tip text={words} isDisabled={!slim}>
        <Button className="rail-fact" onPress={onPress}>
          <Dot tone={tone} />
          {slim && <Icon name={icon} size={16} />}
          <span className="rail-word">{words}</span>
          <span className="visually-hidden">({state})</span>
        </Button>
      </Tip>
    </li>
  );
}

export function Freshness({ overview, slim }: { overview: Overview; slim: boolean }) {
  const t = useText();
  const { go, has } = useNavigation();
  const { run } = useActions();
  const { date, bank_through: bankThrough, bank_gate: bankGate, backup_at: backupAt } = overview;

  const bankWords = () => {
    if (!bankThrough) return t.frame.bankNever;
    const words = t.frame.bankThrough(formatDate(bankThrough, t));
    return bankGate === 'green' ? words : `${words}, ${t.frame.bankOld(daysBetween(bankThrough, date))}`;
  };
  const backupDate = backupAt ? dateOf(backupAt) : null;
  const backupAge = backupDate ? daysBetween(backupDate, date) : null;
  const backupWords = () => {
    if (!backupAt || !backupDate) return t.frame.backupNever;
    if (backupAge === 0) return t.frame.backup(t.date.todayAt(timeOf(backupAt)));
    if (backupAge === 1) return t.frame.backup(t.date.yesterdayAt(timeOf(backupAt)));
    return t.frame.backup(formatAgo(backupDate, date, t));
  };
  const backupOld = backupAge === null || backupAge > BACKUP_OLD_AFTER;

  return (
    <ul className="rail-foot" aria-label={t.frame.known}>
      <Line
        icon="bank"
        tone={bankThrough ? tones[bankGate] : 'held'}
        words={bankWords()}
        slim={slim}
        onPress={() => has('bank') && go({ room: 'bank', tab: 'import' })}
      />
      <Line
        icon="save"
        tone={backupOld ? 'held' : 'good'}
        words={backupWords()}
        slim={slim}
        onPress={() => run('makeBackup')}
      />
    </ul>
  );
}
