// One step as a sentence with the number and the ways in it, and below it what the law has against it.

import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Channel, PlanStep, Reason, Step } from '../../../backend';
import { IconButton } from '../../../components/Button';
import { InlineNumber } from '../../../components/InlineNumber';
import { Icon } from '../../../components/Icon';
import { useText, type Text } from '../../../i18n';
import { stepWord } from '../words';
import '../../../components/FilterChips.css';

type Props = {
  step: PlanStep;
  /** The step before it; null: it is the first. */
  before: Step | null;
  onChange: (step: PlanStep) => void;
  onRemove: () => void;
  problems: readonly Reason[];
};

const channels: readonly Channel[] = ['email', 'letter'];

function afterWords(step: Step, before: Step | null, t: Text): string {
  const words = t.plan.sentence;
  if (before === null) return words.first;
  if (step === 'handover') return words.handover(stepWord(before, t));
  if (before === 'notice_14_days') return words.afterNotice;
  return words.next(stepWord(before, t));
}

export function PlanStepRow({ step, before, onChange, onRemove, problems }: Props) {
  const t = useText();
  const words = t.plan;
  const name = stepWord(step.step, t);
  return (
    <li className="plan-step" data-invalid={problems.length > 0 || undefined}>
      <strong className="plan-name">{name}</strong>
      <div className="plan-sentence">
        <InlineNumber
          label={words.days(name)}
          value={step.after_days}
          onChange={(days) => onChange({ ...step, after_days: days })}
          invalid={problems.length > 0}
        />
        <span>{afterWords(step.step, before, t)}</span>
        {step.step !== 'handover' && (
          <ToggleButtonGroup
            className="plan-ways"
            aria-label={words.channels(name)}
            selectionMode="multiple"
            disallowEmptySelection
            selectedKeys={step.channels}
            onSelectionChange={(keys) =>
              onChange({ ...step, channels: channels.filter((channel) => keys.has(channel)) })
            }
          >
            {channels.map((channel) => (
              <ToggleButton key={channel} id={channel} className="filter">
                {words.before[channel]}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        )}
        <span className="plan-remove">
          <IconButton icon="close" label={words.remove(name)} onPress={onRemove} />
        </span>
      </div>
      {before === 'notice_14_days' && <p className="field-help">{words.help.noticeTerm}</p>}
      {problems.map(({ code, message }) => (
        <p key={code} className="field-problem" role="alert">
          <Icon name="warning" size={14} /> {message}
        </p>
      ))}
    </li>
  );
}
