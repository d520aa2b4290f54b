// Pausing a customer until a day, or skipping today: both are a hold with a reason, and can be undone.

import { useState, type FormEvent } from 'react';
import type { IsoDate } from '../../../backend';
import { Button } from '../../../components/Button';
import { DateField } from '../../../components/DateField';
import { Dialog } from '../../../components/Dialog';
import { ErrorStrip } from '../../../components/States';
import { TextField } from '../../../components/TextField';
import { addDays, daysBetween } from '../../../dates';
import { useText } from '../../../i18n';
import { useDraft } from '../../session/drafts';
import { problemsOf, withoutFields } from '../../session/problems';
import { useAct } from '../../session/useAct';
import type { Letter } from './useRun';

type Props = { letter: Letter; today: IsoDate; skip: boolean; onClose: () => void };

const USUAL_DAYS = 14;

export function HoldDialog({ letter, today, skip, onClose }: Props) {
  const t = useText();
  const words = t.dunning.hold;
  const { act, busy, failure } = useAct();
  const [reason, setReason, forget] = useDraft(`hold.reason.${letter.customer}`, '');
  const [until, setUntil, forgetUntil] = useDraft<IsoDate | null>(
    `hold.until.${letter.customer}`,
    addDays(today, USUAL_DAYS),
  );
  const [tried, setTried] = useState(false);
  const problems = problemsOf(failure);
  const needReason = tried && reason.trim() === '' ? words.needReason : undefined;
  const late = until === null || daysBetween(today, until) < 0;

  const close = () => {
    forget();
    forgetUntil();
    onClose();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || (!skip && late)) return;
    const day = skip || until === null ? today : until;
    const done = await act(
      'hold',
      { subject: letter.customer, until: day, reason: reason.trim() },
      { ownErrors: true },
    );
    if (done) close();
  };

  return (
    <Dialog
      title={skip ? words.skipTitle(letter.name) : words.title(letter.name)}
      isOpen
      onClose={close}
      buttons={
        <>
          <Button onPress={close}>{t.common.cancel}</Button>
          <Button weight="primary" type="submit" form="hold-form" isPending={busy}>
            {skip ? words.skipSubmit : words.submit}
          </Button>
        </>
      }
    >
      <form id="hold-form" className="hold-form" onSubmit={(event) => void submit(event)}>
        <p className="quiet">{skip ? words.skipIntro : words.intro}</p>
        <ErrorStrip reason={withoutFields(failure, ['until', 'reason'])} />
        {!skip && (
          <DateField
            label={words.until}
            value={until}
            onChange={setUntil}
            problem={problems.until ?? (tried && late ? words.needDate : undefined)}
          />
        )}
        <TextField
          label={words.reason}
          help={words.reasonHelp}
          value={reason}
          onChange={setReason}
          problem={problems.reason ?? needReason}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
