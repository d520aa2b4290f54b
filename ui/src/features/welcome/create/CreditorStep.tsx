// Step one: who the creditor is, by hand or from one of its own e-invoices.

import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { useBackend, type CreditorForm } from '../../../backend';
import { Button } from '../../../components/Button';
import { Icon } from '../../../components/Icon';
import { ErrorStrip } from '../../../components/States';
import { useText } from '../../../i18n';
import { toFirstOf, type Problems } from '../../session/problems';
import { withInvoice } from './creditor';
import { CreditorFields } from './CreditorFields';

type Props = {
  creditor: CreditorForm;
  onChange: (creditor: CreditorForm) => void;
  onBack: () => void;
  onNext: () => void;
};

export function CreditorStep({ creditor, onChange, onBack, onNext }: Props) {
  const t = useText();
  const backend = useBackend();
  const [problems, setProblems] = useState<Problems>({});
  const form = useRef<HTMLFormElement>(null);

  const take = useMutation({
    mutationFn: async () => {
      const file = await backend.pickFile({
        title: t.welcome.creditor.pick,
        filters: [{ name: t.welcome.creditor.filter, extensions: ['xml', 'pdf'] }],
      });
      return file === null ? null : backend.call('creditor_from_invoice', { file });
    },
    onSuccess: (taken) => {
      if (!taken) return;
      setProblems({});
      onChange(withInvoice(creditor, taken));
    },
  });

  const check = useMutation({
    mutationFn: () => backend.call('creditor_check', { creditor }),
    onSuccess: (answer) => {
      if (answer.problems.length === 0) return onNext();
      setProblems(Object.fromEntries(answer.problems.map(({ field, message }) => [field, message])));
      return toFirstOf(
        form.current,
        answer.problems.map(({ field }) => field),
      );
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    check.mutate();
  };
  const change = (next: CreditorForm) => {
    // What is wrong with a field is no longer said once the field is typed in.
    const changed = (Object.keys(next) as (keyof CreditorForm)[]).filter(
      (key) => next[key] !== creditor[key],
    );
    setProblems((known) =>
      Object.fromEntries(Object.entries(known).filter(([key]) => !changed.some((name) => name === key))),
    );
    onChange(next);
  };
  const wrong = Object.keys(problems).length;

  return (
    <form ref={form} className="create-form" onSubmit={submit} noValidate>
      <div className="create-words">
        <h1>{t.welcome.creditor.title}</h1>
        <p className="quiet">{t.welcome.creditor.lead}</p>
      </div>
      <div className="create-take">
        <Icon name="import" size={20} />
        <p>{take.data ? t.welcome.creditor.taken : t.welcome.creditor.fromInvoiceText}</p>
        <Button isPending={take.isPending} onPress={() => take.mutate()}>
          {t.welcome.creditor.fromInvoice}
        </Button>
      </div>
      <ErrorStrip reason={take.error} />
      <CreditorFields creditor={creditor} onChange={change} problems={problems} />
      <ErrorStrip reason={check.error} />
      <footer className="create-foot">
        <Button onPress={onBack}>{t.common.back}</Button>
        <p className="create-remark" role="status">
          {wrong > 0 && t.error.checkFields(wrong)}
        </p>
        <Button weight="primary" type="submit" isPending={check.isPending}>
          {t.common.next}
        </Button>
      </footer>
    </form>
  );
}
