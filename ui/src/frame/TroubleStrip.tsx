// Trouble with the administration's own file, said until it is solved. What was typed stays where it is.

import { useSession } from '../features/session/session';
import { useReadAgain } from '../features/session/useAct';
import { forgetTrouble, useTrouble } from '../backend';
import { Button, IconButton } from '../components/Button';
import { Icon } from '../components/Icon';
import { useText } from '../i18n';
import './TroubleStrip.css';

export function TroubleStrip() {
  const t = useText();
  const { session } = useSession();
  const readAgain = useReadAgain();
  const trouble = useTrouble(session.state === 'open' ? session.folder : '');
  if (!trouble) return null;
  const { message, hint } = trouble.error;
  return (
    <div className="trouble" role="alert">
      <Icon name="error" />
      <p>
        <strong>{message}</strong> {hint} {t.trouble.kept}
      </p>
      <Button weight="link" onPress={() => void readAgain()}>
        {t.common.again}
      </Button>
      <IconButton icon="close" label={t.common.close} onPress={forgetTrouble} />
    </div>
  );
}
