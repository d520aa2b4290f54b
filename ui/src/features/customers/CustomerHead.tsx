// Who it is, what kind and why, and how to reach them.

import type { CustomerDetail } from '../../backend';
import { Button, IconButton } from '../../components/Button';
import { Chip } from '../../components/Chip';
import { useCovering } from '../../components/Split';
import { Icon } from '../../components/Icon';
import { formatDate } from '../../dates';
import { useText } from '../../i18n';
import { writtenPostcode } from '../../written';
import { useActs } from '../acts/ActsProvider';
import { CopyIcon } from './CopyIcon';
import { flagTone, shownFlags } from './words';

type Props = { detail: CustomerDetail; whole: boolean; onTurn: () => void; onClose: () => void };

/** Nothing but an address: whatever else stands in it is part of the address. */
const mailLink = (email: string) => `mailto:${encodeURIComponent(email).replace('%40', '@')}`;

// Only mail leads outside the window; a telephone number is copied.
function Reach({ detail }: { detail: CustomerDetail }) {
  const t = useText();
  const { phone, email } = detail;
  const city = [writtenPostcode(detail.postcode ?? ''), detail.postal_city ?? detail.row.city]
    .filter(Boolean)
    .join(' ');
  const address = [detail.street, detail.address_extra, city].filter(Boolean).join(', ');
  return (
    <ul className="customer-reach">
      {phone && (
        <li>
          <Icon name="call" size={15} />
          <span className="amount">{phone}</span>
          <CopyIcon text={phone} label={phone} />
        </li>
      )}
      {email && (
        <li>
          <Icon name="letters" size={15} />
          <a href={mailLink(email)} aria-label={t.customers.one.mail(email)}>
            {email}
          </a>
          <CopyIcon text={email} label={email} />
        </li>
      )}
      {!phone && !email && <li className="quiet">{t.customers.one.noReach}</li>}
      <li className={address === '' ? 'quiet' : undefined}>
        {address === ''
          ? t.customers.one.noAddress
          : [detail.attention && t.customers.one.attention(detail.attention), address]
              .filter(Boolean)
              .join(', ')}
      </li>
    </ul>
  );
}

export function CustomerHead({ detail, whole, onTurn, onClose }: Props) {
  const t = useText();
  const { begin } = useActs();
  const { row, kind_reason: why } = detail;
  const words = t.customers.one;
  const flags = shownFlags.filter((flag) => flag !== 'kind_unknown' && row.flags.includes(flag));
  const covering = useCovering();
  const Heading = whole || covering ? 'h1' : 'h2';
  const help = row.kind === 'unknown' ? words.kindUnknownHelp : why && words.kindWhy(why);
  return (
    <header className="customer-head">
      <div className="customer-title">
        <Heading>{row.name}</Heading>
        <div className="customer-buttons">
          <IconButton
            icon={whole ? 'smaller' : 'larger'}
            label={whole ? words.beside : words.whole}
            onPress={onTurn}
          />
          <IconButton icon="close" label={words.close} onPress={onClose} />
        </div>
      </div>
      <p className="customer-kind">
        <span className="quiet">
          {[row.number ?? row.id, detail.since && words.since(formatDate(detail.since, t))]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Chip tone={row.kind === 'unknown' ? 'held' : 'plain'}>
          {row.kind === 'unknown' ? t.customers.flag.kind_unknown : t.customers.kind[row.kind].toLowerCase()}
        </Chip>
        {flags.map((flag) => (
          <Chip key={flag} tone={flagTone[flag]}>
            {t.customers.flag[flag]}
          </Chip>
        ))}
        {detail.own_plan && <Chip tone="plain">{words.ownPlan}</Chip>}
      </p>
      <p className="field-help">
        {help}{' '}
        <Button weight="link" onPress={() => begin('correct', { customer: row.id, name: row.name })}>
          {words.correct}
        </Button>
      </p>
      <Reach detail={detail} />
    </header>
  );
}
