// A pause for a customer or one of its invoices: until when, and why.

import type { IsoDate } from '../../backend';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';
import { useSession } from '../session/session';
import { addDays } from '../../dates';
import { ActDialog } from './ActDialog';
import type { ActProps } from './ActShown';
import { reasonProblem, untilProblem } from './checks';
import { owedItems } from './InvoiceSelect';
import { UntilFields } from './UntilFields';
import { useActForm } from './useActForm';

type Form = { subject: string; until: IsoDate | null; reason: string };

export function HoldDialog({ subject, detail, onClose }: ActProps) {
  const t = useText();
  const { info } = useSession();
  const form = useActForm<'hold', Form>({
    command: 'hold',
    draft: `hold ${subject.customer} ${subject.invoice ?? ''}`,
    initial: { subject: subject.invoice ?? subject.customer, until: addDays(info.today, 7), reason: '' },
    check: ({ until, reason }) => ({
      ...untilProblem(until, info.today, t),
      ...reasonProblem(reason, t),
    }),
    request: (typed) => ({
      subject: typed.subject,
      until: typed.until as IsoDate,
      reason: typed.reason.trim(),
    }),
    codes: { past_date: 'until', out_of_range: 'until', reason_needed: 'reason' },
    onDone: onClose,
  });
  const choices = [
    { value: subject.customer, label: t.acts.hold.whole },
    ...owedItems(detail.items).map(({ id, number }) => ({ value: id, label: `${t.acts.invoice} ${number}` })),
  ];
  return (
    <ActDialog
      title={t.acts.name.hold}
      about={detail.row.name}
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
      {choices.length > 1 && (
        <SelectField
          label={t.acts.hold.what}
          options={choices}
          value={form.form.subject}
          onChange={(chosen) => form.set({ subject: chosen })}
        />
      )}
    </ActDialog>
  );
}
