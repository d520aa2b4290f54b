// The figures of a claim, one below the other, with their sum.

import type { Claim } from '../../backend';
import { Money } from '../../components/Figures';
import { useText } from '../../i18n';

export function ClaimTable({ claim, caption }: { claim: Claim; caption: string }) {
  const t = useText().dossiers.check;
  return (
    <table className="claim">
      <caption>{caption}</caption>
      <tbody>
        {(['principal', 'interest', 'costs', 'total'] as const).map((part) => (
          <tr key={part} className={part === 'total' ? 'claim-total' : undefined}>
            <th scope="row">{t[part]}</th>
            <td>
              <Money value={claim[part]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
