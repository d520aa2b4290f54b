// Language, colours, and when the window locks by itself.

import { Dialog } from '../components/Dialog';
import { useText } from '../i18n';
import { LockAfterField, LookFields } from './PreferenceFields';

export function PreferencesDialog(props: { isOpen: boolean; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog title={t.preferences.title} isOpen={props.isOpen} onClose={props.onClose}>
      <LookFields />
      <LockAfterField />
    </Dialog>
  );
}
