// A dialog over the window, for questions that must be answered first. Escape and the veil close it.

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../i18n';
import { IconButton } from './Button';
import './Dialog.css';

type Props = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The row of buttons at the foot, the main one last. */
  buttons?: ReactNode;
  /** For work that must not be broken off by a stray click. */
  keepOpen?: boolean;
  wide?: boolean;
};

export function Dialog({ title, isOpen, onClose, children, buttons, keepOpen, wide }: Props) {
  const t = useText();
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!keepOpen}
      isKeyboardDismissDisabled={keepOpen ?? false}
    >
      <Modal className={wide ? 'dialog dialog-wide' : 'dialog'}>
        <AriaDialog className="dialog-body">
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {!keepOpen && <IconButton icon="close" label={t.common.close} onPress={onClose} />}
          </header>
          <div className="dialog-content">{children}</div>
          {buttons && <footer className="dialog-foot">{buttons}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
