// The states a room can be in besides "here is your work": waiting, empty, failed.

import { useEffect, useState, type ReactNode } from 'react';
import { ApiFailure, type ApiError, type LocalCode } from '../backend';
import { useText, type Text } from '../i18n';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';
import './States.css';

/** True once `waiting` has lasted long enough to be noticed; short waits show nothing at all. */
function useNoticeable(waiting: boolean, after = 300): boolean {
  const [noticed, setNoticed] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => setNoticed(true), after);
    return () => {
      clearTimeout(timer);
      setNoticed(false);
    };
  }, [waiting, after]);
  return waiting && noticed;
}

/** Grey shapes where the work will stand; only after 300 ms. */
export function Skeleton(props: { lines: readonly ('title' | 'text' | 'block' | 'row')[] }) {
  const t = useText();
  const visible = useNoticeable(true);
  if (!visible) return null;
  return (
    <div className="skeleton" role="status" aria-label={t.common.loading}>
      {props.lines.map((line, index) => (
        // The shapes never move or change: their place is their name.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={`skeleton-${line}`} />
      ))}
    </div>
  );
}

/** `whole`: it stands for the whole room, so its title is the page's own heading. */
export function EmptyState(props: {
  icon: IconName;
  title: string;
  text: ReactNode;
  whole?: boolean;
  children?: ReactNode;
}) {
  const Heading = props.whole ? 'h1' : 'h2';
  return (
    <div className="state">
      <span className="state-icon">
        <Icon name={props.icon} size={26} />
      </span>
      <Heading>{props.title}</Heading>
      <p>{props.text}</p>
      {props.children && <div className="state-buttons">{props.children}</div>}
    </div>
  );
}

/** What the core said; or, when it could not speak, what the catalogue says. */
export function wordError(reason: unknown, t: Text): ApiError {
  if (reason instanceof ApiFailure && reason.error.message !== '') return reason.error;
  const code = reason instanceof ApiFailure ? reason.error.code : 'unexpected';
  const local: Record<string, { message: string; hint: string }> = t.error.local;
  const words = local[code as LocalCode] ?? t.error.local.unexpected;
  const details = reason instanceof ApiFailure ? reason.error.details : {};
  return { code, severity: 'error', ...words, details, fields: [] };
}

export function ErrorState(props: { title: string; reason: unknown; onRetry?: () => void }) {
  const t = useText();
  const error = wordError(props.reason, t);
  return (
    <div className="state state-error" role="alert">
      <span className="state-icon">
        <Icon name="error" size={26} />
      </span>
      <h1>{props.title}</h1>
      <p>{error.message}</p>
      <p>{error.hint ?? t.error.nothingLost}</p>
      {props.onRetry && (
        <div className="state-buttons">
          <Button weight="primary" icon="refresh" onPress={props.onRetry}>
            {t.common.again}
          </Button>
        </div>
      )}
      <p className="state-code">{t.error.code(error.code)}</p>
    </div>
  );
}

/** The same, in one strip inside a form. */
export function ErrorStrip(props: { reason: unknown }) {
  const t = useText();
  if (!props.reason) return null;
  const error = wordError(props.reason, t);
  return (
    <div className={`strip strip-${error.severity}`} role="alert">
      <Icon name={error.severity} />
      <div>
        <p className="strip-message">{error.message}</p>
        {error.hint && <p>{error.hint}</p>}
        {/* What is no failure is nothing to ask anybody about. */}
        {error.severity !== 'info' && <p className="state-code">{t.error.code(error.code)}</p>}
      </div>
    </div>
  );
}
