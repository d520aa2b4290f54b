// One part of the settings: its title, what it is about, and blocks below each other.

import type { ReactNode } from 'react';
import { ErrorState, Skeleton } from '../../components/States';
import { useText } from '../../i18n';

export function Part(props: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="part">
      <header className="part-head">
        <h2>{props.title}</h2>
        {props.lead && <p className="quiet">{props.lead}</p>}
      </header>
      {props.children}
    </div>
  );
}

export function Block(props: { title?: string; text?: ReactNode; children?: ReactNode }) {
  return (
    <section className="part-block" aria-label={props.title}>
      {props.title && <h3>{props.title}</h3>}
      {props.text && <p className="quiet">{props.text}</p>}
      {props.children}
    </section>
  );
}

type Asked<Data> = { data: Data | undefined; error: unknown; refetch: () => unknown };

/** Shows the part once its data is there; until then grey shapes, or what failed. */
export function Loaded<Data>(props: { asked: Asked<Data>; children: (data: Data) => ReactNode }) {
  const t = useText().settings;
  const { data, error, refetch } = props.asked;
  if (data !== undefined) return props.children(data);
  if (error) return <ErrorState title={t.failed} reason={error} onRetry={() => void refetch()} />;
  return <Skeleton lines={['title', 'text', 'row', 'row', 'row']} />;
}
