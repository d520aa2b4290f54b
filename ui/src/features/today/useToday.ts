// Today's state and work, read once and shared by the rail and the room.

import { useQuery } from '@tanstack/react-query';
import { useBackend } from '../../backend';
import { useLanguage } from '../../i18n';

export function useToday() {
  const backend = useBackend();
  // The core words its reasons in the chosen language: another language is another answer.
  const lang = useLanguage();
  return useQuery({
    queryKey: ['today', lang],
    queryFn: () => backend.call('today', {}),
    staleTime: Infinity,
    placeholderData: (previous) => previous,
  });
}
