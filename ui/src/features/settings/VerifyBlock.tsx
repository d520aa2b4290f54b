// Checks that nothing was changed behind the log's back, and says the result in words.

import { useMutation } from '@tanstack/react-query';
import { useBackend } from '../../backend';
import { Button } from '../../components/Button';
import { CopyText } from '../../components/CopyText';
import { Icon } from '../../components/Icon';
import { ErrorStrip } from '../../components/States';
import { useText } from '../../i18n';
import { Block } from './Part';

export function VerifyBlock() {
  const t = useText().settings.security;
  const backend = useBackend();
  const verify = useMutation({ mutationFn: () => backend.call('verify', {}) });
  const { data } = verify;
  return (
    <Block title={t.verify} text={t.verifyText}>
      <div className="part-buttons">
        <Button icon="shield" isPending={verify.isPending} onPress={() => verify.mutate()}>
          {t.verifyStart}
        </Button>
      </div>
      <ErrorStrip reason={verify.error} />
      {data?.ok && (
        <>
          <p className="part-good" role="status">
            <Icon name="done" />
            {t.verifyGood(data.facts)}
          </p>
          <dl>
            <CopyText label={t.verifyHead} text={data.head} help={t.verifyHeadHelp} />
          </dl>
        </>
      )}
      {data && !data.ok && (
        <div className="part-bad" role="alert">
          <p>
            <Icon name="error" />
            {t.verifyBad(data.problems.length)}
          </p>
          <ul>
            {data.problems.map((problem) => (
              <li key={`${problem.code} ${problem.subject}`}>{problem.message}</li>
            ))}
          </ul>
        </div>
      )}
    </Block>
  );
}
