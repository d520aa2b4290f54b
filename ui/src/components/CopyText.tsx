// A text that is needed elsewhere: its name, the text to select, and a button that copies it. Stands in a <dl>.

import { useRef, useState } from 'react';
import { useText } from '../i18n';
import { Button } from './Button';
import './CopyText.css';
import './CopyText.css';

type Props = { label: string; text: string; help?: string; large?: boolean };

type Copied = 'not_yet' | 'copied' | 'selected';

/** Where the clipboard is refused, the text is selected, so that the keys of the system can copy it. */
async function copyOrSelect(text: string, shown: HTMLElement | null): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    if (shown) getSelection()?.selectAllChildren(shown);
    return 'selected';
  }
}

export function CopyText({ label, text, help, large }: Props) {
  const t = useText();
  const shown = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<Copied>('not_yet');
  const words = { not_yet: '', copied: t.copy.copied, selected: t.copy.selected }[copied];
  return (
    <div className="copy">
      <dt className="field-label">{label}</dt>
      <dd className="copy-row">
        <code ref={shown} className={large ? 'copy-text copy-large' : 'copy-text'}>
          {text}
        </code>
        <Button
          icon={copied === 'copied' ? 'check' : 'copy'}
          aria-label={t.copy.what(label)}
          onPress={() => void copyOrSelect(text, shown.current).then(setCopied)}
        >
          {t.copy.copy}
        </Button>
      </dd>
      {help && <dd className="field-help">{help}</dd>}
      <dd className="field-help">
        <span role="status">{words}</span>
      </dd>
    </div>
  );
}
