// The numbers that decisions rest on, with what they do and what they may be.

import type { FormEvent } from 'react';
import type { SettingLimit, SettingsView } from '../../backend';
import { NumberField } from '../../components/NumberField';
import { ErrorStrip } from '../../components/States';
import { Checkbox } from '../../components/Toggle';
import { useText, type Text } from '../../i18n';
import { useDraft } from '../session/drafts';
import { problemsOf, withoutFields } from '../session/problems';
import { useAct } from '../session/useAct';
import { Block, Loaded, Part } from './Part';
import { SaveBar } from './SaveBar';
import { useSettings } from './useSettings';

type Field = keyof Text['settings']['rules']['fields'];

const groups: readonly { id: 'post' | 'bank'; fields: readonly Field[] }[] = [
  { id: 'post', fields: ['delivery_days', 'plan_days', 'notice_of_default_days'] },
  { id: 'bank', fields: ['bank_amber_days', 'bank_red_days', 'transit_days'] },
];
const ALWAYS_365 = 'always_365';

type Draft = Partial<Record<Field, number>> & { always_365?: boolean };

function useRules(settings: SettingsView) {
  const kept = settings.settings as unknown as Required<Draft>;
  const [draft, setDraft, forget] = useDraft<Draft>('settings.rules', {});
  const changes = Object.fromEntries(
    Object.entries(draft).filter(([field, value]) => kept[field as Field] !== value),
  ) as Draft;
  return {
    now: { ...kept, ...draft },
    changes,
    change: (part: Draft) => setDraft({ ...draft, ...part }),
    drop: () => {
      forget();
      setDraft({});
    },
  };
}

type RuleProps = {
  field: Field;
  limit: SettingLimit | undefined;
  value: number;
  problem: string | undefined;
  onChange: (value: number) => void;
};

function Rule({ field, limit, value, problem, onChange }: RuleProps) {
  const t = useText().settings.rules;
  const { min = 0, max = 365, default: shipped = value } = limit ?? {};
  return (
    <NumberField
      label={t.fields[field].label}
      help={`${t.fields[field].text} ${value === shipped ? '' : t.shipped(shipped)}`}
      value={value}
      onChange={(next) => onChange(Number.isFinite(next) ? next : min)}
      minValue={min}
      maxValue={max}
      problem={problem}
    />
  );
}

function Form({ settings }: { settings: SettingsView }) {
  const t = useText().settings.rules;
  const { act, busy, failure } = useAct();
  const { now, changes, change, drop } = useRules(settings);
  const problems = problemsOf(failure);
  const limitOf = (field: Field) => settings.limits.find((limit) => limit.field === field);
  const wordsOf = (field: Field) => {
    const limit = limitOf(field);
    if (problems[field] === undefined) return undefined;
    const within = limit && now[field] >= limit.min && now[field] <= limit.max;
    return within || !limit ? problems[field] : t.range(limit.min, limit.max);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await act('configure', { what: 'settings', change: changes }, { ownErrors: true })) drop();
  };
  return (
    <form className="part-form" onSubmit={(event) => void save(event)} noValidate>
      {groups.map(({ id, fields }) => (
        <Block key={id} title={t.groups[id]}>
          <div className="part-rules">
            {fields.map((field) => (
              <Rule
                key={field}
                field={field}
                limit={limitOf(field)}
                value={now[field]}
                problem={wordsOf(field)}
                onChange={(value) => change({ [field]: value })}
              />
            ))}
          </div>
        </Block>
      ))}
      <Block title={t.groups.interest}>
        <Checkbox
          value={now.always_365}
          onChange={(value) => change({ [ALWAYS_365]: value })}
          help={t.always365Help}
        >
          {t.always365}
        </Checkbox>
      </Block>
      <ErrorStrip reason={withoutFields(failure, Object.keys(t.fields))} />
      <SaveBar changed={Object.keys(changes).length > 0} busy={busy} onRevert={drop} />
    </form>
  );
}

export function RulesPart() {
  const t = useText().settings;
  const asked = useSettings();
  return (
    <Part title={t.tabs.rules} lead={t.rules.lead}>
      <Loaded asked={asked}>{(settings) => <Form settings={settings} />}</Loaded>
    </Part>
  );
}
