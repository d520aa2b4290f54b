// How an invoice came to what is open now: each move with what was left after it.

import type { InvoiceMove } from '../../backend';
import { IconButton } from '../../components/Button';
import { DateText, Money } from '../../components/Figures';
import { useText } from '../../i18n';
import { useAct } from '../session/useAct';

export function Moves({ moves }: { moves: readonly InvoiceMove[] }) {
  const t = useText();
  const { undo } = useAct();
  const words = t.invoices.one;
  return (
    <section className="customer-part">
      <h2 className="part-title">{words.how}</h2>
      {/* Focusable, because it may scroll. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="items-scroll" tabIndex={0} role="region" aria-label={words.how}>
        <table className="items moves">
          <thead>
            <tr>
              <th scope="col">{t.acts.date}</th>
              <th scope="col">{words.what}</th>
              <th scope="col" className="item-amount">
                {words.change}
              </th>
              <th scope="col" className="item-amount">
                {words.after}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t.common.undo}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {moves.map((move, at) => (
              // Two equal payments on one day are two moves.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                <td>
                  <DateText value={move.date} />
                </td>
                <th scope="row">
                  {move.label}
                  {move.ref && <small>{move.ref}</small>}
                </th>
                <td className="item-amount">
                  <Money value={move.amount} />
                </td>
                <td className="item-amount">
                  <Money value={move.open_after} strong={at === moves.length - 1} />
                </td>
                <td className="move-undo">
                  {move.undo && (
                    <IconButton
                      icon="undo"
                      label={words.undo(move.label)}
                      onPress={() => void undo(move.undo ?? '')}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
