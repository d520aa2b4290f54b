// Asked before an administration, or the whole window, is closed with work in it that is kept nowhere else.

import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useText } from '../../i18n';
import type { Unfinished } from './unfinished';

type Props = {
  work: Unfinished;
  /** The whole window goes. */
  quits?: boolean;
  /** It can still be locked instead. */
  lockable: boolean;
  onStay: () => void;
  onLeave: () => void;
};

export function LeaveDialog({ work, quits, lockable, onStay, onLeave }: Props) {
  const t = useText();
  const words = t.leave;
  const lost = [
    work.letters > 0 && words.letters(work.letters),
    work.decisions > 0 && words.decisions(work.decisions),
    work.texts > 0 && words.texts(work.texts),
    work.printed > 0 && words.printed(work.printed),
    work.plan && words.plan,
    work.settings && words.settings,
    work.creditor && words.creditor,
    work.sheet && words.sheet,
    work.form && words.form,
  ].filter((part) => part !== false);
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onStay}
      buttons={
        <>
          <Button onPress={onLeave}>{quits ? words.quit : words.go}</Button>
          <Button weight="primary" autoFocus onPress={onStay}>
            {words.stay}
          </Button>
        </>
      }
    >
      <p>{quits ? words.quitText : words.text}</p>
      <ul className="dialog-list">
        {lost.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      {lockable && <p className="quiet">{quits ? words.quitLock : words.lock}</p>}
    </Dialog>
  );
}
