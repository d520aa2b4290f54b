// The row below a form: whether something is not saved yet, a way back to what it was, and saving.

import { Button } from '../../components/Button';
import { useText } from '../../i18n';

type Props = { changed: boolean; busy: boolean; onRevert: () => void; remark?: string | undefined };

export function SaveBar({ changed, busy, onRevert, remark }: Props) {
  const t = useText().settings;
  return (
    <footer className="save-bar">
      <p className="quiet" role="status">
        {remark ?? (changed ? t.unsaved : '')}
      </p>
      {changed && (
        <Button isDisabled={busy} onPress={onRevert}>
          {t.revert}
        </Button>
      )}
      <Button weight="primary" icon="save" type="submit" isDisabled={!changed} isPending={busy}>
        {t.save}
      </Button>
    </footer>
  );
}
