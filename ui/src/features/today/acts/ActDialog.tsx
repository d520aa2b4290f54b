// The shape of a short form about one customer: its fields, and one button that records it.

import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { ErrorStrip } from '../../../components/States';
import { useText } from '../../../i18n';

type Props = {
  title: string;
  who: string;
  complete: boolean;
  busy: boolean;
  failure: unknown;
  onClose: () => void;
  onRecord: () => void;
  children: ReactNode;
};

const FORM = 'act-form';

export function ActDialog(props: Props) {
  const t = useText();
  const { complete, busy, onClose } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (complete && !busy) props.onRecord();
  };
  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={onClose}
      keepOpen={busy}
      buttons={
        <>
          <Button isDisabled={busy} onPress={onClose}>
            {t.common.cancel}
          </Button>
          <Button weight="primary" type="submit" form={FORM} isDisabled={!complete} isPending={busy}>
            {t.today.acts.record}
          </Button>
        </>
      }
    >
      <form id={FORM} className="act-form" onSubmit={submit} noValidate>
        <p className="act-who">{props.who}</p>
        {props.children}
        <ErrorStrip reason={props.failure} />
      </form>
    </Dialog>
  );
}
