// What is still to be done about a run: paper out of the printer, e-mails out, and a date for what left.

import type { LetterRow, RunRow } from '../../../backend';
import { Icon } from '../../../components/Icon';
import { useText } from '../../../i18n';
import { ConfirmStep } from './ConfirmStep';
import { MailStep } from './MailStep';
import { PaperStep } from './PaperStep';

export function NextSteps({ run, letters }: { run: RunRow; letters: readonly LetterRow[] }) {
  const t = useText();
  const words = t.pastRuns.one;
  const waiting = letters.filter(({ state }) => state === 'approved');
  const paper = waiting.filter(({ channels }) => channels.includes('letter'));
  const mails = waiting.filter(({ channels }) => channels.includes('email'));
  const unconfirmed = letters.filter(({ state }) => state === 'handed_over');
  if (waiting.length === 0 && unconfirmed.length === 0) {
    return (
      <p className="leave-done">
        <Icon name="done" />
        {words.allDone}
      </p>
    );
  }
  return (
    <section className="leave-steps" aria-label={words.next}>
      {paper.length > 0 && <PaperStep run={run} letters={paper} />}
      {mails.length > 0 && <MailStep run={run} letters={mails} />}
      {unconfirmed.length > 0 && <ConfirmStep run={run} letters={unconfirmed} />}
    </section>
  );
}
