// Pausing a customer until a day, or skipping today: both are a hold with a reason, and can be undone.

import type { IsoDate } from '../../../backend';
import { TextField } from '../../../components/TextField';
import { addDays } from '../../../dates';
import { useText } from '../../../i18n';
import { ActDialog } from '../../acts/ActDialog';
import { reasonProblem, untilProblem } from '../../acts/checks';
import { UntilFields } from '../../acts/UntilFields';
import { useActForm } from '../../acts/useActForm';
import type { Letter } from './useRun';

type Props = { letter: Letter; today: IsoDate; skip: boolean; onClose: () => void };

type Form = { until: IsoDate | null; reason: string };

const USUAL_DAYS = 14;

export function HoldDialog({ letter, today, skip, onClose }: Props) {
  const t = useText();
  const words = t.dunning.hold;
  const form = useActForm<'hold', Form>({
    command: 'hold',
    draft: `hold run ${letter.customer}`,
    initial: { until: addDays(today, USUAL_DAYS), reason: '' },
    check: ({ until, reason }) => ({
      ...(!skip && untilProblem(until, today, t)),
      ...reasonProblem(reason, t),
    }),
    request: ({ until, reason }) => ({
      subject: letter.customer,
      until: skip ? today : (until as IsoDate),
      reason: reason.trim(),
    }),
    codes: { ...(!skip && { past_date: 'until', out_of_range: 'until' }), reason_needed: 'reason' },
    onDone: onClose,
  });
  return (
    <ActDialog
      title={skip ? words.skipTitle(letter.name) : words.title(letter.name)}
      help={skip ? words.skipIntro : words.intro}
      form={form}
      submit={skip ? words.skipSubmit : words.submit}
      onClose={onClose}
    >
      {!skip && (
        <UntilFields
          value={form.form.until}
          problem={form.problems.until}
          onChange={(until) => form.set({ until })}
        />
      )}
      <TextField
        label={words.reason}
        help={words.reasonHelp}
        value={form.form.reason}
        onChange={(reason) => form.set({ reason })}
        problem={form.problems.reason}
        autoFocus
      />
    </ActDialog>
  );
}
