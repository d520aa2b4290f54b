// The program: its version, what no lawyer has looked at yet, and whose work it rests on.

import { useText } from '../../i18n';
import { useSession } from '../session/session';
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
      <Block title={words.others}>
        <table className="part-table">
          <thead>
            <tr>
              <th scope="col">{words.libraryColumn}</th>
              <th scope="col">{words.licenceColumn}</th>
            </tr>
          </thead>
          <tbody>
            {words.libraries.map(({ name, licence }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{licence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Block>
    </Part>
  );
}
