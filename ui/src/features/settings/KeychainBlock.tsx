// Whether this computer's keychain opens the administration.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useBackend } from '../../backend';
import { Button } from '../../components/Button';
import { ErrorStrip } from '../../components/States';
import { notify } from '../../components/Toast';
import { useText } from '../../i18n';
import { useSession } from '../session/session';
import { Block } from './Part';

export function KeychainBlock() {
  const t = useText().settings.security;
  const backend = useBackend();
  const queries = useQueryClient();
  const { session } = useSession();
  const folder = session.state === 'open' ? session.folder : '';
  const { data } = useQuery({
    queryKey: ['keychain_status', folder],
    queryFn: () => backend.call('keychain_status', { folder }),
    enabled: folder !== '',
  });
  const put = useMutation({
    mutationFn: (remember: boolean) => backend.call(remember ? 'keychain_remember' : 'keychain_forget', {}),
    onSuccess: (status) => {
      queries.setQueryData(['keychain_status', folder], status);
      void queries.invalidateQueries({ queryKey: ['app_info'] });
      notify({ tone: 'good', message: status.stored ? t.remembered : t.forgotten });
    },
  });
  return (
    <Block title={t.keychain}>
      {data && !data.available && <p className="quiet">{data.why ?? t.keychainNone}</p>}
      {data?.available && (
        <>
          <p className="quiet">{data.stored ? t.keychainStored : t.keychainEmpty}</p>
          <div className="part-buttons">
            <Button isPending={put.isPending} onPress={() => put.mutate(!data.stored)}>
              {data.stored ? t.forget : t.remember}
            </Button>
          </div>
        </>
      )}
      <ErrorStrip reason={put.error} />
    </Block>
  );
}
