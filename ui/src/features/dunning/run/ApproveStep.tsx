// What approving will do, before it is done: how many letters, by which way, and what stays. One clear step.

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Proposal, Step } from '../../../backend';
import { Button } from '../../../components/Button';
import { Kbd } from '../../../components/Kbd';
import { ErrorStrip } from '../../../components/States';
import { useLanguage, useText } from '../../../i18n';
import { useAction } from '../../../keys/actions';
import { formatCents, sumCents, toCents } from '../../../money';
import { letterKey } from '../words';
import { useReadAll, type Decisions, type RunCounts } from './useRun';

type Props = {
  counts: RunCounts;
  decisions: Decisions;
  /** Amber letters that were let through. */
  through: readonly Proposal[];
  busy: boolean;
  failure: unknown;
  onApprove: (going: readonly Proposal[]) => void;
  onClose: () => void;
};

const steps: readonly Step[] = ['reminder', 'final_reminder', 'notice_14_days', 'final_demand'];

/** Every letter that will go: all green ones, and the amber ones that were let through. */
function useGoing(through: readonly Proposal[]) {
  const lang = useLanguage();
  const readAll = useReadAll();
  const { data, error } = useQuery({
    queryKey: ['proposals', lang, 'green'],
    queryFn: () => readAll('green'),
    staleTime: Infinity,
  });
  return { going: data && [...data, ...through], error };
}

function Summary({ going, decisions }: { going: readonly Proposal[]; decisions: Decisions }) {
  const t = useText();
  const lang = useLanguage();
  const words = t.dunning.approve;
  const amount = formatCents(sumCents(going.map(({ claim }) => toCents(claim.total))), lang);
  const both = going.filter(({ channels }) => channels.length > 1).length;
  const post = going.filter(({ channels }) => channels.length === 1 && channels[0] === 'letter').length;
  const mail = going.length - both - post;
  const ways = [post > 0 && words.post(post), mail > 0 && words.mail(mail), both > 0 && words.both(both)];
  const byStep = steps
    .map((step) => ({ step, count: going.filter((letter) => letter.step === step).length }))
    .filter(({ count }) => count > 0);
  const edited = going.filter((letter) => decisions.textOf.has(letterKey(letter))).length;
  const decided = going.filter(({ gate }) => gate === 'amber').length;
  return (
    <>
      <p className="run-approve-sentence">
        <strong>{words.letters(going.length, amount)}</strong>: {ways.filter(Boolean).join(', ')}.
      </p>
      <p>{byStep.map(({ step, count }) => t.today.step[step](count)).join(', ')}.</p>
      {decided > 0 && <p>{words.decided(decided)}</p>}
      {edited > 0 && <p>{words.edited(edited)}</p>}
    </>
  );
}

export function ApproveStep({ counts, decisions, through, busy, failure, onApprove, onClose }: Props) {
  const t = useText();
  const words = t.dunning.approve;
  const box = useRef<HTMLElement>(null);
  const { going, error } = useGoing(through);
  const waits = counts.amber - through.length;
  useAction('closePanel', onClose);
  // What was read before may be empty, and its button cannot be pressed until the list is read again.
  const ready = Boolean(going?.length);
  useEffect(() => {
    // Enter says yes; the button has the focus as soon as it can be pressed.
    if (ready) box.current?.querySelector<HTMLElement>('.button-primary')?.focus();
  }, [ready]);

  return (
    <section ref={box} className="run-approve" aria-label={words.title}>
      <div className="run-approve-words">
        <h2>{words.title}</h2>
        {going ? <Summary going={going} decisions={decisions} /> : <p className="quiet">{words.counting}</p>}
        {waits + counts.red > 0 && <p>{words.stays(waits, counts.red)}</p>}
        <p className="quiet">{words.after}</p>
        <ErrorStrip reason={failure ?? error} />
      </div>
      <div className="run-approve-buttons">
        <Button onPress={onClose}>{words.back}</Button>
        <Button
          weight="primary"
          isDisabled={!going || going.length === 0}
          isPending={busy}
          onPress={() => going && onApprove(going)}
          trailing={<Kbd combo="enter" />}
        >
          {words.submit(going?.length ?? counts.green + through.length)}
        </Button>
      </div>
    </section>
  );
}
