// Own words for one letter: the text at the left, and beside it the letter that it makes, at once. Nothing is
// used before one says so; what was typed stays, also when the window locks.

import { useEffect, useRef } from 'react';
import { Button, IconButton } from '../../../components/Button';
import { Chip } from '../../../components/Chip';
import { settleConditions } from '../../../components/letterText/plain';
import { TextEditor } from '../../../components/letterText/TextEditor';
import { PdfView } from '../../../components/pdf/PdfView';
import { ErrorStrip, wordError } from '../../../components/States';
import { useNavigation } from '../../../frame/navigation';
import { useText } from '../../../i18n';
import { useAction } from '../../../keys/actions';
import { useDraft } from '../../session/drafts';
import { letterKey } from '../words';
import type { DrawnLetter } from './useLetter';
import type { Letter } from './useRun';

type Props = {
  letter: Letter;
  drawn: DrawnLetter;
  own: string | undefined;
  onType: (text: string) => void;
  onUse: (text: string | null) => void;
  onClose: () => void;
};

export function EditPane({ letter, drawn, own, onType, onUse, onClose }: Props) {
  const t = useText();
  const words = t.dunning.edit;
  const { go } = useNavigation();
  const { error } = drawn;
  // While this letter is being drawn, the one before it is still shown: its words are not ours to edit.
  const shown = drawn.preview?.proposal;
  const preview =
    shown?.customer === letter.customer && shown.step === letter.step ? drawn.preview : undefined;
  const [draft, setDraft, forget] = useDraft<string | null>(`dunning.text.${letterKey(letter)}`, null);
  const usual = preview ? settleConditions(preview.text_default, preview.fields) : null;
  const text = draft ?? own ?? usual;
  const changed = text !== null && text !== (own ?? usual);
  useAction('closePanel', onClose);
  useEffect(() => {
    if (draft !== null) onType(draft);
    // Only what was left from before; typing tells by itself.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies, react-hooks/exhaustive-deps
  }, []);

  // Whoever asks to write, writes: the cursor is in the words as soon as they are there.
  const written = useRef<HTMLDivElement>(null);
  const ready = text !== null;
  useEffect(() => {
    if (ready) written.current?.querySelector('textarea')?.focus();
  }, [ready]);

  const change = (next: string) => {
    setDraft(next);
    onType(next);
  };
  const close = () => {
    onClose();
  };
  const use = () => {
    if (text === null) return;
    onUse(text === usual ? null : text);
    forget();
    onClose();
  };
  const restore = () => {
    forget();
    onUse(null);
    onClose();
  };
  const refused = error && !drawn.busy ? wordError(error, t) : null;

  return (
    <section className="run-edit" aria-label={words.title(letter.name)}>
      <header className="run-edit-head">
        <div>
          <h2>{words.title(letter.name)}</h2>
          <p className="quiet">
            {words.only}{' '}
            <Button
              weight="link"
              onPress={() => go({ room: 'dunning', tab: 'texts', open: `${letter.step}` })}
            >
              {words.forAll}
            </Button>
          </p>
        </div>
        {changed && <Chip tone="held">{words.draft}</Chip>}
        <IconButton icon="close" label={words.cancel} onPress={close} />
      </header>
      <div className="run-edit-split">
        <div ref={written} className="run-edit-words">
          {text === null ? (
            <ErrorStrip reason={drawn.busy ? null : error} />
          ) : (
            <TextEditor
              value={text}
              onChange={change}
              locked={preview?.locked ?? []}
              fields={(preview?.fields ?? []).flatMap(({ name, value }) => {
                const what = t.dunning.fields[name];
                return what ? [{ name, what, example: value }] : [];
              })}
              problem={refused ? [refused.message, refused.hint].filter(Boolean).join(' ') : undefined}
            />
          )}
        </div>
        <PdfView pdf={preview?.pdf ?? null} label={t.dunning.letter.of(letter.name)} busy={drawn.busy} />
      </div>
      <footer className="run-edit-foot">
        <Button weight="primary" isDisabled={!changed || drawn.busy || Boolean(error)} onPress={use}>
          {words.keep}
        </Button>
        <Button onPress={close}>{words.cancel}</Button>
        {own !== undefined && <Button onPress={restore}>{words.restore}</Button>}
      </footer>
    </section>
  );
}
