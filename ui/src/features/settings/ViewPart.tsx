// Language and colours of this window.

import { LookFields } from '../../frame/PreferenceFields';
import { useText } from '../../i18n';
import { Block, Part } from './Part';

export function ViewPart() {
  const t = useText().settings;
  return (
    <Part title={t.tabs.view} lead={t.view.lead}>
      <Block>
        <LookFields />
      </Block>
    </Part>
  );
}
