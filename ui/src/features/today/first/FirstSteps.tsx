// From an empty administration to the first letter on one's own files, one step at a time; each can be skipped.

import type { ReactNode } from 'react';
import { useBackend } from '../../../backend';
import { Button } from '../../../components/Button';
import { Icon } from '../../../components/Icon';
import { useNavigation, type Place } from '../../../frame/navigation';
import { useText } from '../../../i18n';
import { presetList } from '../../customers/useListView';
import { offerFiles } from '../../import/dropped';
import { useSession } from '../../session/session';
import { passStep, putPathAway, resumeStep, type StepId } from './remembered';
import type { FirstPath, FirstStep, Lacking } from './useFirstSteps';
import './FirstSteps.css';

const places: Record<StepId, Place> = {
  invoices: { room: 'bank', tab: 'import' },
  customers: { room: 'customers' },
  bank: { room: 'bank', tab: 'import' },
  match: { room: 'bank', tab: 'match' },
  plan: { room: 'dunning', tab: 'plan' },
  letters: { room: 'dunning', tab: 'run' },
};

function LackingList({ lacking }: { lacking: readonly Lacking[] }) {
  const t = useText();
  const { go } = useNavigation();
  const show = (filter: Lacking['filter']) => {
    presetList('customers', { by: 'open', descending: true }, [filter]);
    go({ room: 'customers' });
  };
  const some = lacking.filter(({ customers }) => customers !== null && customers > 0);
  if (some.length === 0) return null;
  return (
    <ul className="first-lacking">
      {some.map(({ filter, customers }) => (
        <li key={filter}>
          <Button weight="link" onPress={() => show(filter)}>
            {t.today.first.lacking[filter](customers ?? 0)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Acts({ step, path }: { step: FirstStep; path: FirstPath }) {
  const t = useText();
  const backend = useBackend();
  const { go, has } = useNavigation();
  const words = t.today.first.steps[step.id];
  const place = places[step.id];
  const begin = async () => {
    if (step.id === 'invoices' || step.id === 'bank') {
      const file = await backend.pickFile({ title: words.begin });
      if (file === null) return;
      offerFiles([file]);
    }
    // Looking at the plan is all there is to this step.
    if (step.id === 'plan') passStep(path.folder, 'plan');
    go(place);
  };
  return (
    <div className="first-acts">
      {has(place.room) && (
        <Button weight="primary" data-arrival="" onPress={() => void begin()}>
          {words.begin}
        </Button>
      )}
      <Button weight="quiet" onPress={() => passStep(path.folder, step.id)}>
        {t.today.first.skip}
      </Button>
    </div>
  );
}

function Detail({ step, path }: { step: FirstStep; path: FirstPath }) {
  const t = useText();
  return (
    <div className="first-detail">
      <p className="quiet">{t.today.first.steps[step.id].text}</p>
      {step.id === 'customers' && <LackingList lacking={path.lacking} />}
      <Acts step={step} path={path} />
    </div>
  );
}

type StepProps = { step: FirstStep; number: number; onResume: () => void; children: ReactNode };

function Step({ step, number, onResume, children }: StepProps) {
  const t = useText();
  const { title } = t.today.first.steps[step.id];
  const now = step.state === 'now';
  return (
    <li className={`first-step first-${step.state}`} {...(now ? { 'aria-current': 'step' } : {})}>
      <span className="first-mark" aria-hidden>
        {step.state === 'done' ? <Icon name="check" size={14} /> : number}
      </span>
      <div className="first-words">
        <h3>
          {step.state === 'passed' ? (
            // Skipped is not gone: it can be done after all.
            <Button weight="link" onPress={onResume}>
              {title}
            </Button>
          ) : (
            title
          )}
          <span className="visually-hidden"> ({t.today.first.state[step.state]})</span>
        </h3>
        {children}
      </div>
    </li>
  );
}

/** `whole`: there is nothing else in the room yet. Otherwise the steps stand in one row. */
export function FirstSteps({ steps: path, whole = false }: { steps: FirstPath; whole?: boolean }) {
  const t = useText();
  const { close } = useSession();
  const done = path.steps.filter(({ state }) => state === 'done' || state === 'passed').length;
  const now = path.steps.find(({ state }) => state === 'now');
  return (
    <section className={whole ? 'card first' : 'card first first-row'} aria-label={t.today.first.title}>
      <header className="card-head">
        <h2>{t.today.first.title}</h2>
        <span className="card-remark first-remark">
          {t.today.first.progress(done, path.steps.length)}
          {!whole && (
            <Button weight="link" onPress={() => putPathAway(path.folder)}>
              {t.today.first.away}
            </Button>
          )}
        </span>
      </header>
      <ol className="first-list">
        {path.steps.map((step, index) => (
          <Step
            key={step.id}
            step={step}
            number={index + 1}
            onResume={() => resumeStep(path.folder, step.id)}
          >
            {whole && step === now && <Detail step={step} path={path} />}
          </Step>
        ))}
      </ol>
      {!whole && now && <Detail step={now} path={path} />}
      {whole && (
        <footer className="first-foot">
          <span className="quiet">{t.today.first.sampleText}</span>
          <Button weight="link" onPress={() => void close({ at: 'sample' })}>
            {t.today.empty.sample}
          </Button>
        </footer>
      )}
    </section>
  );
}
