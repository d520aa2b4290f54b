// The program: its version, what no lawyer has looked at yet, and whose work it rests on.

import { useText } from '../../i18n';
import { useSession } from '../session/session';
import { Libraries } from './Libraries';
import { Block, Part } from './Part';

export function AboutPart() {
  const t = useText();
  const words = t.settings.about;
  const { info } = useSession();
  return (
    <Part title={t.settings.tabs.about} lead={words.lead}>
      <Block>
        <p>
          <strong>{t.appName}</strong> <span className="amount">{`${words.version} ${info.version}`}</span>
        </p>
        <p className="quiet">{words.licence}</p>
      </Block>
      <Block title={words.unverified} text={words.unverifiedText}>
        <ul className="part-points">
          {words.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <p>
          <strong>{words.advice}</strong>
        </p>
      </Block>
      <Libraries />
    </Part>
  );
}
