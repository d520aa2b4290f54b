//! How sure a reading is, and what becomes of readings that rival each other.

use law::Cents;

use super::book::Matcher;
use super::keys::Weight;
use super::propose::Evidence;
use super::readings::{Reading, is_exact};
use super::{MatchAllocation, MatchProposal, MatchReason};
use crate::{BankLine, Certainty, CustomerId, InvoiceId};

impl Matcher {
    pub(super) fn judge(
        &self,
        line: &BankLine,
        known: &Evidence,
        reading: Reading,
        foreign_iban: bool,
    ) -> Option<MatchProposal> {
        let exact = reading.amount.is_some_and(is_exact);
        let pays = |id: &InvoiceId| reading.allocations.iter().any(|part| part.invoice == *id);
        let names = known.named.iter().any(|(id, ..)| pays(id));
        let misses = known.named.iter().any(|(id, ..)| !pays(id)) && !names;
        let strongest = known.strongest();
        // A weak number, or a customer's number, says nothing alone.
        let backed = known.iban || known.name || strongest >= Some(Weight::Strong);
        if !backed && !exact {
            return None;
        }
        let certainty = self.certainty(known, &reading, exact, names, foreign_iban);
        let mut reasons: Vec<MatchReason> = Vec::new();
        let mut add = |reason: MatchReason, applies: bool| {
            if applies && !reasons.contains(&reason) {
                reasons.push(reason);
            }
        };
        for (id, _, reason) in &known.named {
            add(*reason, pays(id) || !names);
        }
        add(MatchReason::CustomerNumber, known.customer_number);
        add(MatchReason::Iban, known.iban);
        add(MatchReason::Name, known.name);
        if let Some(amount) = reading.amount {
            add(amount, true);
        }
        add(MatchReason::WrongReference, misses);
        add(MatchReason::SeveralCandidates, reading.tie);
        add(MatchReason::OtherCustomersIban, foreign_iban);
        Some(self.proposal(
            line,
            known.customer,
            reading.allocations,
            certainty,
            reasons,
        ))
    }

    fn certainty(
        &self,
        known: &Evidence,
        reading: &Reading,
        exact: bool,
        names: bool,
        foreign_iban: bool,
    ) -> Certainty {
        if reading.tie {
            return Certainty::Possible;
        }
        let strong = names && known.strongest() >= Some(Weight::Strong);
        let weak = names && !strong;
        let best = match (exact, strong, weak) {
            (true, true, _) => Certainty::Certain,
            (true, _, true) if known.iban => Certainty::Certain,
            (true, _, true) => Certainty::Likely,
            (true, ..) if known.iban => Certainty::Likely,
            (true, ..) if known.name || known.customer_number => Certainty::Likely,
            (true, ..) => Certainty::Possible,
            (false, true, _) => Certainty::Likely,
            (false, _, true) if known.iban || known.name => Certainty::Likely,
            (false, ..) => {
                let repaid = known.strongest() >= Some(Weight::Strong);
                if repaid {
                    Certainty::Likely
                } else {
                    Certainty::Possible
                }
            }
        };
        if foreign_iban {
            best.min(Certainty::Likely)
        } else {
            best
        }
    }

    pub(super) fn proposal(
        &self,
        line: &BankLine,
        customer: CustomerId,
        allocations: Vec<MatchAllocation>,
        certainty: Certainty,
        reasons: Vec<MatchReason>,
    ) -> MatchProposal {
        let put: Cents = allocations.iter().map(|part| part.amount).sum();
        // A bank that reverses money going out brings in no payment of a customer.
        let certainty = if line.reversal && line.amount.is_positive() {
            Certainty::Possible
        } else {
            certainty
        };
        MatchProposal {
            line: line.id,
            certainty,
            reasons,
            customer,
            unallocated: line.amount - put,
            allocations,
            reverses: None,
        }
    }

    /// Sorts the readings; two that are equally good make a tie, and a tie is only possible.
    pub(super) fn settle_rivals(&self, proposals: &mut [MatchProposal]) {
        proposals.sort_by_key(|proposal| {
            (
                std::cmp::Reverse(proposal.certainty),
                std::cmp::Reverse(weight(proposal)),
            )
        });
        let Some(best) = proposals.first() else {
            return;
        };
        let (certainty, heaviest) = (best.certainty, weight(best));
        let rivals = proposals
            .iter()
            .skip(1)
            .filter(|rival| rival.certainty == certainty && rival.certainty > Certainty::Possible)
            .count();
        let equal = proposals
            .iter()
            .skip(1)
            .any(|rival| rival.certainty == certainty && weight(rival) == heaviest);
        if rivals == 0 {
            return;
        }
        for proposal in proposals
            .iter_mut()
            .filter(|proposal| proposal.certainty == certainty)
        {
            let outweighs = !equal && weight(proposal) == heaviest;
            proposal.certainty = if outweighs {
                certainty.min(Certainty::Likely)
            } else {
                Certainty::Possible
            };
            if !proposal.reasons.contains(&MatchReason::SeveralCandidates) {
                proposal.reasons.push(MatchReason::SeveralCandidates);
            }
        }
        proposals.sort_by_key(|proposal| {
            (
                std::cmp::Reverse(proposal.certainty),
                std::cmp::Reverse(weight(proposal)),
            )
        });
    }
}

/// How much the reasons weigh, to put equally certain readings in order.
fn weight(proposal: &MatchProposal) -> u32 {
    proposal
        .reasons
        .iter()
        .map(|reason| match reason {
            MatchReason::PaymentReference => 64,
            MatchReason::EndToEnd | MatchReason::InvoiceNumber => 32,
            MatchReason::Iban => 16,
            MatchReason::AmountExact
            | MatchReason::AmountRemaining
            | MatchReason::AmountWithCosts
            | MatchReason::AmountSum => 8,
            MatchReason::CustomerNumber | MatchReason::Name => 4,
            _ => 0,
        })
        .sum()
}
