// Your own details, as they stand on letters and in dossiers.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useBackend, type CreditorForm, type SettingsView } from '../../backend';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { Icon } from '../../components/Icon';
import { ErrorStrip } from '../../components/States';
import { useText } from '../../i18n';
import { useDraft } from '../session/drafts';
import { problemsOf, toFirstOf, withoutFields, type Problems } from '../session/problems';
import { useAct } from '../session/useAct';
import { withInvoice } from '../welcome/create/creditor';
import { CreditorFields } from '../welcome/create/CreditorFields';
import '../welcome/create/create.css';
import { Loaded, Part } from './Part';
import { SaveBar } from './SaveBar';
import { useSettings } from './useSettings';

type Terms = 'unknown' | 'yes' | 'no';
type Draft = { creditor: CreditorForm; terms: Terms };

const termsOf = (answer: boolean | null): Terms => (answer === null ? 'unknown' : answer ? 'yes' : 'no');
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function Form({ settings }: { settings: SettingsView }) {
  const t = useText();
  const words = t.settings.creditor;
  const backend = useBackend();
  const queries = useQueryClient();
  const { act, busy, failure } = useAct();
  const kept: Draft = { creditor: settings.creditor, terms: termsOf(settings.terms_name_costs) };
  const [draft, setDraft, forget] = useDraft<Draft | null>('settings.creditor', null);
  const { creditor, terms } = draft ?? kept;
  const [cleared, setCleared] = useState<readonly string[]>([]);
  const problems: Problems = Object.fromEntries(
    Object.entries(problemsOf(failure)).filter(([field]) => !cleared.includes(field)),
  );
  const wrong = Object.keys(problems).length;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => toFirstOf(form.current, Object.keys(problemsOf(failure))), [failure]);
  const changed = draft !== null && !same(draft, kept);

  const change = (next: Partial<Draft>) => {
    const touched = next.creditor ?? creditor;
    const fields = (Object.keys(touched) as (keyof CreditorForm)[]).filter(
      (field) => touched[field] !== creditor[field],
    );
    setCleared((known) => [...known, ...fields]);
    setDraft({ creditor, terms, ...next });
  };
  const drop = () => {
    forget();
    setDraft(null);
  };
  const take = useMutation({
    mutationFn: async () => {
      const file = await backend.pickFile({
        title: t.welcome.creditor.pick,
        filters: [{ name: t.welcome.creditor.filter, extensions: ['xml', 'pdf'] }],
      });
      return file === null ? null : backend.call('creditor_from_invoice', { file });
    },
    onSuccess: (taken) => taken && change({ creditor: withInvoice(creditor, taken) }),
  });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setCleared([]);
    const done = await act(
      'configure',
      { what: 'creditor', creditor, terms_name_costs: terms === 'unknown' ? null : terms === 'yes' },
      { ownErrors: true },
    );
    if (!done) return;
    drop();
    // The name stands in the rail too.
    await queries.invalidateQueries({ queryKey: ['app_info'] });
  };

  return (
    <form ref={form} className="part-form" onSubmit={(event) => void save(event)} noValidate>
      <div className="create-take">
        <Icon name="import" size={20} />
        <p>{take.data ? words.taken : words.take}</p>
        <Button isPending={take.isPending} onPress={() => take.mutate()}>
          {words.takeButton}
        </Button>
      </div>
      <ErrorStrip reason={take.error} />
      <CreditorFields
        creditor={creditor}
        onChange={(next) => change({ creditor: next })}
        problems={problems}
      />
      <div className="part-choice">
        <Choice
          label={words.terms}
          value={terms}
          onChange={(next) => change({ terms: next })}
          options={(['unknown', 'yes', 'no'] as const)
            .filter((value) => value !== 'unknown' || kept.terms === 'unknown')
            .map((value) => ({ value, title: words.termsChoices[value] }))}
        />
        <p className="field-help">{words.termsHelp}</p>
      </div>
      <ErrorStrip reason={withoutFields(failure, Object.keys(creditor))} />
      <SaveBar
        changed={changed}
        busy={busy}
        onRevert={drop}
        remark={wrong > 0 ? t.error.checkFields(wrong) : undefined}
      />
    </form>
  );
}

export function CreditorPart() {
  const t = useText().settings;
  const asked = useSettings();
  return (
    <Part title={t.tabs.creditor} lead={t.creditor.lead}>
      <Loaded asked={asked}>{(settings) => <Form settings={settings} />}</Loaded>
    </Part>
  );
}
