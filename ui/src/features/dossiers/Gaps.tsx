// What a dossier lacks: what, what to do about it, and a button that leads there.

import type { DossierGap } from '../../backend';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';
import { waysOf } from './places';

type Props = { gaps: readonly DossierGap[]; customer: string };

function GapList({ gaps, customer, serious }: Props & { serious: boolean }) {
  const t = useText();
  const { go } = useNavigation();
  return (
    <ul className={serious ? 'gaps gaps-serious' : 'gaps'}>
      {gaps.map((gap) => (
        <li key={`${gap.code} ${gap.message}`} className="gap">
          <Icon name={serious ? 'warning' : 'info'} size={16} />
          <div>
            <p className="gap-what">{gap.message}</p>
            <p>{gap.what_to_do}</p>
            <div className="gap-ways">
              {waysOf(gap, customer, t).map(({ label, place }) => (
                <Button key={label} weight="link" onPress={() => go(place)}>
                  {label}
                </Button>
              ))}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}

export function Gaps({ gaps, customer }: Props) {
  const t = useText().dossiers.check;
  const serious = gaps.filter((gap) => gap.serious);
  const other = gaps.filter((gap) => !gap.serious);
  if (gaps.length === 0) {
    return (
      <p className="gaps-none">
        <Icon name="done" />
        <span>
          <strong>{t.whole}</strong> {t.wholeText}
        </span>
      </p>
    );
  }
  return (
    <>
      {serious.length > 0 && (
        <section className="dossier-part">
          <h3>{t.serious(serious.length)}</h3>
          <p className="quiet">{t.seriousText}</p>
          <GapList gaps={serious} customer={customer} serious />
        </section>
      )}
      {other.length > 0 && (
        <section className="dossier-part">
          <h3>{t.other(other.length)}</h3>
          <p className="quiet">{t.otherText}</p>
          <GapList gaps={other} customer={customer} serious={false} />
        </section>
      )}
    </>
  );
}
