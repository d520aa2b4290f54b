// What opens the administration, what this computer remembers of it, and whether the log is whole.

import { LockAfterField } from '../../frame/PreferenceFields';
import { useText } from '../../i18n';
import { KeychainBlock } from './KeychainBlock';
import { Block, Part } from './Part';
import { PassphraseBlock } from './PassphraseBlock';
import { RecoveryBlocks } from './RecoveryBlocks';
import { VerifyBlock } from './VerifyBlock';

export function SecurityPart() {
  const t = useText().settings;
  return (
    <Part title={t.tabs.security} lead={t.security.lead}>
      <PassphraseBlock />
      <KeychainBlock />
      <RecoveryBlocks />
      <Block title={t.security.lock}>
        <div className="part-narrow">
          <LockAfterField />
        </div>
      </Block>
      <VerifyBlock />
    </Part>
  );
}
