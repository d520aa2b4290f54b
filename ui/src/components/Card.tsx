// A surface with a heading and, at the right of it, one quiet remark.

import { useId, type ReactNode } from 'react';
import './Card.css';

export function Card(props: { title: string; remark?: ReactNode; flush?: boolean; children: ReactNode }) {
  const id = useId();
  return (
    <section className={props.flush ? 'card card-flush' : 'card'} aria-labelledby={id}>
      <header className="card-head">
        <h2 id={id}>{props.title}</h2>
        {props.remark && <span className="card-remark">{props.remark}</span>}
      </header>
      {props.children}
    </section>
  );
}
