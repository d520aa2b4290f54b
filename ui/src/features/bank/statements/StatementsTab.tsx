// Afschriften: the accounts, whether their statements follow on each other, and every file that was read in.

import { useQuery } from '@tanstack/react-query';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useBackend, type BankAccountRow } from '../../../backend';
import { Chip } from '../../../components/Chip';
import { Money } from '../../../components/Figures';
import { RoomHead } from '../../../components/RoomHead';
import { EmptyState } from '../../../components/States';
import { formatDate } from '../../../dates';
import { writtenIban } from '../../../written';
import { useText } from '../../../i18n';
import { useDraft } from '../../session/drafts';
import { ImportsTable } from './ImportsTable';
import { StatementsTable } from './StatementsTable';
import '../../../components/FilterChips.css';
import './Statements.css';

const views = ['statements', 'imports'] as const;
type View = (typeof views)[number];

function Accounts({ accounts }: { accounts: readonly BankAccountRow[] }) {
  const t = useText();
  const words = t.bank.statements;
  return (
    <ul className="accounts" aria-label={words.accounts}>
      {accounts.map((account) => (
        <li key={account.account} className="account">
          <div>
            <p className="account-name amount">{writtenIban(account.account)}</p>
            <p className="cell-text">
              {words.of(account.statements)}
              {account.through && ` · ${words.through(formatDate(account.through, t))}`}
            </p>
            {account.own && <Chip tone="accent">{words.own}</Chip>}
          </div>
          {account.closing && <Money value={account.closing} strong />}
        </li>
      ))}
    </ul>
  );
}

export function StatementsTab() {
  const t = useText();
  const backend = useBackend();
  const words = t.bank.statements;
  const [view, setView] = useDraft<View>('bank.view', 'statements');
  const { data } = useQuery({
    queryKey: ['statements', 'accounts'],
    queryFn: () => backend.call('statements', { limit: 0 }),
    staleTime: Infinity,
    placeholderData: (previous) => previous,
  });
  return (
    <div className="bank-fill">
      <RoomHead title={t.bank.tabs.statements} lead={words.lead} />
      {data && data.accounts.length > 0 && <Accounts accounts={data.accounts} />}
      <ToggleButtonGroup
        className="filters"
        aria-label={words.show}
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={(keys) => setView(keys.has('imports') ? 'imports' : 'statements')}
      >
        {views.map((id) => (
          <ToggleButton key={id} id={id} className="filter">
            {words.views[id]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {view === 'imports' ? (
        <ImportsTable />
      ) : data && data.total === 0 ? (
        <section className="card">
          <EmptyState icon="bank" title={words.emptyTitle} text={words.emptyText} />
        </section>
      ) : (
        <StatementsTable />
      )}
    </div>
  );
}
