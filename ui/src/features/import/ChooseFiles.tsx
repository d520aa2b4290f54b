// The two ways to choose what to import; a folder is walked.

import { useBackend } from '../../backend';
import { Button } from '../../components/Button';
import { useText } from '../../i18n';
import type { Intake } from './useIntake';

type Props = {
  add: Intake['add'];
  primary?: boolean;
  /** Whether choosing a file is the next thing to do, where the keys go. */
  arrival?: boolean;
};

export function ChooseFiles({ add, primary = false, arrival = primary }: Props) {
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
        {...(arrival && { 'data-arrival': '' })}
        weight={primary ? 'primary' : 'plain'}
        large={primary}
        onPress={() => void backend.pickFile({ title: words.pickFile }).then(chosen)}
      >
        {primary ? words.file : words.again}
      </Button>
    </>
  );
}
