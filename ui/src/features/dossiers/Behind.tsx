// What is late too but stays in the plan: why, and from which day it can be handed over.

import type { DossierBehind } from '../../backend';
import { Button } from '../../components/Button';
import { Money } from '../../components/Figures';
import { Icon } from '../../components/Icon';
import { formatDate } from '../../dates';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';

export function Behind({ behind }: { behind: readonly DossierBehind[] }) {
  const t = useText();
  const words = t.dossiers.behind;
  const { go } = useNavigation();
  if (behind.length === 0) return null;
  return (
    <section className="dossier-part">
      <h3>{words.title(behind.length)}</h3>
      <p className="quiet">{words.text}</p>
      <ul className="gaps">
        {behind.map((stays) => (
          <li key={stays.id} className="gap">
            <Icon name="held" size={16} />
            <div className="behind-text">
              <p className="gap-what behind-head">
                <Button weight="link" onPress={() => go({ room: 'invoices', open: stays.id })}>
                  {stays.number}
                </Button>
                <Money value={stays.open} />
              </p>
              <p>{stays.message}</p>
              {stays.from && <p>{words.from(formatDate(stays.from, t))}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
