// Files that are kept: a copy of an invoice, and the proof that a letter was posted.

import type { IsoDate } from '../../backend';
import { DateField } from '../../components/DateField';
import { PathField } from '../../components/PathField';
import { useText } from '../../i18n';
import { useSession } from '../session/session';
import { ActDialog } from './ActDialog';
import { aboutWords, nameOfAct } from './acts';
import type { ActProps } from './ActShown';
import { InvoiceSelect } from './InvoiceSelect';
import { useActForm } from './useActForm';

const KINDS = ['pdf', 'png', 'jpg', 'jpeg', 'xml'];
const PROOFS = ['pdf', 'png', 'jpg', 'jpeg', 'txt', 'eml'];

/** What is kept as proof stays, and is looked at here: what cannot be shown proves nothing. */
const isProof = (file: string) => PROOFS.some((kind) => file.trim().toLowerCase().endsWith(`.${kind}`));

export function FileDialog({ subject, detail, onClose }: ActProps) {
  const t = useText();
  const form = useActForm<'invoice_file_add', { invoice: string; file: string }>({
    command: 'invoice_file_add',
    draft: `file ${subject.customer} ${subject.invoice ?? ''}`,
    initial: { invoice: subject.invoice ?? detail.items[0]?.id ?? '', file: '' },
    check: ({ invoice, file }) => ({
      ...(invoice === '' && { invoice: t.acts.problem.invoice }),
      ...(file.trim() === '' && { file: t.acts.problem.required }),
    }),
    request: ({ invoice, file }) => ({ invoice, file: file.trim() }),
    codes: {
      not_found: 'file',
      io: 'file',
      file_too_large: 'file',
      file_empty: 'file',
      file_not_pdf: 'file',
      file_kept: 'file',
    },
    onDone: onClose,
  });
  return (
    <ActDialog
      title={nameOfAct('file', subject, t)}
      about={aboutWords(subject, detail.row.name, t)}
      form={form}
      submit={t.acts.file.submit}
      onClose={onClose}
    >
      {!subject.invoice && (
        <InvoiceSelect
          items={detail.items}
          value={form.form.invoice}
          onChange={(invoice) => form.set({ invoice })}
          problem={form.problems.invoice}
        />
      )}
      <PathField
        label={t.acts.file.path}
        help={t.acts.file.help}
        pickTitle={subject.credit ? t.acts.file.pickCredit : t.acts.file.pick}
        existing
        filters={[{ name: t.acts.file.filter, extensions: KINDS }]}
        value={form.form.file}
        onChange={(file) => form.set({ file })}
        problem={form.problems.file}
      />
    </ActDialog>
  );
}

export function ConfirmDialog({ subject, detail, onClose }: ActProps) {
  const t = useText();
  const { info } = useSession();
  const letter = subject.letter ?? '';
  // That it left is then known for good; only its proof can still come.
  const left = detail.letters.some((row) => row.letter === letter && row.state === 'confirmed');
  const form = useActForm<'confirm', { on: IsoDate | null; proof: string }>({
    command: 'confirm',
    draft: `confirm ${letter}`,
    initial: { on: info.today, proof: '' },
    check: ({ on, proof }) => ({
      ...(!left && on === null && { on: t.acts.problem.date }),
      ...(left && proof.trim() === '' && { proof: t.acts.problem.required }),
      ...(proof.trim() !== '' && !isProof(proof) && { proof: t.acts.confirm.noProof }),
    }),
    request: ({ on, proof }) => ({
      letter,
      ...(!left && on && { left_on: on }),
      ...(proof.trim() !== '' && { proof: proof.trim() }),
    }),
    codes: { future_date: 'on', not_found: 'proof', io: 'proof' },
    onDone: onClose,
  });
  return (
    <ActDialog
      title={left ? t.customers.documents.addProof : t.acts.name.confirm}
      about={`${t.acts.confirm.letter(letter, subject.step ?? '')} · ${detail.row.name}`}
      form={form}
      submit={left ? t.customers.documents.addProof : t.acts.confirm.submit}
      onClose={onClose}
    >
      {!left && (
        <DateField
          label={t.acts.confirm.left}
          value={form.form.on}
          onChange={(on) => form.set({ on })}
          problem={form.problems.on}
          autoFocus
        />
      )}
      <PathField
        label={t.acts.confirm.proof}
        help={t.acts.confirm.proofHelp}
        pickTitle={t.acts.confirm.pick}
        existing
        filters={[{ name: t.acts.confirm.proof, extensions: PROOFS }]}
        value={form.form.proof}
        onChange={(proof) => form.set({ proof })}
        problem={form.problems.proof}
      />
    </ActDialog>
  );
}
