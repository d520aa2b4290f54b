// The two ways to choose what to import; a folder is walked.

import { useBackend } from '../../backend';
import { Button } from '../../components/Button';
import { useText } from '../../i18n';
import type { Intake } from './useIntake';

export function ChooseFiles({ add, primary = false }: { add: Intake['add']; primary?: boolean }) {
  const t = useText();
  const backend = useBackend();
  const words = t.importing.start;
  const chosen = (path: string | null) => {
    if (path !== null) add([path]);
  };
  return (
    <>
      <Button
        icon="folder"
        large={primary}
        onPress={() => void backend.pickFolder({ title: words.pickFolder }).then(chosen)}
      >
        {words.folder}
      </Button>
      <Button
        icon="file"
        {...(primary && { 'data-arrival': '' })}
        weight={primary ? 'primary' : 'plain'}
        large={primary}
        onPress={() => void backend.pickFile({ title: words.pickFile }).then(chosen)}
      >
        {primary ? words.file : words.again}
      </Button>
    </>
  );
}
