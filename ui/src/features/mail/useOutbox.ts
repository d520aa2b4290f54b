// The outbox, in pages, and one message of it.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useBackend, type MailRow, type MailState, type Outbox } from '../../backend';
import { usePages } from '../../components/usePages';
import { useLanguage } from '../../i18n';

type Page = Outbox & { rows: readonly MailRow[] };

export function useOutbox(state: MailState | null) {
  const backend = useBackend();
  const lang = useLanguage();
  return usePages<MailRow, Page>(['outbox', lang, state], async (offset, limit) => {
    const page = await backend.call('outbox', { offset, limit, ...(state !== null && { state }) });
    return { ...page, rows: page.messages };
  });
}

export function useMessage(letter: string) {
  const backend = useBackend();
  const lang = useLanguage();
  return useQuery({
    queryKey: ['mail_message', lang, letter],
    queryFn: () => backend.call('mail_message', { letter }),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}

export function useMailAccount() {
  const backend = useBackend();
  const lang = useLanguage();
  return useQuery({
    queryKey: ['mail_account', lang],
    queryFn: () => backend.call('mail_account', {}),
    staleTime: Infinity,
  });
}
