// What the plan means: on real dates, for how many customers, and what a change would send today.

import type { PlanPreview } from '../../../backend';
import { Button } from '../../../components/Button';
import { DateText } from '../../../components/Figures';
import { ErrorStrip } from '../../../components/States';
import { formatDate } from '../../../dates';
import { useNavigation } from '../../../frame/navigation';
import { useLanguage, useText } from '../../../i18n';
import { formatMoney } from '../../../money';
import { useSession } from '../../session/session';
import { useOverview } from '../../today/useOverview';
import { stepWord } from '../words';

type Met = PlanPreview['added'];

const SHOWN = 50;

function Names({ title, names }: { title: string; names: Met }) {
  const t = useText();
  const { go } = useNavigation();
  if (names.length === 0) return null;
  return (
    <div className="plan-names">
      <h3>{title}</h3>
      <ul>
        {names.map(({ customer, name, step }) => (
          <li key={`${customer} ${step}`}>
            <Button weight="link" onPress={() => go({ room: 'customers', open: customer })}>
              {name}
            </Button>{' '}
            <span className="quiet">{stepWord(step, t)}</span>
          </li>
        ))}
      </ul>
      {names.length >= SHOWN && <p className="field-help">{t.plan.means.more}</p>}
    </div>
  );
}

/** The answer in one sentence. */
export function usePlanAnswer(preview: PlanPreview | undefined, busy: boolean, changed: boolean): string {
  const words = useText().plan.means;
  if (busy || !preview) return words.counting;
  if (preview.problems.length > 0) return words.cannot;
  if (!changed) return words.same(preview.after);
  return preview.before === preview.after
    ? words.noChange(preview.after)
    : words.change(preview.before, preview.after);
}

type Props = { preview: PlanPreview | undefined; busy: boolean; error: unknown; changed: boolean };

export function PlanMeans({ preview, busy, error, changed }: Props) {
  const t = useText();
  const lang = useLanguage();
  const words = t.plan.means;
  const { info } = useSession();
  const today = useOverview().data?.date ?? info.today;
  const answer = usePlanAnswer(preview, busy, changed);
  return (
    <section className="plan-means" aria-label={words.title} aria-busy={busy}>
      <h2>{words.title}</h2>
      <p className="plan-answer" role="status">
        {answer}
      </p>
      <ErrorStrip reason={error} />
      {preview && preview.problems.length === 0 && (
        <div className="plan-result" data-busy={busy || undefined}>
          <h3>{words.dates}</h3>
          <ol className="plan-dates">
            <li>
              <DateText value={today} />
              <span>{words.due}</span>
            </li>
            {preview.dates.map(({ step, on }) => {
              const met = preview.steps.find((one) => one.step === step);
              return (
                <li key={step}>
                  <DateText value={on} />
                  <span>
                    {stepWord(step, t)}
                    {met && (
                      <small>
                        {[
                          words.meets(met.customers),
                          met.today > 0
                            ? words.today(met.today, formatMoney(met.amount, lang))
                            : words.todayNone,
                          met.today === 0 && met.first_on && words.from(formatDate(met.first_on, t)),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </small>
                    )}
                  </span>
                </li>
              );
            })}
          </ol>
          {changed && (
            <>
              <Names
                title={preview.added.length < SHOWN ? words.added(preview.added.length) : words.addedMany}
                names={preview.added}
              />
              <Names
                title={
                  preview.removed.length < SHOWN ? words.removed(preview.removed.length) : words.removedMany
                }
                names={preview.removed}
              />
            </>
          )}
        </div>
      )}
    </section>
  );
}
