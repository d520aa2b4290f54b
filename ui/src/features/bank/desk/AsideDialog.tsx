// Setting a line aside: it is no customer's. Why is asked once; the other lines of the same other side may go along.

import { useState } from 'react';
import type { DeskLine } from '../../../backend';
import { Button } from '../../../components/Button';
import { Choice } from '../../../components/Choice';
import { Dialog } from '../../../components/Dialog';
import { TextField } from '../../../components/TextField';
import { Checkbox } from '../../../components/Toggle';
import { useText, type Text } from '../../../i18n';
import { writtenIban } from '../../../written';
import { useDraft } from '../../session/drafts';

type Reason = keyof Text['bank']['aside']['reasons'];

const reasons: readonly Reason[] = ['supplier', 'tax', 'wages', 'own', 'bank', 'other'];

type Props = {
  line: DeskLine;
  onClose: () => void;
  onSubmit: (reason: string, alike: boolean) => void;
};

export function AsideDialog({ line, onClose, onSubmit }: Props) {
  const t = useText();
  const words = t.bank.aside;
  const [reason, setReason, forgetReason] = useDraft<Reason>(`bank.aside.${line.id}`, 'supplier');
  const [own, setOwn, forgetOwn] = useDraft(`bank.aside.${line.id}.own`, '');
  const [alike, setAlike] = useState(false);
  const [asked, setAsked] = useState(false);
  const text = reason === 'other' ? own.trim() : words.reasons[reason];
  const submit = () => {
    if (text === '') setAsked(true);
    else {
      forgetReason();
      forgetOwn();
      onSubmit(text, alike);
    }
  };
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{t.common.cancel}</Button>
          <Button weight="primary" type="submit" form="aside-form">
            {words.submit}
          </Button>
        </>
      }
    >
      <form
        id="aside-form"
        className="aside-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="quiet">{words.text}</p>
        <Choice
          label={words.what}
          autoFocus
          value={reason}
          onChange={setReason}
          options={reasons.map((value) => ({ value, title: words.reasons[value] }))}
        />
        {reason === 'other' && (
          <TextField
            label={words.reason}
            value={own}
            onChange={setOwn}
            autoFocus
            problem={asked && text === '' ? words.reasonNeeded : undefined}
          />
        )}
        {line.alike > 1 && (
          <Checkbox value={alike} onChange={setAlike}>
            {line.iban
              ? words.alikeAccount(line.alike, writtenIban(line.iban))
              : words.alike(line.alike, line.payer ?? t.bank.desk.noName)}
          </Checkbox>
        )}
      </form>
    </Dialog>
  );
}
