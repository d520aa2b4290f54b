// The figures of a claim, one below the other, with their sum.

import type { Claim } from '../../backend';
import { Money } from '../../components/Figures';
import { useText } from '../../i18n';
import { WhyMoney, type Asked } from '../why/Why';

/** `asked`: whose claim it is, where its total can be asked how it came. */
export function ClaimTable(props: { claim: Claim; caption: string; asked?: Asked }) {
  const { claim, caption, asked } = props;
  const t = useText().dossiers.check;
  return (
    <table className="claim">
      <caption>{caption}</caption>
      <tbody>
        {(['principal', 'interest', 'costs', 'total'] as const).map((part) => (
          <tr key={part} className={part === 'total' ? 'claim-total' : undefined}>
            <th scope="row">{t[part]}</th>
            <td>
              {asked && part === 'total' ? (
                <WhyMoney value={claim.total} asked={asked} what={t.total} strong />
              ) : (
                <Money value={claim[part]} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
