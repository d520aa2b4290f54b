// One plan as sentences, with what it means beside it, and nothing kept before one says so.

import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { DunningPlan, PlanKind, PlanStep, Reason, Step } from '../../../backend';
import { Button } from '../../../components/Button';
import { Chip } from '../../../components/Chip';
import { Icon } from '../../../components/Icon';
import { InlineNumber } from '../../../components/InlineNumber';
import { ErrorStrip } from '../../../components/States';
import { useText, type Text } from '../../../i18n';
import { useAct } from '../../session/useAct';
import { stepWord } from '../words';
import { PlanMeans, usePlanAnswer } from './PlanMeans';
import { PlanStepRow } from './PlanStepRow';
import { newStep, planOrder, usePlanDraft, usePlanPreview, type Plans } from './usePlans';
import '../../../components/Menu.css';

/** A problem's sentence names its step; the longest name that fits is meant. */
function stepOf({ code, message }: Reason, t: Text): Step | null {
  if (code === 'notice_missing') return 'final_demand';
  if (code === 'notice_not_needed' || code === 'notice_not_by_post') return 'notice_14_days';
  if (code === 'before_due') return 'reminder';
  const named = planOrder.filter((step) => message.includes(stepWord(step, t)));
  return named.toSorted((a, b) => stepWord(b, t).length - stepWord(a, t).length)[0] ?? null;
}

export function PlanEditor({ kind, plans }: { kind: PlanKind; plans: Plans }) {
  const t = useText();
  const words = t.plan;
  const { act, busy, failure } = useAct();
  const { plan, changed, set, back } = usePlanDraft(kind, plans[kind]);
  const preview = usePlanPreview(kind, plan);
  const problems = preview.busy ? [] : (preview.data?.problems ?? []);
  const answer = usePlanAnswer(preview.data, preview.busy, changed);
  const placed = problems.map((problem) => ({ problem, step: stepOf(problem, t) }));
  const loose = placed.filter(({ step }) => !step || !plan.steps.some((one) => one.step === step));
  const missing = planOrder.filter(
    (step) =>
      !plan.steps.some((one) => one.step === step) && (step !== 'notice_14_days' || kind === 'consumer'),
  );

  const setStep = (next: PlanStep) =>
    set({ ...plan, steps: plan.steps.map((one) => (one.step === next.step ? next : one)) });
  const add = (step: Step) => {
    const steps = [...plan.steps, newStep(step, plan)];
    set({
      ...plan,
      steps: steps.toSorted((a, b) => planOrder.indexOf(a.step) - planOrder.indexOf(b.step)),
    });
  };
  const save = async () => {
    const next: Record<PlanKind, DunningPlan> = { ...plans, [kind]: plan };
    const done = await act('configure', { what: 'settings', change: { plans: next } }, { ownErrors: true });
    if (done) back();
  };

  return (
    <>
      <div className="plan-split">
        <section className="plan-steps" aria-label={words.steps}>
          <p className="quiet">{words.kindText[kind]}</p>
          <ol className="plan-list">
            {plan.steps.map((step, at) => (
              <PlanStepRow
                key={step.step}
                step={step}
                before={plan.steps[at - 1]?.step ?? null}
                onChange={setStep}
                onRemove={() => set({ ...plan, steps: plan.steps.filter((one) => one.step !== step.step) })}
                problems={placed.filter((one) => one.step === step.step).map(({ problem }) => problem)}
              />
            ))}
          </ol>
          {missing.length > 0 && (
            <MenuTrigger>
              <AriaButton className="button button-plain plan-add">
                <Icon name="create" />
                <span>{words.add}</span>
              </AriaButton>
              <Popover className="menu" offset={4} placement="bottom start">
                <Menu className="menu-list" aria-label={words.add}>
                  {missing.map((step) => (
                    <MenuItem key={step} id={step} className="menu-item" onAction={() => add(step)}>
                      {stepWord(step, t)}
                    </MenuItem>
                  ))}
                </Menu>
              </Popover>
            </MenuTrigger>
          )}
          <div className="plan-sentence">
            {words.interval}{' '}
            <InlineNumber
              label={words.intervalLabel}
              value={plan.min_interval_days}
              onChange={(days) => set({ ...plan, min_interval_days: days })}
              least={1}
            />{' '}
            {words.intervalDays}.
          </div>
          {loose.length > 0 && (
            <div className="strip strip-warning" role="alert">
              <Icon name="warning" />
              <div>
                <p className="strip-message">{words.problems}</p>
                {loose.map(({ problem }) => (
                  <p key={problem.code}>{problem.message}</p>
                ))}
              </div>
            </div>
          )}
        </section>
        <PlanMeans preview={preview.data} busy={preview.busy} error={preview.error} changed={changed} />
      </div>
      <footer className="plan-foot">
        <ErrorStrip reason={failure} />
        <Button
          weight="primary"
          isDisabled={!changed || preview.busy || problems.length > 0}
          isPending={busy}
          onPress={() => void save()}
        >
          {words.save}
        </Button>
        <Button isDisabled={!changed} onPress={back}>
          {words.restore}
        </Button>
        {changed && <Chip tone="held">{words.changed}</Chip>}
        {changed && <span className="quiet">{answer}</span>}
      </footer>
    </>
  );
}
