// What the core knows of dossiers: who is ready, what was handed over, and one of either.

import { useQuery } from '@tanstack/react-query';
import { useBackend } from '../../backend';
import { useLanguage } from '../../i18n';

const kept = { staleTime: Infinity, placeholderData: <Data>(previous: Data | undefined) => previous };

export function useReady() {
  const backend = useBackend();
  const lang = useLanguage();
  return useQuery({
    queryKey: ['dossiers_ready', lang],
    queryFn: () => backend.call('dossiers_ready', {}),
    ...kept,
  });
}

export function useHanded() {
  const backend = useBackend();
  const lang = useLanguage();
  return useQuery({
    queryKey: ['dossiers', lang],
    queryFn: () => backend.call('dossiers', {}),
    ...kept,
  });
}

export function useCheck(customer: string) {
  const backend = useBackend();
  const lang = useLanguage();
  return useQuery({
    queryKey: ['dossier_check', lang, customer],
    queryFn: () => backend.call('dossier_check', { customer }),
    staleTime: Infinity,
    retry: false,
  });
}

export function useDossier(dossier: string) {
  const backend = useBackend();
  const lang = useLanguage();
  return useQuery({
    queryKey: ['dossier_detail', lang, dossier],
    queryFn: () => backend.call('dossier_detail', { dossier }),
    staleTime: Infinity,
    retry: false,
  });
}
