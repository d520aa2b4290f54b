// A dossier that was handed over: who has it, what is open, what came back, and what happened.

import type { Claim, DossierDetail, HandoverEventKind, HandoverReport } from '../../backend';
import { Button, IconButton } from '../../components/Button';
import { CopyText } from '../../components/CopyText';
import { DateText, Money } from '../../components/Figures';
import { Icon } from '../../components/Icon';
import { Kbd } from '../../components/Kbd';
import { ErrorState, Skeleton } from '../../components/States';
import { formatDate } from '../../dates';
import { useNavigation } from '../../frame/navigation';
import { useLanguage, useText } from '../../i18n';
import { useAction } from '../../keys/actions';
import { keyTable } from '../../keys/table';
import { formatMoney, toCents } from '../../money';
import { writtenSentence } from '../../written';
import { useDraft } from '../session/drafts';
import { useAct } from '../session/useAct';
import { useGone } from '../session/useGone';
import { EventDialog } from './EventDialog';
import { StateChip } from './HandedTable';
import { Panel } from './Panel';
import { useDossier } from './useDossiers';

function Made({ made, onUndo }: { made: HandoverReport; onUndo: () => void }) {
  const t = useText().dossiers.made;
  return (
    <section className="dossier-made" aria-label={t.title}>
      <h3>
        <Icon name="done" />
        {t.title}
      </h3>
      <p>{t.text}</p>
      <dl>
        <CopyText label={t.file} text={made.file} />
        <CopyText label={t.hash} text={made.sha256} help={t.hashHelp} />
      </dl>
      {made.missing.length > 0 && <p className="quiet">{t.missing(made.missing.length)}</p>}
      <div className="dossier-undo">
        <Button icon="undo" onPress={onUndo}>
          {t.undo}
        </Button>
        <span className="field-help">{t.undoText}</span>
      </div>
    </section>
  );
}

function Party({ detail, onTell }: { detail: DossierDetail; onTell: () => void }) {
  const t = useText();
  const words = t.dossiers.dossier;
  const { to } = detail.dossier;
  return (
    <section className="dossier-part dossier-party">
      <div>
        <h3>{words.with}</h3>
        {to ? (
          <p>
            <strong>{to.name}</strong> ({t.dossiers.party[to.kind].toLowerCase()})
            {to.reference && `, ${t.dossiers.handed.reference(to.reference)}`}
            {to.email && (
              <>
                <br />
                <span className="quiet">{to.email}</span>
              </>
            )}
          </p>
        ) : (
          <p className="quiet">{words.nobody}</p>
        )}
      </div>
      <Button onPress={onTell}>{to ? words.change : words.tellParty}</Button>
    </section>
  );
}

function Figures({ detail }: { detail: DossierDetail }) {
  const text = useText();
  const t = text.dossiers.dossier;
  const lang = useLanguage();
  const { go } = useNavigation();
  const { dossier, per_day, now } = detail;
  const parts = (claim: Claim) =>
    text.customers.one.claimOf(
      formatMoney(claim.principal, lang),
      formatMoney(claim.interest, lang),
      formatMoney(claim.costs, lang),
    );
  const rows = [
    [t.before, dossier.claim.total, parts(dossier.claim)],
    [t.now, dossier.open, dossier.open === now.total ? parts(now) : undefined],
    [t.perDay, per_day],
    [t.paidThere, dossier.paid_to_them],
    [t.costs, dossier.costs],
  ] as const;
  return (
    <section className="dossier-part">
      <table className="claim">
        <caption>{t.figures}</caption>
        <tbody>
          {rows.map(([label, amount, made]) => (
            <tr key={label}>
              <th scope="row">
                {label}
                {made && <small className="claim-parts">{made}</small>}
              </th>
              <td>
                <Money value={amount} strong={label === t.now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {toCents(dossier.paid_to_them) > 0 && <p className="field-help">{t.paidThereHelp}</p>}
      <p className="dossier-numbers">
        <span className="field-help">{t.invoices}</span>
        {detail.numbers.map((number) => (
          <Button
            key={number}
            weight="link"
            onPress={() => go({ room: 'invoices', open: `${number}@${dossier.customer}` })}
          >
            {number}
          </Button>
        ))}
      </p>
    </section>
  );
}

function Timeline({ detail }: { detail: DossierDetail }) {
  const t = useText();
  const { undo } = useAct();
  return (
    <section className="dossier-part">
      <h3>{t.dossiers.dossier.happened}</h3>
      <ol className="moments">
        {detail.timeline.map((moment, index) => (
          // Two equal things may happen on one day; what stands in a place stays there.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${moment.date} ${moment.text} ${index}`}>
            <DateText value={moment.date} />
            <span>{writtenSentence(moment.text)}</span>
            {moment.undo && (
              <IconButton
                icon="undo"
                label={`${t.common.undo}: ${moment.text}`}
                onPress={() => void undo(moment.undo ?? undefined)}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

type Props = { dossier: string; made: HandoverReport | null; onClose: () => void };

function Opened({ detail, made, onClose }: Omit<Props, 'dossier'> & { detail: DossierDetail }) {
  const t = useText();
  const words = t.dossiers.dossier;
  const { go } = useNavigation();
  const { undo } = useAct();
  const { dossier } = detail;
  // What was being noted comes back after a lock.
  const [telling, setTelling] = useDraft<HandoverEventKind | null>(`dossier.tells.${dossier.id}`, null);
  const note = dossier.state === 'with_them' ? null : words[dossier.state];
  useAction('dossierTell', () => setTelling('paid_to_them'));
  return (
    <Panel
      label={words.label(dossier.name)}
      title={dossier.name}
      onClose={onClose}
      remark={
        <>
          <StateChip state={dossier.state} t={t} />
          <span className="quiet">{words.since(formatDate(dossier.date, t))}</span>
          <Button weight="link" onPress={() => go({ room: 'customers', open: dossier.customer })}>
            {words.customer}
          </Button>
        </>
      }
      foot={
        <>
          <span className="dossier-sum" />
          <Button
            weight="primary"
            icon="note"
            onPress={() => setTelling('paid_to_them')}
            trailing={<Kbd combo={keyTable.dossierTell.combo} />}
          >
            {words.tell}
          </Button>
        </>
      }
    >
      {made && <Made made={made} onUndo={() => void undo(made.id).then(onClose)} />}
      {note && <p className="dossier-note">{note}</p>}
      <Party detail={detail} onTell={() => setTelling('given_to')} />
      <Figures detail={detail} />
      <Timeline detail={detail} />
      {!made && (
        <dl className="dossier-file">
          <CopyText label={words.file} text={dossier.file} />
          <CopyText label={t.dossiers.made.hash} text={dossier.sha256} help={t.dossiers.made.hashHelp} />
        </dl>
      )}
      {!made && !dossier.events.some((event) => event.undo) && (
        <div className="dossier-undo">
          <Button icon="undo" onPress={() => void undo(dossier.id).then(onClose)}>
            {t.dossiers.made.undo}
          </Button>
          <span className="field-help">{t.dossiers.made.undoText}</span>
        </div>
      )}
      {telling && (
        <EventDialog dossier={dossier} kind={telling} onKind={setTelling} onClose={() => setTelling(null)} />
      )}
    </Panel>
  );
}

export function DossierPanel({ dossier, made, onClose }: Props) {
  const t = useText();
  const { data, error, refetch } = useDossier(dossier);
  useGone(data !== undefined, error, onClose);
  if (data) return <Opened detail={data} made={made} onClose={onClose} />;
  return (
    <aside className="dossier" aria-label={t.dossiers.title}>
      <div className="dossier-closer">
        <IconButton icon="close" label={t.common.close} onPress={onClose} />
      </div>
      {error ? (
        <ErrorState title={t.dossiers.dossier.failed} reason={error} onRetry={() => void refetch()} />
      ) : (
        <div className="dossier-body">
          <Skeleton lines={['title', 'text', 'block', 'row', 'row']} />
        </div>
      )}
    </aside>
  );
}
