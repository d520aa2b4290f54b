// A bankruptcy, a moratorium or debt help: from then on no reminder leaves.

import type { Commands, IsoDate } from '../../backend';
import { DateField } from '../../components/DateField';
import { SelectField } from '../../components/SelectField';
import { useText } from '../../i18n';
import { useSession } from '../session/session';
import { ActDialog } from './ActDialog';
import type { ActProps } from './ActShown';
import { dayProblem } from './checks';
import { useActForm } from './useActForm';

type Kind = Commands['insolvency']['req']['kind'];
type Form = { kind: Kind; date: IsoDate | null };

const kinds: readonly Kind[] = [
  'bankruptcy',
  'suspension_of_payments',
  'debt_restructuring',
  'moratorium',
  'debt_counselling',
  'administration',
];

export function InsolvencyDialog({ subject, detail, onClose }: ActProps) {
  const t = useText();
  const { info } = useSession();
  const form = useActForm<'insolvency', Form>({
    command: 'insolvency',
    draft: `insolvency ${subject.customer}`,
    initial: { kind: 'bankruptcy', date: info.today },
    check: ({ date }) => dayProblem('date', date, info.today, t),
    request: ({ kind, date }) => ({ customer: subject.customer, kind, ...(date && { date }) }),
    codes: { future_date: 'date', out_of_range: 'date', date_before_facts: 'date' },
    onDone: onClose,
  });
  return (
    <ActDialog
      title={t.acts.name.insolvency}
      about={detail.row.name}
      help={t.acts.insolvency.help}
      form={form}
      submit={t.acts.insolvency.submit}
      onClose={onClose}
    >
      <SelectField
        label={t.acts.insolvency.kind}
        options={kinds.map((kind) => ({ value: kind, label: t.acts.insolvency.kinds[kind] }))}
        value={form.form.kind}
        onChange={(kind) => form.set({ kind })}
        autoFocus
      />
      <DateField
        label={t.acts.insolvency.since}
        value={form.form.date}
        onChange={(date) => form.set({ date })}
        problem={form.problems.date}
      />
    </ActDialog>
  );
}
