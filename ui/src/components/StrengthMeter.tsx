// How strong a new passphrase is, in four steps and in a word; the core judges and advises.

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { Label, Meter } from 'react-aria-components';
import { useBackend, type PassphraseStrength } from '../backend';
import { useText } from '../i18n';
import './StrengthMeter.css';

/** Asks the core; the answer is dropped from memory at once when the form goes. */
export function useStrength(passphrase: string): PassphraseStrength | undefined {
  const backend = useBackend();
  const settled = useDeferredValue(passphrase);
  const { data } = useQuery({
    queryKey: ['passphrase_strength', settled],
    queryFn: () => backend.call('passphrase_strength', { passphrase: settled }),
    enabled: settled !== '',
    gcTime: 0,
    staleTime: 0,
    placeholderData: (previous) => previous,
  });
  return passphrase === '' ? undefined : data;
}

export function StrengthMeter(props: { strength: PassphraseStrength | undefined }) {
  const t = useText();
  const { strength } = props;
  const score = strength?.score ?? 0;
  const word = strength ? (t.passphrase.scores[score] ?? '') : '';
  const tone = !strength || score < 2 ? 'late' : strength.acceptable ? 'good' : 'held';
  return (
    <Meter className="strength" value={strength ? score + 1 : 0} maxValue={5} valueLabel={word}>
      <div className="strength-words">
        <Label className="quiet">{t.passphrase.strength}</Label>
        <span className={`strength-word strength-${tone}`}>{word}</span>
      </div>
      <svg viewBox="0 0 104 4" preserveAspectRatio="none" className="strength-bar" aria-hidden>
        {[0, 1, 2, 3, 4].map((step) => (
          <rect
            key={step}
            x={step * 21}
            width="20"
            height="4"
            fill={strength && step <= score ? `var(--${tone})` : 'var(--line)'}
          />
        ))}
      </svg>
      {strength && strength.advice.length > 0 && (
        <ul className="strength-advice">
          {strength.advice.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Meter>
  );
}
