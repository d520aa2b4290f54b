// The plan editor: one plan per kind of customer.

import { useState } from 'react';
import { Choice } from '../../../components/Choice';
import { RoomHead } from '../../../components/RoomHead';
import { ErrorState, Skeleton } from '../../../components/States';
import { useText } from '../../../i18n';
import type { PlanKind } from '../../../backend';
import { PlanEditor } from './PlanEditor';
import { planKinds, usePlans } from './usePlans';
import './Plan.css';

export function PlanTab() {
  const t = useText();
  const [kind, setKind] = useState<PlanKind>('business');
  const { data, error, refetch } = usePlans();
  if (error && !data)
    return <ErrorState title={t.plan.failed} reason={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={['title', 'text', 'block', 'row', 'row']} />;
  return (
    <div className="plan">
      <RoomHead title={t.plan.title} lead={t.plan.intro} />
      <div className="plan-kinds">
        <Choice
          label={t.plan.kind}
          value={kind}
          onChange={setKind}
          options={planKinds.map((value) => ({ value, title: t.plan.kinds[value] }))}
        />
      </div>
      <PlanEditor key={kind} kind={kind} plans={data} />
    </div>
  );
}
