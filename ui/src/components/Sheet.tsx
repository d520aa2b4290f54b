// A sheet at the right, over everything: something to read beside what it is about. Escape and the veil close it.

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../i18n';
import { IconButton } from './Button';
import './Dialog.css';
import './Sheet.css';

type Props = { title: string; isOpen: boolean; onClose: () => void; children: ReactNode };

export function Sheet({ title, isOpen, onClose, children }: Props) {
  const t = useText();
  return (
    <ModalOverlay
      className="veil sheet-veil"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className="sheet">
        <AriaDialog className="dialog-body">
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="close" label={t.common.close} onPress={onClose} />
          </header>
          {/* Focusable, because it scrolls and may have nothing else to focus. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="dialog-content sheet-content" role="region" aria-label={title} tabIndex={0}>
            {children}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
