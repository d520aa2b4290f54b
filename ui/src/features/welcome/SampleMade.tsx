// What to know of the sample before one looks around in it: how to get in again, and what can be read in.

import type { SampleMade as Made } from '../../backend';
import { Button } from '../../components/Button';
import { CopyText } from '../../components/CopyText';
import { Dialog } from '../../components/Dialog';
import { useText } from '../../i18n';

export function SampleMade({ made, onDone }: { made: Made; onDone: () => void }) {
  const t = useText();
  return (
    <Dialog
      title={t.welcome.sampleMade.title}
      isOpen
      onClose={onDone}
      keepOpen
      buttons={
        <Button weight="primary" autoFocus onPress={onDone}>
          {t.welcome.sampleMade.go}
        </Button>
      }
    >
      <p className="quiet">{t.welcome.sampleMade.text}</p>
      <dl className="sample-made">
        <CopyText
          label={t.welcome.sampleMade.passphrase}
          text={made.passphrase}
          help={t.welcome.sampleMade.passphraseHelp}
          large
        />
        <CopyText
          label={t.welcome.sampleMade.statement}
          text={made.statement}
          help={t.welcome.sampleMade.statementHelp}
        />
      </dl>
    </Dialog>
  );
}
