// One calculation: what is given at the left, what comes of it at the right, and what can be done with it.

import type { ReactNode } from 'react';
import type { CalcKind } from '../../backend';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { ErrorStrip } from '../../components/States';
import { useText } from '../../i18n';
import { useAction } from '../../keys/actions';
import type { Warned } from './answers';
import { SheetButtons } from './SheetButtons';
import { useCalculation, type Asked } from './useCalculation';

/** A result as it is shown, and as text to copy. */
export type Shown = {
  headline: { label: string; value: string };
  second?: { label: string; value: string };
  body?: ReactNode;
  rules: readonly string[];
  warnings: readonly Warned[];
  text: readonly string[];
};

type Props<Answer> = {
  what: CalcKind;
  form: ReactNode;
  /** Null while something is missing or wrong. */
  asked: Asked | null;
  /** What is still missing, in words. */
  missing: readonly string[];
  show: (answer: Answer) => Shown;
  onClear: () => void;
};

function Result({ shown, waits }: { shown: Shown; waits: boolean }) {
  const t = useText().calculator;
  return (
    <div className="calc-shown" data-waits={waits || undefined}>
      <p className="calc-headline" role="status">
        <span className="quiet">{shown.headline.label}</span>
        <strong className="amount">{shown.headline.value}</strong>
        {shown.second && (
          <span className="quiet">
            {shown.second.label} <span className="amount">{shown.second.value}</span>
          </span>
        )}
      </p>
      {shown.warnings.length > 0 && (
        <ul className="calc-warnings" aria-label={t.mind}>
          {shown.warnings.map(({ code, message }) => (
            <li key={`${code} ${message}`}>
              <Icon name="warning" size={16} />
              {message}
            </li>
          ))}
        </ul>
      )}
      {shown.body}
      {shown.rules.length > 0 && (
        <section className="calc-rules">
          <h2>{t.rests}</h2>
          <ul>
            {shown.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

export function Calculation<Answer>({ what, form, asked, missing, show, onClear }: Props<Answer>) {
  const t = useText().calculator;
  const { answer, error, waits } = useCalculation<Answer>(what, asked);
  const shown = answer === undefined ? null : show(answer);
  useAction('calcClear', onClear);
  return (
    <div className="calc">
      <section className="calc-form" aria-label={t.given}>
        {form}
        <Button weight="quiet" icon="refresh" onPress={onClear}>
          {t.clear}
        </Button>
      </section>
      {/* Focusable, because it may scroll and hold nothing else to focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="card calc-result" aria-label={t.result} tabIndex={0}>
        {shown && <Result shown={shown} waits={waits} />}
        {!shown && missing.length > 0 && (
          <div className="calc-missing">
            <h2>{t.needed}</h2>
            <ul>
              {missing.map((word) => (
                <li key={word}>{word}</li>
              ))}
            </ul>
          </div>
        )}
        {asked === null && missing.length === 0 && <p className="quiet">{t.amend}</p>}
        <ErrorStrip reason={error} />
        {shown && asked && <SheetButtons what={what} asked={asked} text={shown.text} />}
      </section>
    </div>
  );
}
