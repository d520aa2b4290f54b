// What is asked of a proposal: its own claim, not that of the whole customer.

import type { Proposal } from '../../backend';
import type { AskedClaim } from './Why';

export function askedProposal(proposal: Proposal): AskedClaim {
  const { customer, name, kind, step } = proposal;
  const [invoice] = proposal.invoices;
  return {
    name,
    customer,
    proposal: kind,
    ...(step && { step }),
    // Several things may be proposed alike, each about invoices of its own.
    ...(invoice !== undefined && { invoice }),
  };
}
