// One payment with money left over: where it would go by law, or back.

import { useEffect, useRef } from 'react';
import type { UnallocatedRow } from '../../../backend';
import { Button, IconButton } from '../../../components/Button';
import { DateText, Money } from '../../../components/Figures';
import { formatDate } from '../../../dates';
import { useNavigation } from '../../../frame/navigation';
import { useLanguage, useText } from '../../../i18n';
import { formatMoney } from '../../../money';
import { useAct } from '../../session/useAct';

export function LoosePanel({ row, onClose }: { row: UnallocatedRow; onClose: () => void }) {
  const t = useText();
  const lang = useLanguage();
  const { go } = useNavigation();
  const { act, busy } = useAct();
  const words = t.bank.loose;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  const says = words.says(
    formatMoney(row.left, lang),
    formatMoney(row.amount, lang),
    formatDate(row.date, t),
  );
  const allocate = async () => {
    const parts = row.parts.map(({ invoice, amount }) => ({ invoice, amount }));
    if (await act('allocate', { payment: row.payment, parts })) onClose();
  };
  const refund = async () => {
    if (await act('refund', { payment: row.payment })) onClose();
  };
  return (
    <aside ref={panel} className="loose" aria-label={words.panel(row.name)} tabIndex={-1}>
      <header className="pane-head">
        <div>
          <h2>{row.name}</h2>
          <p className="quiet">{says}</p>
        </div>
        <IconButton icon="close" label={t.common.close} onPress={onClose} />
      </header>
      <div className="line-work">
        {row.parts.length === 0 ? (
          <p>{words.nothing}</p>
        ) : (
          <section className="loose-parts">
            <h3>{words.byLaw}</h3>
            <table className="parts">
              <thead>
                <tr>
                  <th scope="col">{t.bank.proposal.invoice}</th>
                  <th scope="col">{t.bank.proposal.due}</th>
                  <th scope="col" className="end">
                    {t.bank.proposal.put}
                  </th>
                </tr>
              </thead>
              <tbody>
                {row.parts.map((part) => (
                  <tr key={part.invoice}>
                    <td className="amount">{part.number}</td>
                    <td>{part.due && <DateText value={part.due} />}</td>
                    <td className="end">
                      <Money value={part.amount} strong />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="field-help">{words.byLawWhy}</p>
          </section>
        )}
        <p className="field-help">{words.refundHelp}</p>
      </div>
      <footer className="line-acts">
        {row.parts.length > 0 && (
          <Button weight="primary" isPending={busy} onPress={() => void allocate()}>
            {words.allocate}
          </Button>
        )}
        <Button icon="undo" isDisabled={busy} onPress={() => void refund()}>
          {words.refund}
        </Button>
        <Button weight="quiet" icon="customers" onPress={() => go({ room: 'customers', open: row.customer })}>
          {words.openCustomer}
        </Button>
      </footer>
    </aside>
  );
}
