// The dunning plans: as saved, as they are being changed, and what a change would do, worked out by the core.

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useBackend, type DunningPlan, type PlanKind, type PlanStep, type Step } from '../../../backend';
import { useLanguage } from '../../../i18n';
import { useDraft } from '../../session/drafts';
import { useSettled } from '../useSettled';

export type Plans = Record<PlanKind, DunningPlan>;

export const planKinds: readonly PlanKind[] = ['consumer', 'business', 'government'];

/** From mild to severe; a plan has each at most once and in this order. */
export const planOrder: readonly Step[] = [
  'reminder',
  'final_reminder',
  'notice_14_days',
  'final_demand',
  'handover',
];

const PAUSE = 400;

export function usePlans() {
  const backend = useBackend();
  const lang = useLanguage();
  return useQuery({
    queryKey: ['settings', lang],
    queryFn: () => backend.call('settings', {}),
    staleTime: Infinity,
    placeholderData: (previous) => previous,
    select: ({ settings }) => settings.plans as Plans,
  });
}

export const samePlan = (one: DunningPlan, other: DunningPlan) =>
  JSON.stringify(one) === JSON.stringify(other);

/** What is typed of each kind stays when one looks at another, and when the window locks. */
export function usePlanDraft(kind: PlanKind, saved: DunningPlan) {
  const [draft, setDraft, forget] = useDraft<DunningPlan | null>(`dunning.plan.${kind}`, null);
  const plan = draft ?? saved;
  return useMemo(
    () => ({
      plan,
      changed: !samePlan(plan, saved),
      set: (next: DunningPlan) => setDraft(samePlan(next, saved) ? null : next),
      back: () => {
        setDraft(null);
        forget();
      },
    }),
    [plan, saved, setDraft, forget],
  );
}

export function usePlanPreview(kind: PlanKind, plan: DunningPlan) {
  const backend = useBackend();
  const lang = useLanguage();
  const asked = useSettled(plan, PAUSE);
  const query = useQuery({
    queryKey: ['plan_preview', lang, kind, asked],
    queryFn: () => backend.call('plan_preview', { kind, plan: asked }),
    staleTime: Infinity,
    placeholderData: (previous, before) => (before?.queryKey[2] === kind ? previous : undefined),
  });
  return { ...query, busy: asked !== plan || query.isFetching };
}

/** A step that was not there, with days and a way that the law lets pass. */
export function newStep(step: Step, plan: DunningPlan): PlanStep {
  const byPost = step === 'notice_14_days' || step === 'final_demand';
  return {
    step,
    after_days: step === 'reminder' ? 2 : step === 'handover' ? 10 : plan.min_interval_days,
    channels: step === 'handover' ? [] : [byPost ? 'letter' : 'email'],
  };
}
