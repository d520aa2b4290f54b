// Notes what came back of a dossier. What is asked follows from what happened.

import { useState, type FormEvent } from 'react';
import type { DossierView, HandedTo, HandoverEventKind, IsoDate } from '../../backend';
import { Button } from '../../components/Button';
import { DateField } from '../../components/DateField';
import { Dialog } from '../../components/Dialog';
import { MoneyField } from '../../components/MoneyField';
import { SelectField } from '../../components/SelectField';
import { ErrorStrip } from '../../components/States';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';
import { parseMoney } from '../../money';
import { useDraft } from '../session/drafts';
import { problemsOf, withoutFields } from '../session/problems';
import { useSession } from '../session/session';
import { useAct } from '../session/useAct';
import { asTold, nobody, PartyFields } from './PartyFields';

const FORM = 'event-form';

export const eventKinds: readonly HandoverEventKind[] = [
  'paid_to_them',
  'costs',
  'settlement',
  'judgment',
  'note',
  'given_to',
  'uncollectable',
  'withdrawn',
];

const mayHaveAmount: ReadonlySet<HandoverEventKind> = new Set([
  'paid_to_them',
  'costs',
  'settlement',
  'judgment',
]);
const needsAmount: ReadonlySet<HandoverEventKind> = new Set(['paid_to_them', 'costs']);

type Props = {
  dossier: DossierView;
  kind: HandoverEventKind;
  onKind: (kind: HandoverEventKind) => void;
  onClose: () => void;
};

export function EventDialog({ dossier, kind, onKind, onClose }: Props) {
  const t = useText();
  const words = t.dossiers.event;
  const { info } = useSession();
  const { act, busy, failure } = useAct();
  const [amount, setAmount, forgetAmount] = useDraft(`dossier.${dossier.id}.amount`, '');
  const [text, setText, forgetText] = useDraft(`dossier.${dossier.id}.text`, '');
  const [date, setDate, forgetDate] = useDraft<IsoDate | null>(
    `dossier.${dossier.id}.date`,
    info.today < dossier.date ? dossier.date : info.today,
  );
  const [to, setTo, forgetTo] = useDraft<HandedTo>(`dossier.${dossier.id}.to`, dossier.to ?? nobody);
  const [tried, setTried] = useState(false);
  const withAmount = mayHaveAmount.has(kind);
  const money = withAmount && amount.trim() !== '' ? parseMoney(amount) : null;
  const amountMissing = withAmount && money === null && (needsAmount.has(kind) || amount.trim() !== '');
  const problems = problemsOf(failure);
  const open = eventKinds.filter((value) => value !== 'withdrawn' || dossier.state !== 'withdrawn');

  // The day and the hands are asked anew each time; what was written waits.
  const close = () => {
    forgetDate();
    forgetTo();
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (amountMissing || date === null) return;
    const done = await act(
      'handover_event',
      {
        dossier: dossier.id,
        kind,
        date,
        ...(money !== null && { amount: money }),
        ...(text.trim() !== '' && { text: text.trim() }),
        ...(kind === 'given_to' && { to: asTold(to) }),
      },
      { ownErrors: true },
    );
    if (!done) return;
    forgetAmount();
    forgetText();
    close();
  };

  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={close}
      keepOpen={busy}
      buttons={
        <>
          <Button onPress={close} isDisabled={busy}>
            {t.common.cancel}
          </Button>
          <Button weight="primary" type="submit" form={FORM} isPending={busy}>
            {words.save}
          </Button>
        </>
      }
    >
      <form id={FORM} className="dossier-form" onSubmit={(event) => void submit(event)} noValidate>
        <SelectField
          label={words.kind}
          help={words.help[kind]}
          value={kind}
          onChange={onKind}
          options={open.map((value) => ({ value, label: words.kinds[value] }))}
        />
        {kind === 'given_to' && <PartyFields value={to} onChange={setTo} problems={problems} />}
        <div className="dossier-pair">
          {withAmount && (
            <MoneyField
              label={words.amount}
              optional={!needsAmount.has(kind)}
              value={amount}
              onChange={setAmount}
              problem={tried && amountMissing ? words.amountProblem : problems.amount}
            />
          )}
          <DateField
            label={words.date}
            value={date}
            onChange={setDate}
            problem={tried && date === null ? words.dateNeeded : problems.date}
          />
        </div>
        <TextField
          label={kind === 'note' ? words.note : words.text}
          optional={kind !== 'note'}
          lines={3}
          value={text}
          onChange={setText}
          problem={problems.text}
        />
        <ErrorStrip reason={withoutFields(failure, ['amount', 'text', 'name', 'email', 'date'])} />
      </form>
    </Dialog>
  );
}
