// Who came in by the recovery code does not know the passphrase: told once that a new one can be chosen.

import { useEffect } from 'react';
import { notify } from '../../components/Toast';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';

let cameByCode = false;

/** Notes by what an administration is opened. */
export function noteKey(way: 'passphrase' | 'recovery_code' | 'keychain'): void {
  cameByCode = way === 'recovery_code';
}

/** Says it when the rooms open, with the way to where it is done. */
export function useForgotten(): void {
  const t = useText().unlock;
  const { go } = useNavigation();
  useEffect(() => {
    if (!cameByCode) return;
    cameByCode = false;
    notify({
      tone: 'info',
      message: t.byCode,
      hint: t.byCodeHint,
      way: { label: t.byCodeWay, go: () => go({ room: 'settings', tab: 'security' }) },
    });
  }, [go, t]);
}
