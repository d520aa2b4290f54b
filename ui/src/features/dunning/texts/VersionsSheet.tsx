// Earlier versions of a text. Fetching one puts it into the editor; keeping it is another step.

import type { TemplateText } from '../../../backend';
import { Button } from '../../../components/Button';
import { Sheet } from '../../../components/Sheet';
import { dateOf, formatDate, timeOf } from '../../../dates';
import { useText } from '../../../i18n';

type Props = {
  isOpen: boolean;
  onClose: () => void;
  versions: TemplateText['versions'];
  onUse: (text: string) => void;
};

export function VersionsSheet({ isOpen, onClose, versions, onUse }: Props) {
  const t = useText();
  const words = t.texts;
  return (
    <Sheet title={words.versions} isOpen={isOpen} onClose={onClose}>
      <p className="quiet">{versions.length > 0 ? words.versionsText : words.versionsNone}</p>
      <ul className="template-versions">
        {versions.map(({ at, text }) => (
          <li key={at} className="template-version">
            <header>
              <strong>{words.version(formatDate(dateOf(at), t), timeOf(at))}</strong>
              <Button onPress={() => onUse(text)}>{words.use}</Button>
            </header>
            <pre className="template-version-text">{text}</pre>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
