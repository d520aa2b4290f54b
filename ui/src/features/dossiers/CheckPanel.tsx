// A dossier before it is handed over: what it lacks, what is claimed, and what the file will hold.

import { Disclosure, DisclosurePanel, Button as AriaButton, Heading } from 'react-aria-components';
import type { DossierCheck, HandoverReport, WorkKind } from '../../backend';
import { Button, IconButton } from '../../components/Button';
import { Chip } from '../../components/Chip';
import { DateText, Money } from '../../components/Figures';
import { formatSize } from '../../components/fileSize';
import { Icon } from '../../components/Icon';
import { Kbd } from '../../components/Kbd';
import { ErrorState, Skeleton } from '../../components/States';
import { formatDate } from '../../dates';
import { useNavigation } from '../../frame/navigation';
import { useLanguage, useText } from '../../i18n';
import { useAction } from '../../keys/actions';
import { keyTable } from '../../keys/table';
import { formatMoney } from '../../money';
import { useDraft } from '../session/drafts';
import { WhyRoom } from '../why/Why';
import { Behind } from './Behind';
import { ClaimTable } from './ClaimTable';
import { firstWords } from './first';
import { Gaps } from './Gaps';
import { HandoverDialog } from './HandoverDialog';
import { Panel } from './Panel';
import { useCheck } from './useDossiers';

function Invoices({ check }: { check: DossierCheck }) {
  const t = useText().dossiers.check;
  return (
    <table className="dossier-table">
      <caption>{t.invoices}</caption>
      <thead>
        <tr>
          <th scope="col">{t.invoice}</th>
          <th scope="col">{t.due}</th>
          <th scope="col">{t.copy}</th>
          <th scope="col" className="end">
            {t.interest}
          </th>
          <th scope="col" className="end">
            {t.open}
          </th>
        </tr>
      </thead>
      <tbody>
        {check.invoices.map((invoice) => (
          <tr key={invoice.id}>
            <th scope="row">{invoice.number}</th>
            <td>{invoice.due && <DateText value={invoice.due} />}</td>
            <td className={invoice.copy ? undefined : 'dossier-missing'}>
              {invoice.copy ? t.copyKept : t.copyMissing}
            </td>
            <td className="end">
              <Money value={invoice.interest} />
            </td>
            <td className="end">
              <Money value={invoice.open} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Contents({ check }: { check: DossierCheck }) {
  const t = useText().dossiers.check;
  const lang = useLanguage();
  return (
    <Disclosure className="fold">
      <Heading level={3}>
        <AriaButton slot="trigger" className="fold-button">
          <Icon name="forward" size={16} />
          {t.contents(check.contents.length)}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <ul className="dossier-files">
          {check.contents.map((file) => (
            <li key={file.path}>
              <span className="dossier-path">{file.path}</span>
              <span className="quiet">{t.kinds[file.kind]}</span>
              <span className="quiet amount">
                {file.bytes === null ? t.made : formatSize(file.bytes, lang)}
              </span>
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}

function Reasons({ check }: { check: DossierCheck }) {
  const t = useText().dossiers.check;
  if (check.early)
    return (
      <p className="strip strip-warning">
        <Icon name="held" />
        {t.tooEarly}
      </p>
    );
  if (!check.proposed) return <p className="quiet">{t.notProposed}</p>;
  return (
    <section className="dossier-part">
      <h3>{check.gate === 'red' ? t.whyNot : t.why}</h3>
      <ul className="reasons">
        {check.reasons.map(({ code, message }) => (
          <li key={`${code} ${message}`}>{message}</li>
        ))}
        {check.reasons.length === 0 && <li>{t.nothing}</li>}
      </ul>
    </section>
  );
}

function Checked(props: {
  check: DossierCheck;
  first: WorkKind | null;
  onClose: () => void;
  onMade: (made: HandoverReport) => void;
}) {
  const { check } = props;
  const t = useText();
  const lang = useLanguage();
  const { go } = useNavigation();
  // The question comes back after a lock.
  const [asking, setAsking] = useDraft(`dossier.asks.${check.customer}`, false);
  // Of this dossier only: the customer may owe more that stays behind.
  const asked = {
    name: check.name,
    customer: check.customer,
    dossier: check.invoices.map(({ id }) => id),
  };
  // What is held back says why itself.
  const first = check.gate === 'red' ? null : firstWords(props.first, t.dossiers.check.first);
  const serious = check.gaps.filter((gap) => gap.serious).length;
  useAction('dossierHandover', () => setAsking(true));
  return (
    <Panel
      label={t.dossiers.check.label(check.name)}
      title={check.name}
      onClose={props.onClose}
      remark={
        <>
          {check.number && <span className="quiet">{check.number}</span>}
          {check.gate === 'red' && <Chip tone="late">{t.dossiers.ready.held}</Chip>}
          <Button weight="link" onPress={() => go({ room: 'customers', open: check.customer })}>
            {t.dossiers.check.customer}
          </Button>
        </>
      }
      foot={
        <>
          <span className="dossier-sum">
            <Money value={check.claim.total} strong />
          </span>
          <Button
            weight="primary"
            icon="handover"
            onPress={() => setAsking(true)}
            trailing={<Kbd combo={keyTable.dossierHandover.combo} />}
          >
            {t.dossiers.check.handover}
          </Button>
        </>
      }
    >
      {first !== null && (
        <p className="strip strip-warning">
          <Icon name="held" />
          {first}
        </p>
      )}
      <Reasons check={check} />
      <Behind behind={check.behind} />
      <Gaps gaps={check.gaps} customer={check.customer} />
      <section className="dossier-part">
        <WhyRoom whole={asked}>
          <ClaimTable
            claim={check.claim}
            caption={t.dossiers.check.claim(formatDate(check.date, t))}
            asked={asked}
          />
        </WhyRoom>
        <p className="field-help">{t.dossiers.check.perDay(formatMoney(check.per_day, lang))}</p>
      </section>
      <Invoices check={check} />
      <Contents check={check} />
      {asking && (
        <HandoverDialog
          check={check}
          serious={serious}
          first={first}
          onClose={() => setAsking(false)}
          onMade={(made) => {
            setAsking(false);
            props.onMade(made);
          }}
        />
      )}
    </Panel>
  );
}

type Props = {
  customer: string;
  /** What comes before a handover for this customer, as the list says. */
  first: WorkKind | null;
  onClose: () => void;
  onMade: (made: HandoverReport) => void;
};

export function CheckPanel({ customer, first, onClose, onMade }: Props) {
  const t = useText();
  const { data, error, refetch } = useCheck(customer);
  if (data) return <Checked key={customer} check={data} first={first} onClose={onClose} onMade={onMade} />;
  return (
    <aside className="dossier" aria-label={t.dossiers.check.label(customer)}>
      <div className="dossier-closer">
        <IconButton icon="close" label={t.common.close} onPress={onClose} />
      </div>
      {error ? (
        <ErrorState title={t.dossiers.check.failed} reason={error} onRetry={() => void refetch()} />
      ) : (
        <div className="dossier-body">
          <Skeleton lines={['title', 'text', 'block', 'row', 'row']} />
        </div>
      )}
    </aside>
  );
}
