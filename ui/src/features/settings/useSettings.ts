// How the administration is set up, read once and after every change.

import { useQuery } from '@tanstack/react-query';
import { useBackend } from '../../backend';
import { useLanguage } from '../../i18n';

export function useSettings() {
  const backend = useBackend();
  return useQuery({
    queryKey: ['settings'],
    queryFn: () => backend.call('settings', {}),
    staleTime: Infinity,
  });
}

export function useRates() {
  const backend = useBackend();
  return useQuery({ queryKey: ['rates'], queryFn: () => backend.call('rates', {}), staleTime: Infinity });
}

export function useBackups() {
  const backend = useBackend();
  return useQuery({ queryKey: ['backups'], queryFn: () => backend.call('backups', {}), staleTime: 0 });
}

export function usePlace() {
  const backend = useBackend();
  const lang = useLanguage();
  return useQuery({
    queryKey: ['administration_place', lang],
    queryFn: () => backend.call('administration_place', {}),
    staleTime: 0,
  });
}
