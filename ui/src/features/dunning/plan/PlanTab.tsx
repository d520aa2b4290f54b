// The plan editor: one plan per kind of customer.

import { useState } from 'react';
import { Choice } from '../../../components/Choice';
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
      <header className="plan-head">
        <div>
          <h1>{t.plan.title}</h1>
          <p className="quiet">{t.plan.intro}</p>
        </div>
        <div className="plan-kinds">
          <Choice
            label={t.plan.kind}
            value={kind}
            onChange={setKind}
            options={planKinds.map((value) => ({ value, title: t.plan.kinds[value] }))}
          />
        </div>
      </header>
      <PlanEditor key={kind} kind={kind} plans={data} />
    </div>
  );
}
