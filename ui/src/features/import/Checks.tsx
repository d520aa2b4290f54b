// What was checked of a bank file: the account, the sums, the chain, what is known already.

import type { CheckResult, FilePreview, ImportStatement, StatementCheck } from '../../backend';
import { Icon, type IconName } from '../../components/Icon';
import { formatDate } from '../../dates';
import { useText, type Text } from '../../i18n';

const icons: Record<CheckResult, IconName> = {
  ok: 'done',
  mind: 'warning',
  wrong: 'error',
  unknown: 'help',
};

type Check = StatementCheck & { about?: string };

const aboutOf = (statement: ImportStatement, t: Text) =>
  statement.from
    ? t.importing.checks.statement(statement.account, formatDate(statement.from, t))
    : statement.account;

/** Of many statements that are all in order one line; of the others each its own. */
function gathered(
  statements: readonly ImportStatement[],
  of: (statement: ImportStatement) => StatementCheck,
  all: (n: number) => string,
  t: Text,
): Check[] {
  const [only] = statements;
  if (only && statements.length === 1) return [of(only)];
  const good = statements.filter((statement) => of(statement).result === 'ok');
  const others = statements.filter((statement) => of(statement).result !== 'ok');
  const checks: Check[] = others.map((statement) => ({ ...of(statement), about: aboutOf(statement, t) }));
  if (good.length > 0 && others.length === 0) return [{ result: 'ok', words: all(good.length) }];
  return checks;
}

function checksOf(file: FilePreview, t: Text): Check[] {
  const words = t.importing.checks;
  const others = [...new Set(file.statements.filter(({ own }) => !own).map(({ account }) => account))];
  const linesOf = (account: string) =>
    file.statements.reduce((sum, of) => sum + (of.account === account ? of.added : 0), 0);
  const checks: Check[] = others.map((account) => ({
    result: 'mind',
    words: words.otherAccount(account, linesOf(account)),
  }));
  if (others.length === 0 && file.statements.length > 0) checks.push({ result: 'ok', words: words.own });
  checks.push(...gathered(file.statements, ({ balance }) => balance, words.allBalance, t));
  checks.push(...gathered(file.statements, ({ chain }) => chain, words.allChain, t));
  if (file.duplicates > 0) checks.push({ result: 'ok', words: words.duplicates(file.duplicates) });
  return checks;
}

export function Checks({ file }: { file: FilePreview }) {
  const t = useText();
  return (
    <ul className="checks" aria-label={t.importing.checks.title}>
      {checksOf(file, t).map(({ result, words, about }) => (
        <li key={`${about ?? ''} ${words}`} className={`check check-${result}`}>
          <Icon name={icons[result]} size={17} />
          <span className="visually-hidden">{t.importing.checks.result[result]}: </span>
          <span>
            {about && <strong>{about}: </strong>}
            {words}
          </span>
        </li>
      ))}
    </ul>
  );
}
