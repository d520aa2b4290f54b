// A short message after something happened, with a way back while there is one.

import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { useText } from '../i18n';
import { writtenSentence } from '../written';
import { Button, IconButton } from './Button';
import { Icon } from './Icon';
import './Toast.css';

export type Notice = {
  tone: 'good' | 'info' | 'error';
  message: string;
  hint?: string | null;
  undo?: () => void;
  /** Where something can be done about it: it stays until it is closed. */
  way?: { label: string; go: () => void };
  /** What was tried: what is said of it next stands in the place of this. */
  about?: string;
};

const queue = new ToastQueue<Notice>({ maxVisibleToasts: 3 });

/** Shows a message. Plain ones leave after eight seconds; errors stay until they are closed. */
export function notify(notice: Notice): void {
  if (notice.about !== undefined) settleNotice(notice.about);
  const stays = notice.tone === 'error' || notice.way !== undefined;
  queue.add(notice, stays ? {} : { timeout: notice.undo ? 12_000 : 8_000 });
}

/** It was tried again: what went wrong before is no longer so. */
export function settleNotice(about: string): void {
  for (const toast of queue.visibleToasts) if (toast.content.about === about) queue.close(toast.key);
}

/** The last act was undone another way: the message about it has no way back to offer any more. */
export function settleLastUndo(): void {
  const last = queue.visibleToasts.find(({ content }) => content.undo);
  if (last) queue.close(last.key);
}

/** Takes away everything shown, so that nothing of an administration stays in sight after locking. */
export function clearNotices(): void {
  for (const toast of queue.visibleToasts) queue.close(toast.key);
}

/** A dialog opens: what was said about the act before it makes room. Errors stay until they are read. */
export function settleNotices(): void {
  for (const toast of queue.visibleToasts) if (toast.content.tone !== 'error') queue.close(toast.key);
}

const iconOf = { good: 'done', info: 'info', error: 'error' } as const;

export function Toasts() {
  const t = useText();
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={t.common.notifications}>
      {({ toast }) => {
        const { tone, message, hint, undo, way } = toast.content;
        return (
          <AriaToast toast={toast} className={`toast toast-${tone}`}>
            <Icon name={iconOf[tone]} />
            <ToastContent className="toast-content">
              <Text slot="title">{writtenSentence(message)}</Text>
              {hint && (
                <Text slot="description" className="toast-hint">
                  {writtenSentence(hint)}
                </Text>
              )}
            </ToastContent>
            {undo && (
              <Button
                weight="link"
                onPress={() => {
                  // It goes at once, and the second click of two finds nothing to undo any more.
                  const waits = queue.visibleToasts.some(({ key }) => key === toast.key);
                  queue.close(toast.key);
                  if (waits) undo();
                }}
              >
                {t.common.undo}
              </Button>
            )}
            {way && (
              <Button
                weight="link"
                onPress={() => {
                  queue.close(toast.key);
                  way.go();
                }}
              >
                {way.label}
              </Button>
            )}
            <IconButton icon="close" label={t.common.close} slot="close" />
          </AriaToast>
        );
      }}
    </ToastRegion>
  );
}
