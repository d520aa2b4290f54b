// One file of a preview: what it is, its checks, what it adds and what is wrong with it.

import { useState } from 'react';
import type { FilePreview } from '../../backend';
import { IconButton } from '../../components/Button';
import { Icon, type IconName } from '../../components/Icon';
import { Checkbox } from '../../components/Toggle';
import { useLanguage, useText } from '../../i18n';
import { formatMoney } from '../../money';
import { AddedCustomers, AddedInvoices, AddedLines } from './Added';
import { Checks } from './Checks';
import { Mapping } from './Mapping';
import { Problems } from './Problems';
import type { Intake } from './useIntake';
import { headline, isSkippedList, remarks } from './words';

const icons: Record<FilePreview['kind'], IconName> = {
  bank_statement: 'bank',
  e_invoice: 'invoices',
  open_items: 'list',
  refused: 'failed',
};

const NOT_OWN = 'not_own_invoice';
/** Said among the checks of a bank file, each account once. */
const AMONG_CHECKS = 'other_account';

/** An invoice with another's name on it: only who reads it can say that it is their own. */
function AcceptSupplier({ file, intake }: { file: FilePreview; intake: Intake }) {
  const t = useText();
  const waits = file.refused?.code === NOT_OWN;
  const all = intake.preview?.files.filter(({ refused }) => refused?.code === NOT_OWN).length ?? 0;
  // What was asked stays once it is accepted: the way back is where the way in was.
  const [asked, setAsked] = useState(waits ? all : 0);
  if (waits && asked !== all) setAsked(all);
  if (asked === 0) return null;
  return (
    <Checkbox value={intake.acceptSupplier} onChange={intake.setAcceptSupplier}>
      {t.importing.refused.accept(asked)}
    </Checkbox>
  );
}

type Props = { file: FilePreview; intake: Intake; alone: boolean };

export function FileCard({ file, intake, alone }: Props) {
  const t = useText();
  const lang = useLanguage();
  const words = t.importing;
  const refused = file.refused !== null;
  const mappable = file.table !== null;
  const problems = file.problems.filter(({ code }) => code !== AMONG_CHECKS);
  const remarked = file.problem_count - (file.problems.length - problems.length);
  const title = headline(file, (amount) => formatMoney(amount, lang), t);
  return (
    <article className={refused && !mappable ? 'card intake-file intake-refused' : 'card intake-file'}>
      <header className="intake-file-head">
        <Icon name={mappable ? 'list' : icons[file.kind]} size={20} />
        <div>
          <h2>{mappable && refused ? words.refused.map : title}</h2>
          <p className="quiet">
            <bdi className="intake-name">{file.name}</bdi>
            {!refused && ` · ${remarks(file, t).join(' · ')}`}
          </p>
        </div>
        <IconButton
          icon="close"
          label={words.preview.remove(file.name)}
          onPress={() => intake.remove(file.path)}
        />
      </header>
      <AcceptSupplier file={file} intake={intake} />
      {file.kind === 'bank_statement' && <Checks file={file} />}
      {file.table && (
        <Mapping
          table={file.table}
          asked={refused || file.table.missing.length > 0 || isSkippedList(file)}
          onChange={(map) => intake.setColumns(file.path, map)}
        />
      )}
      {remarked > 0 && <Problems problems={problems} total={remarked} />}
      {file.lines.length > 0 && <AddedLines file={file} open={alone} />}
      {file.invoices.length > 0 && <AddedInvoices file={file} open={alone && file.kind !== 'e_invoice'} />}
      {file.customers.length > 0 && <AddedCustomers file={file} />}
    </article>
  );
}
