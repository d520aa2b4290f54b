// The dialog of one act: what it is about, its fields, and one button that does it.

import { useEffect, useId, type ReactNode } from 'react';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorStrip } from '../../components/States';
import { settleNotices } from '../../components/Toast';
import { useText } from '../../i18n';
import type { ActForm } from './useActForm';
import './acts.css';

type Props = {
  title: string;
  /** Whom or what it is about. */
  about?: string;
  help?: ReactNode;
  form: Pick<ActForm<unknown>, 'reason' | 'busy' | 'submit' | 'forget' | 'attach'>;
  submit: string;
  isDisabled?: boolean;
  /** What it will do is not shown yet: the button keeps the keys, and does nothing before it is. */
  isReading?: boolean;
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
};

export function ActDialog(props: Props) {
  const { title, about, help, form, submit, wide, onClose, children } = props;
  const t = useText();
  const id = useId();
  useEffect(settleNotices, []);
  const { attach, submit: send, busy, reason, forget } = form;
  // Where typing begins, unless the form itself said so: past what was filled in by whoever asked for it.
  useEffect(() => {
    const fields = document.getElementById(id);
    if (!fields || fields.contains(document.activeElement)) return;
    const first =
      [...fields.querySelectorAll<HTMLInputElement>('input[type="text"], input:not([type]), textarea')].find(
        (field) => field.role !== 'combobox' || field.value === '',
      ) ?? fields.querySelector<HTMLElement>('button, input');
    first?.focus();
  }, [id]);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      wide={wide ?? false}
      buttons={
        <>
          <Button
            onPress={() => {
              forget();
              onClose();
            }}
          >
            {t.common.cancel}
          </Button>
          <Button
            weight="primary"
            type="submit"
            form={id}
            isPending={busy || (props.isReading ?? false)}
            isDisabled={props.isDisabled ?? false}
          >
            {submit}
          </Button>
        </>
      }
    >
      {(about || help) && (
        <div className="act-about">
          {about && <p className="act-subject">{about}</p>}
          {help && <p className="quiet">{help}</p>}
        </div>
      )}
      <ErrorStrip reason={reason} />
      <form id={id} ref={attach} className="act-form" onSubmit={send} noValidate>
        {children}
      </form>
    </Dialog>
  );
}
