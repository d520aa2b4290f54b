// What can be done with several customers at once: let them rest.

import { useState } from 'react';
import { useBackend, type CustomerRow, type IsoDate } from '../../backend';
import { Button } from '../../components/Button';
import { TextField } from '../../components/TextField';
import { notify } from '../../components/Toast';
import { wordError } from '../../components/States';
import { addDays, formatDate } from '../../dates';
import { useText } from '../../i18n';
import { ActDialog } from '../acts/ActDialog';
import { reasonProblem, untilProblem } from '../acts/checks';
import { UntilFields } from '../acts/UntilFields';
import { useActForm } from '../acts/useActForm';
import { useSession } from '../session/session';
import { useReadAgain } from '../session/useAct';

type Props = { marked: ReadonlyMap<string, CustomerRow>; onClear: () => void };

type Form = { until: IsoDate | null; reason: string };

function HoldMany({
  marked,
  onClose,
  onDone,
}: {
  marked: Props['marked'];
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useText();
  const backend = useBackend();
  const readAgain = useReadAgain();
  const { info } = useSession();
  const [first = '', ...others] = [...marked.keys()];
  const form = useActForm<'hold', Form>({
    command: 'hold',
    draft: 'hold many',
    initial: { until: addDays(info.today, 7), reason: '' },
    check: ({ until, reason }) => ({
      ...untilProblem(until, info.today, t),
      ...reasonProblem(reason, t),
    }),
    request: ({ until, reason }) => ({ subject: first, until: until as IsoDate, reason: reason.trim() }),
    codes: { past_date: 'until', out_of_range: 'until', reason_needed: 'reason' },
    quiet: true,
    onDone: async (answer) => {
      const done = [answer.id];
      const { until, reason } = form.form;
      try {
        for (const subject of others) {
          // One after the other: each is an act of its own, with its own undo.
          // oxlint-disable-next-line no-await-in-loop
          const { id } = await backend.call('hold', {
            subject,
            until: until as IsoDate,
            reason: reason.trim(),
          });
          done.push(id);
        }
        onDone();
      } catch (failure) {
        const error = wordError(failure, t);
        notify({ tone: 'error', message: error.message, hint: error.hint });
      }
      const undo = async () => {
        // oxlint-disable-next-line no-await-in-loop
        for (const id of done.toReversed()) await backend.call('undo', { id });
        await readAgain();
      };
      notify({
        tone: 'good',
        message: t.acts.hold.doneMany(done.length, formatDate(until as IsoDate, t)),
        undo: () => void undo(),
        about: done.at(-1) ?? answer.id,
      });
      onClose();
      await readAgain();
    },
  });
  return (
    <ActDialog
      title={t.acts.hold.many(marked.size)}
      help={t.acts.hold.help}
      form={form}
      submit={t.acts.hold.submit}
      onClose={onClose}
    >
      <UntilFields
        value={form.form.until}
        problem={form.problems.until}
        onChange={(until) => form.set({ until })}
      />
      <TextField
        label={t.acts.reason}
        value={form.form.reason}
        onChange={(reason) => form.set({ reason })}
        problem={form.problems.reason}
        autoFocus
      />
    </ActDialog>
  );
}

export function BulkBar({ marked, onClear }: Props) {
  const t = useText();
  const [holding, setHolding] = useState(false);
  return (
    <div className="bulk" role="region" aria-label={t.customers.chosen(marked.size)}>
      <span role="status">{t.customers.chosen(marked.size)}</span>
      <Button icon="held" onPress={() => setHolding(true)}>
        {t.acts.name.hold}
      </Button>
      <Button weight="quiet" onPress={onClear}>
        {t.customers.clearChosen}
      </Button>
      {holding && <HoldMany marked={marked} onClose={() => setHolding(false)} onDone={onClear} />}
    </div>
  );
}
