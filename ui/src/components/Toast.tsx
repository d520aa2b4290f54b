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

/** All that was said and is not closed yet: more than three wait their turn, and the queue tells only of those. */
const said = new Map<string, Notice>();

function settle(over: (notice: Notice) => boolean): void {
  // Those that wait, the oldest, first: none of them is to come up for a moment in the place of another.
  for (const [key, notice] of said) if (over(notice)) queue.close(key);
}

/** Shows a message. Plain ones leave after eight seconds; errors stay until they are closed. */
export function notify(notice: Notice): void {
  if (notice.about !== undefined) settleNotice(notice.about);
  const stays = notice.tone === 'error' || notice.way !== undefined;
  const key = queue.add(notice, {
    onClose: () => said.delete(key),
    ...(!stays && { timeout: notice.undo ? 12_000 : 8_000 }),
  });
  said.set(key, notice);
}

/** It was tried again: what went wrong before is no longer so. */
export function settleNotice(about: string): void {
  settle((notice) => notice.about === about);
}

/** Whether something that was said still offers a way back. */
export function offersUndo(): boolean {
  return [...said.values()].some(({ undo }) => undo);
}

/** Takes away everything shown, so that nothing of an administration stays in sight after locking. */
export function clearNotices(): void {
  said.clear();
  queue.clear();
}

/** A dialog opens: what was said about the act before it makes room. Errors stay until they are read. */
export function settleNotices(): void {
  settle((notice) => notice.tone !== 'error');
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
                  const waits = said.has(toast.key);
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
