// How the whole administration stands today, read once and shared by the rail, Vandaag and the rooms.

import { useQuery } from '@tanstack/react-query';
import { useBackend } from '../../backend';
import { useLanguage } from '../../i18n';

export function useOverview() {
  const backend = useBackend();
  // The core words its reasons in the chosen language: another language is another answer.
  const lang = useLanguage();
  return useQuery({
    queryKey: ['overview', lang],
    queryFn: () => backend.call('overview', {}),
    staleTime: Infinity,
    placeholderData: (previous) => previous,
  });
}
