// The day on which what was printed, saved or mailed really left: terms of the law begin with it.

import { useState } from 'react';
import type { IsoDate, LetterRow, RunRow } from '../../../backend';
import { Button } from '../../../components/Button';
import { DateField } from '../../../components/DateField';
import { ErrorStrip } from '../../../components/States';
import { useText } from '../../../i18n';
import { problemsOf, withoutFields } from '../../session/problems';
import { useAct } from '../../session/useAct';
import { useOverview } from '../../today/useOverview';
import { PaperAgain } from './PaperAgain';

export function ConfirmStep({ run, letters }: { run: RunRow; letters: readonly LetterRow[] }) {
  const t = useText();
  const words = t.pastRuns.one;
  const { act, busy, failure } = useAct();
  const today = useOverview().data?.date ?? run.date;
  const [chosen, setChosen] = useState<IsoDate | null | undefined>(undefined);
  const paper = letters.filter(({ channels }) => channels.includes('letter'));
  const day = chosen === undefined ? today : chosen;
  return (
    <div className="leave-step">
      <h2>{words.confirm(letters.length)}</h2>
      <p className="quiet">{words.confirmText}</p>
      <ErrorStrip reason={withoutFields(failure, ['left_on'])} />
      <div className="leave-buttons">
        <DateField
          label={words.confirmDate}
          value={day}
          onChange={setChosen}
          problem={problemsOf(failure).left_on}
        />
        <Button
          isDisabled={day === null}
          isPending={busy}
          onPress={() => {
            if (day === null) return;
            void act(
              'run_confirm',
              { run: run.run, left_on: day, letters: letters.map(({ letter }) => letter) },
              { ownErrors: true },
            );
          }}
        >
          {words.confirmSubmit}
        </Button>
      </div>
      {paper.length > 0 && <PaperAgain run={run} letters={paper} />}
    </div>
  );
}
