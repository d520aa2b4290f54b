// What came of trying a text on all customers: how far it is, and where it does not fit.

import { Button } from '../../../components/Button';
import { Icon } from '../../../components/Icon';
import { ProgressJob } from '../../../components/ProgressJob';
import { useNavigation } from '../../../frame/navigation';
import { useText } from '../../../i18n';
import type { TemplateCheck } from './useTemplateCheck';

export function CheckResult({ check, stale }: { check: TemplateCheck; stale: boolean }) {
  const t = useText();
  const words = t.texts;
  const { go } = useNavigation();
  const { result } = check;
  if (check.busy) return <ProgressJob />;
  if (!result) return <p className="template-said quiet">{words.checkHelp}</p>;
  const { problems, tried, skipped, more } = result;
  const wrong = problems.length + more;
  return (
    <div className="template-said" role="status">
      <p className={problems.length > 0 ? 'template-bad' : 'template-good'}>
        <Icon name={problems.length > 0 ? 'warning' : 'done'} size={16} />
        {problems.length > 0 ? words.checkedWith(tried, wrong) : words.checked(tried)}{' '}
        {stale ? words.stale : skipped > 0 && words.skipped(skipped)}
      </p>
      {problems.length > 0 && (
        // Focusable, because it may scroll.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul className="template-problems" aria-label={words.problems} tabIndex={0}>
          {problems.map(({ customer, name, problem }) => (
            <li key={`${customer} ${problem}`}>
              <Button weight="link" onPress={() => go({ room: 'customers', open: customer })}>
                {name}
              </Button>{' '}
              {problem}
            </li>
          ))}
          {more > 0 && <li>{words.more(more)}</li>}
        </ul>
      )}
    </div>
  );
}
