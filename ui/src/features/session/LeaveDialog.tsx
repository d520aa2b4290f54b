// Asked before an administration is closed with work in it that is kept nowhere else.

import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useText } from '../../i18n';
import type { Unfinished } from './unfinished';

type Props = { work: Unfinished; onStay: () => void; onLeave: () => void };

export function LeaveDialog({ work, onStay, onLeave }: Props) {
  const t = useText();
  const words = t.leave;
  const lost = [
    work.letters > 0 && words.letters(work.letters),
    work.decisions > 0 && words.decisions(work.decisions),
    work.texts > 0 && words.texts(work.texts),
    work.plan && words.plan,
    work.settings && words.settings,
    work.form && words.form,
  ].filter((part) => part !== false);
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onStay}
      buttons={
        <>
          <Button onPress={onLeave}>{words.go}</Button>
          <Button weight="primary" autoFocus onPress={onStay}>
            {words.stay}
          </Button>
        </>
      }
    >
      <p>{words.text}</p>
      <ul className="dialog-list">
        {lost.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      <p className="quiet">{words.lock}</p>
    </Dialog>
  );
}
