// How an e-mail stands: a word with its own shape, coloured only where it asks for something.

import type { MailState } from '../../backend';
import { Chip } from '../../components/Chip';
import { Icon } from '../../components/Icon';
import { useText } from '../../i18n';
import { standing } from './standing';

export function StateChip({ state }: { state: MailState }) {
  const t = useText().mail;
  const { tone, icon } = standing[state];
  return (
    <Chip tone={tone}>
      <span className="mail-state">
        <Icon name={icon} size={14} />
        {t.state[state]}
      </span>
    </Chip>
  );
}
