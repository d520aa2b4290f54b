// What is wrong in a file or worth knowing of it, with the line it stands on.

import { useState } from 'react';
import type { ProblemView } from '../../backend';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { useText } from '../../i18n';

const FEW = 5;

export function Problems({ problems, total }: { problems: readonly ProblemView[]; total: number }) {
  const t = useText();
  const words = t.importing.problems;
  const [all, setAll] = useState(false);
  const shown = all ? problems : problems.slice(0, FEW);
  return (
    <section className="problems" aria-label={words.title(total)}>
      <header>
        <h3>{words.title(total)}</h3>
        {total > FEW && (
          <Button weight="link" aria-expanded={all} onPress={() => setAll(!all)}>
            {all ? words.less : words.show(total)}
          </Button>
        )}
      </header>
      {/* Focusable, because it may scroll and has nothing else to focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul tabIndex={all ? 0 : -1} aria-label={words.title(total)}>
        {shown.map((problem, at) => (
          // Two rows may have the same thing wrong with them: only the place tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className={`problem problem-${problem.severity}`}>
            <Icon name={problem.severity === 'error' ? 'error' : 'warning'} size={15} />
            <span className="visually-hidden">{words.severity[problem.severity]}: </span>
            {problem.line !== null && (
              <span className="problem-line amount">{t.importing.table.line(problem.line)}</span>
            )}
            <span>{problem.message}</span>
          </li>
        ))}
      </ul>
      {all && problems.length < total && <p className="field-help">{words.first(problems.length, total)}</p>}
    </section>
  );
}
