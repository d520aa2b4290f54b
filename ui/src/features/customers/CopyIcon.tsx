// A small button that copies what stands beside it.

import { IconButton } from '../../components/Button';
import { notify } from '../../components/Toast';
import { useText } from '../../i18n';

export function CopyIcon({ text, label }: { text: string; label: string }) {
  const t = useText();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      notify({ tone: 'info', message: t.copy.copied });
    } catch {
      notify({ tone: 'info', message: t.copy.selected });
    }
  };
  return <IconButton icon="copy" label={t.copy.what(label)} onPress={() => void copy()} />;
}
