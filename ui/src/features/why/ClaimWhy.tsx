// A claim, asked and shown: principal, interest and costs with their articles.

import { useQuery } from '@tanstack/react-query';
import { useBackend, type ExplainAsk } from '../../backend';
import { ErrorStrip, Skeleton } from '../../components/States';
import { useLanguage } from '../../i18n';
import { WhyTable } from './WhyTable';

export function useClaim(asked: Omit<ExplainAsk, 'date'>, enabled = true) {
  const lang = useLanguage();
  const backend = useBackend();
  const { customer, invoice, dossier, proposal, step } = asked;
  return useQuery({
    queryKey: ['explain', customer, invoice, dossier, proposal, step, lang],
    queryFn: () =>
      backend.call('explain', {
        customer,
        ...(invoice !== undefined && { invoice }),
        ...(dossier !== undefined && { dossier }),
        ...(proposal !== undefined && { proposal }),
        ...(step !== undefined && { step }),
      }),
    staleTime: Infinity,
    enabled,
  });
}

export function ClaimWhy({ asked }: { asked: Omit<ExplainAsk, 'date'> }) {
  const { data, error } = useClaim(asked);
  if (data) return <WhyTable explained={data} />;
  return error ? <ErrorStrip reason={error} /> : <Skeleton lines={['text', 'block', 'block']} />;
}
