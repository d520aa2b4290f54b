// Find and do: customers, invoices and everything that can be done now, by name. One field keeps the focus; the
// arrows walk through what was found and Enter takes it, also when it was pressed before the answer came.

import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from '../../components/Icon';
import { Kbd } from '../../components/Kbd';
import { useSession } from '../../features/session/session';
import { useText } from '../../i18n';
import { useSections, type Entry } from './entries';
import { useFound } from './useFound';
import './Palette.css';

const PAGE = 8;

export function Palette(props: { isOpen: boolean; onClose: () => void }) {
  const t = useText();
  return (
    <ModalOverlay
      className="veil palette-veil"
      isOpen={props.isOpen}
      onOpenChange={(open) => !open && props.onClose()}
      isDismissable
    >
      <Modal className="palette">
        <Dialog aria-label={t.palette.title} className="palette-body">
          <PaletteBody onClose={props.onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Row(props: {
  entry: Entry;
  id: string;
  chosen: boolean;
  onChoose: () => void;
  onPoint: () => void;
}) {
  const { entry, chosen } = props;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    // The field takes the keys; a row only takes the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={row}
      id={props.id}
      role="option"
      aria-selected={chosen}
      className="palette-row"
      onClick={props.onChoose}
      onPointerMove={props.onPoint}
    >
      <Icon name={entry.icon} size={16} />
      <span className="palette-title">{entry.title}</span>
      {entry.text && <span className="palette-text">{entry.text}</span>}
      {entry.combo && <Kbd combo={entry.combo} />}
    </div>
  );
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const t = useText();
  const id = useId();
  const { session } = useSession();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [waiting, setWaiting] = useState(false);
  const { found, current } = useFound(typed, session.state === 'open');
  const { sections, sure } = useSections(typed, found);
  const entries = sections.flatMap((section) => section.entries);
  const chosen = Math.min(at, entries.length - 1);

  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    // After the dialog has given focus back, so that the action may move it.
    setTimeout(entry.run);
  };
  const take = useRef(() => choose(entries[chosen]));
  useEffect(() => {
    take.current = () => choose(entries[chosen]);
  });
  // Enter was faster than the answer: what is on screen belongs to fewer letters than were typed.
  useEffect(() => {
    if (waiting && current) take.current();
  }, [waiting, current]);

  const type = (text: string) => {
    setTyped(text);
    setAt(0);
    setWaiting(false);
  };
  const move = (to: number) => {
    setWaiting(false);
    setAt(Math.max(0, Math.min(entries.length - 1, to)));
  };
  const steps: Record<string, () => void> = {
    ArrowDown: () => move(chosen + 1 === entries.length ? 0 : chosen + 1),
    ArrowUp: () => move(chosen <= 0 ? entries.length - 1 : chosen - 1),
    PageDown: () => move(chosen + PAGE),
    PageUp: () => move(chosen - PAGE),
    Enter: () => (current || sure || at > 0 ? choose(entries[chosen]) : setWaiting(true)),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.nativeEvent.isComposing ? undefined : steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };

  /** Where each section begins in the whole list. */
  const starts = sections.map((_, nth) =>
    sections.slice(0, nth).reduce((sum, section) => sum + section.entries.length, 0),
  );
  return (
    <>
      <div className="palette-search">
        <Icon name="search" />
        <input
          className="palette-input"
          role="combobox"
          aria-label={t.palette.title}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(chosen >= 0 ? { 'aria-activedescendant': `${id}-${chosen}` } : {})}
          placeholder={t.palette.placeholder}
          value={typed}
          autoFocus
          autoComplete="off"
          spellCheck="false"
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} className="palette-list" role="listbox" aria-label={t.palette.results}>
        {sections.map((section, nth) => (
          <div key={section.id} role="group" aria-label={t.palette[section.id]}>
            <div className="palette-header" role="presentation">
              {t.palette[section.id]}
            </div>
            {section.entries.map((entry, within) => {
              const here = (starts[nth] ?? 0) + within;
              return (
                <Row
                  key={entry.id}
                  entry={entry}
                  id={`${id}-${here}`}
                  chosen={here === chosen}
                  onChoose={() => choose(entry)}
                  onPoint={() => here !== chosen && move(here)}
                />
              );
            })}
          </div>
        ))}
      </div>
      {entries.length === 0 && current && <p className="palette-empty">{t.palette.empty}</p>}
      <p className="visually-hidden" role="status">
        {current && typed !== '' ? t.palette.found(entries.length) : ''}
      </p>
    </>
  );
}
