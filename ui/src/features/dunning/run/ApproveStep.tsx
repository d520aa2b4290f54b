// What approving will do, before it is done: how many letters, by which way, and what stays. One clear step.

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useBackend, type Proposal, type Step } from '../../../backend';
import { Button } from '../../../components/Button';
import { Kbd } from '../../../components/Kbd';
import { ErrorStrip } from '../../../components/States';
import { useLanguage, useText } from '../../../i18n';
import { useAction } from '../../../keys/actions';
import { formatCents, sumCents, toCents } from '../../../money';
import { letterKey } from '../words';
import type { Decisions, RunCounts } from './useRun';

type Props = {
  counts: RunCounts;
  decisions: Decisions;
  busy: boolean;
  failure: unknown;
  onApprove: (going: readonly Proposal[]) => void;
  onClose: () => void;
};

const PAGE = 500;
const steps: readonly Step[] = ['reminder', 'final_reminder', 'notice_14_days', 'final_demand'];

/** Every letter that will go: all green ones, and the amber ones that were let through. */
function useGoing(decisions: Decisions) {
  const backend = useBackend();
  const lang = useLanguage();
  const { decidedKeys } = decisions;
  const read = async (gate: 'green' | 'amber') => {
    const found: Proposal[] = [];
    for (;;) {
      // The next page is only known to exist once this one is there.
      // oxlint-disable-next-line no-await-in-loop
      const page = await backend.call('proposals', {
        kind: 'letter',
        gate,
        offset: found.length,
        limit: PAGE,
      });
      found.push(...page.proposals);
      if (page.proposals.length === 0 || found.length >= page.total) return found;
    }
  };
  return useQuery({
    queryKey: ['proposals', lang, 'going', [...decidedKeys].toSorted()],
    queryFn: async () => {
      const green = await read('green');
      const amber = decidedKeys.size > 0 ? await read('amber') : [];
      return [...green, ...amber.filter((letter) => decidedKeys.has(letterKey(letter)))];
    },
    staleTime: Infinity,
  });
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

export function ApproveStep({ counts, decisions, busy, failure, onApprove, onClose }: Props) {
  const t = useText();
  const words = t.dunning.approve;
  const box = useRef<HTMLElement>(null);
  const { data, error } = useGoing(decisions);
  const decided = data?.filter(({ gate }) => gate === 'amber').length ?? 0;
  const waits = counts.amber - decided;
  useAction('closePanel', onClose);
  const ready = data !== undefined;
  useEffect(() => {
    // Enter says yes; the button has the focus as soon as it can be pressed.
    if (ready) box.current?.querySelector<HTMLElement>('.button-primary')?.focus();
  }, [ready]);

  return (
    <section ref={box} className="run-approve" aria-label={words.title}>
      <div className="run-approve-words">
        <h2>{words.title}</h2>
        {data ? <Summary going={data} decisions={decisions} /> : <p className="quiet">{words.counting}</p>}
        {waits + counts.red > 0 && <p>{words.stays(waits, counts.red)}</p>}
        <p className="quiet">{words.after}</p>
        <ErrorStrip reason={failure ?? error} />
      </div>
      <div className="run-approve-buttons">
        <Button onPress={onClose}>{words.back}</Button>
        <Button
          weight="primary"
          isDisabled={!data || data.length === 0}
          isPending={busy}
          onPress={() => data && onApprove(data)}
          trailing={<Kbd combo="enter" />}
        >
          {words.submit(data?.length ?? counts.green + decided)}
        </Button>
      </div>
    </section>
  );
}
