// The administrations that were open lately, the last one first.

import { Button } from 'react-aria-components';
import type { IsoDate, RecentAdministration } from '../../backend';
import { Icon } from '../../components/Icon';
import { dateOf, formatAgo } from '../../dates';
import { useText } from '../../i18n';
import type { Target } from '../session/session';

type Props = { recent: readonly RecentAdministration[]; today: IsoDate; onOpen: (target: Target) => void };

export function RecentList({ recent, today, onOpen }: Props) {
  const t = useText();
  const remark = ({ exists, opened }: RecentAdministration) => {
    if (!exists) return t.welcome.recentGone;
    return opened ? formatAgo(dateOf(opened), today, t) : t.welcome.recentNever;
  };
  return (
    <section className="recent" aria-label={t.welcome.recent}>
      <h2 className="home-heading">{t.welcome.recent}</h2>
      <ul className="recent-list">
        {recent.map((entry) => (
          <li key={entry.folder}>
            <Button className="recent-row" isDisabled={!entry.exists} onPress={() => onOpen(entry)}>
              <span className="rail-mark" aria-hidden>
                {entry.name.trim().charAt(0).toUpperCase()}
              </span>
              <span className="recent-words">
                <span className="recent-name">{entry.name}</span>
                <span className="recent-folder">
                  <bdi>{entry.folder}</bdi>
                </span>
              </span>
              {entry.exists && entry.keychain && (
                <span className="recent-key">
                  <Icon name="key" size={15} />
                  <span className="visually-hidden">{t.welcome.recentKeychain}</span>
                </span>
              )}
              <span className="recent-when">{remark(entry)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
