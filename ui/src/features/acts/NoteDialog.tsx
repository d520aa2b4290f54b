// A note: what was said on the telephone, at the door, or anything else worth remembering.

import { Choice } from '../../components/Choice';
import { TextField } from '../../components/TextField';
import { DateField } from '../../components/DateField';
import type { IsoDate } from '../../backend';
import { useText } from '../../i18n';
import { useSession } from '../session/session';
import { ActDialog } from './ActDialog';
import { aboutWords, paperName } from './acts';
import type { ActProps } from './ActShown';
import { dayProblem, noteProblem } from './checks';
import { useActForm } from './useActForm';

type Kind = 'call' | 'visit' | 'mail' | 'other';
type Form = { kind: Kind; text: string; date: IsoDate | null };

const kinds: readonly Kind[] = ['call', 'visit', 'mail', 'other'];

export function NoteDialog({ subject, detail, onClose }: ActProps) {
  const t = useText();
  const { info } = useSession();
  const about = subject.number ? `${paperName(subject, t)}: ` : '';
  const form = useActForm<'note', Form>({
    command: 'note',
    draft: `note ${subject.customer} ${subject.invoice ?? ''}`,
    initial: { kind: 'call', text: '', date: info.today },
    check: ({ text, date }) => ({
      ...noteProblem('text', text, t),
      ...dayProblem('date', date, info.today, t),
    }),
    // The word for a call or a visit goes first, in the language of who writes it.
    request: ({ kind, text, date }) => ({
      customer: subject.customer,
      text: `${kind === 'other' ? '' : `${t.acts.note[kind]}: `}${about}${text.trim()}`,
      ...(date && { date }),
    }),
    codes: { reason_needed: 'text', future_date: 'date', out_of_range: 'date' },
    onDone: onClose,
  });
  return (
    <ActDialog
      title={t.acts.name.note}
      about={aboutWords(subject, detail.row.name, t)}
      help={t.acts.note.help}
      form={form}
      submit={t.acts.note.submit}
      onClose={onClose}
    >
      <Choice
        label={t.acts.note.kind}
        value={form.form.kind}
        onChange={(kind) => form.set({ kind })}
        options={kinds.map((kind) => ({ value: kind, title: t.acts.note[kind] }))}
      />
      <TextField
        label={t.acts.note.text}
        value={form.form.text}
        onChange={(text) => form.set({ text })}
        problem={form.problems.text}
        lines={4}
        autoFocus
      />
      <DateField
        label={t.acts.date}
        value={form.form.date}
        onChange={(date) => form.set({ date })}
        problem={form.problems.date}
      />
    </ActDialog>
  );
}
