// Confirming one letter: the day it left, and if there is one a proof, which is kept with it.

import type { FormEvent } from 'react';
import type { IsoDate, LetterRow } from '../../../backend';
import { Button } from '../../../components/Button';
import { DateField } from '../../../components/DateField';
import { Dialog } from '../../../components/Dialog';
import { PathField } from '../../../components/PathField';
import { ErrorStrip } from '../../../components/States';
import { useText } from '../../../i18n';
import { useDraft } from '../../session/drafts';
import { problemsOf, withoutFields } from '../../session/problems';
import { useAct } from '../../session/useAct';

type Props = { letter: LetterRow; today: IsoDate; onClose: () => void };

export function ConfirmDialog({ letter, today, onClose }: Props) {
  const t = useText();
  const words = t.pastRuns.letter;
  const { act, busy, failure } = useAct();
  const kept = `past.confirm.${letter.letter}`;
  const [day, setDay, forgetDay] = useDraft<IsoDate | null>(`${kept}.day`, letter.left_on ?? today);
  const [proof, setProof, forgetProof] = useDraft(`${kept}.proof`, '');
  const close = () => {
    forgetDay();
    forgetProof();
    onClose();
  };
  const problems = problemsOf(failure);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await act(
      'confirm',
      {
        letter: letter.letter,
        ...(day !== null && { left_on: day }),
        ...(proof.trim() !== '' && { proof: proof.trim() }),
      },
      { ownErrors: true },
    );
    if (done) close();
  };
  return (
    <Dialog
      title={words.confirmTitle(letter.name)}
      isOpen
      onClose={close}
      buttons={
        <>
          <Button onPress={close}>{t.common.cancel}</Button>
          <Button weight="primary" type="submit" form="confirm-form" isPending={busy}>
            {t.pastRuns.one.confirmSubmit}
          </Button>
        </>
      }
    >
      <form id="confirm-form" className="hold-form" onSubmit={(event) => void submit(event)}>
        <ErrorStrip reason={withoutFields(failure, ['left_on', 'proof'])} />
        <DateField
          label={t.pastRuns.one.confirmDate}
          value={day}
          onChange={setDay}
          problem={problems.left_on}
          autoFocus
        />
        <PathField
          label={words.proofField}
          help={words.proofHelp}
          pickTitle={words.proofPick}
          value={proof}
          onChange={setProof}
          problem={problems.proof}
          existing
        />
      </form>
    </Dialog>
  );
}
