// The frame of an opened dossier: its head, what scrolls, and the row of buttons at its foot.

import { useEffect, useRef, type ReactNode } from 'react';
import { IconButton } from '../../components/Button';
import { useNarrow } from '../../components/useNarrow';
import { useText } from '../../i18n';

type Props = {
  label: string;
  title: string;
  remark: ReactNode;
  foot: ReactNode;
  onClose: () => void;
  children: ReactNode;
};

export function Panel({ label, title, remark, foot, onClose, children }: Props) {
  const t = useText();
  const covering = useNarrow();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  return (
    <aside ref={panel} className="dossier" aria-label={label} tabIndex={-1}>
      <header className="dossier-head">
        <div>
          {/* It then lies over the room, and stands in for its heading. */}
          {covering && <h1 className="visually-hidden">{t.dossiers.title}</h1>}
          <h2>{title}</h2>
          <div className="dossier-remark">{remark}</div>
        </div>
        <IconButton icon="close" label={t.common.close} onPress={onClose} />
      </header>
      {/* Focusable, because it scrolls and may hold nothing else to focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="dossier-body" aria-label={title} tabIndex={0}>
        {children}
      </section>
      <footer className="dossier-foot">{foot}</footer>
    </aside>
  );
}
