// Editing a letter's text: free words in fields that grow, fixed blocks between them that show what they say and
// why they stay, and named fields to insert where the cursor is. Who wants can edit it as one text.

import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useText } from '../../i18n';
import { Button } from '../Button';
import { Icon } from '../Icon';
import { TextField } from '../TextField';
import { Conditions } from './Conditions';
import { GrowingField } from './GrowingField';
import { LockedBlock, type Locked } from './LockedBlock';
import { moveBlock, readText, withRoom, writeText, type TextPart } from './parts';
import '../Menu.css';
import './TextEditor.css';

export type NamedField = { name: string; what: string; example?: string };

type Props = {
  value: string;
  onChange: (text: string) => void;
  locked: readonly Locked[];
  fields: readonly NamedField[];
  problem?: string | undefined;
};

/** Where the cursor was last, so that a field lands there and not at the end. */
function useCursor() {
  const last = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  const remember = (element: EventTarget) => {
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) last.current = element;
  };
  const insert = (text: string): boolean => {
    const field = last.current;
    if (!field?.isConnected) return false;
    const [from, to] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
    const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
    // Through the element itself, so that the field hears of it like of any typing.
    set?.call(field, `${field.value.slice(0, from)}${text}${field.value.slice(to)}`);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
    field.setSelectionRange(from + text.length, from + text.length);
    return true;
  };
  return { remember, insert };
}

export function TextEditor({ value, onChange, locked, fields, problem }: Props) {
  const t = useText();
  const words = t.dunning.edit;
  const { remember, insert } = useCursor();
  const [whole, setWhole] = useState(false);
  // What is said above the words pushes them down: where one types stays in sight.
  const editor = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const at = document.activeElement;
    if (problem && editor.current?.contains(at)) at?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  const blocks = new Set(locked.map(({ name }) => name));
  const { subject, parts: read } = readText(value, blocks);
  const parts = withRoom(read);
  const change = (next: readonly TextPart[], line = subject) =>
    onChange(writeText({ subject: line, parts: [...next] }));
  const setWords = (at: number, text: string) =>
    change(parts.map((part, index) => (index === at ? { words: text } : part)));
  const put = (name: string) => {
    const field = `{{ ${name} }}`;
    if (insert(field)) return;
    const at = parts.findLastIndex((part) => 'words' in part);
    const part = parts[at];
    if (part && 'words' in part) setWords(at, `${part.words} ${field}`.trim());
  };

  return (
    <div ref={editor} className="text-editor" onFocus={(event) => remember(event.target)}>
      <div className="text-tools">
        <MenuTrigger>
          <AriaButton className="button button-plain">
            <Icon name="create" />
            <span>{words.insert}</span>
          </AriaButton>
          <Popover className="menu" offset={4}>
            <Menu className="menu-list" aria-label={words.insert}>
              {fields.map(({ name, what, example }) => (
                <MenuItem
                  key={name}
                  id={name}
                  className="menu-item"
                  textValue={what}
                  // After the menu has given the focus back.
                  onAction={() => setTimeout(() => put(name))}
                >
                  <span className="text-field">
                    {what}
                    {example && <small>{example}</small>}
                  </span>
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
        <Button weight="quiet" onPress={() => setWhole(!whole)}>
          {whole ? words.parts : words.whole}
        </Button>
      </div>
      {whole ? (
        <TextField
          label={words.body}
          help={words.wholeHelp}
          value={value}
          onChange={onChange}
          lines={18}
          mono
          problem={problem}
          spellCheck="false"
        />
      ) : (
        <>
          <TextField label={words.subject} value={subject} onChange={(line) => change(parts, line)} />
          <Conditions text={subject} fields={fields} />
          {problem && (
            <p className="field-problem" role="alert">
              {problem}
            </p>
          )}
          {value.includes('{%') && <p className="field-help">{words.conditions}</p>}
          <div className="text-parts">
            {parts.map((part, at) =>
              'block' in part ? (
                <LockedBlock
                  key={part.block}
                  block={locked.find(({ name }) => name === part.block) ?? { name: part.block, text: '' }}
                  onUp={at > 1 ? () => change(moveBlock(parts, at, -1)) : undefined}
                  onDown={at < parts.length - 2 ? () => change(moveBlock(parts, at, 1)) : undefined}
                />
              ) : (
                // Its place among the parts is all that a stretch of words is known by.
                // oxlint-disable-next-line react/no-array-index-key
                <div key={`words ${at}`} className="text-part">
                  <GrowingField
                    label={words.part(at / 2 + 1)}
                    placeholder={words.addHere}
                    value={part.words}
                    onChange={(text) => setWords(at, text)}
                  />
                  <Conditions text={part.words} fields={fields} />
                </div>
              ),
            )}
          </div>
        </>
      )}
    </div>
  );
}
