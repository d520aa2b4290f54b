//! Money that went out: a payment that came back, or was paid back.

use chrono::Months;

use super::book::{Earlier, Matcher};
use super::propose::Evidence;
use super::{MatchAllocation, MatchProposal, MatchReason};
use crate::{BankLine, Certainty};

/// A direct debit can be taken back for thirteen months; later is no return.
const MONTHS: u32 = 13;

impl Matcher {
    /// Earlier payments of exactly this amount that may have come back, latest first. Something has
    /// to point to the customer: its account, its name, a number, or the bank's own mark.
    pub(super) fn returned(&self, line: &BankLine, evidence: &[Evidence]) -> Vec<MatchProposal> {
        let marked = line.reversal || line.return_reason.is_some();
        let since = line
            .date
            .checked_sub_months(Months::new(MONTHS))
            .unwrap_or(line.date);
        let mut earlier: Vec<&Earlier> = self
            .received
            .get(&-line.amount)
            .into_iter()
            .flatten()
            .filter(|earlier| earlier.date <= line.date && earlier.date >= since)
            .filter(|earlier| {
                marked
                    || evidence
                        .iter()
                        .any(|known| known.customer == earlier.customer)
            })
            .collect();
        earlier.sort_by_key(|earlier| std::cmp::Reverse((earlier.date, earlier.payment)));
        let tie = earlier.len() > 1;
        let mut proposals: Vec<MatchProposal> = earlier
            .into_iter()
            .map(|earlier| self.reopening(line, earlier, evidence, marked, tie))
            .collect();
        proposals.sort_by_key(|proposal| std::cmp::Reverse(proposal.certainty));
        let best = proposals.first().map(|proposal| proposal.certainty);
        let equals = proposals
            .iter()
            .filter(|proposal| Some(proposal.certainty) == best)
            .count();
        if equals > 1 {
            for proposal in &mut proposals {
                proposal.certainty = Certainty::Possible;
            }
        }
        proposals
    }

    fn reopening(
        &self,
        line: &BankLine,
        earlier: &Earlier,
        evidence: &[Evidence],
        marked: bool,
        tie: bool,
    ) -> MatchProposal {
        let known = evidence
            .iter()
            .find(|known| known.customer == earlier.customer);
        let named = known.is_some_and(|known| {
            known
                .named
                .iter()
                .any(|(id, ..)| earlier.allocations.iter().any(|(invoice, _)| invoice == id))
        });
        let iban = known.is_some_and(|known| known.iban);
        let name = known.is_some_and(|known| known.name);
        let certainty = match (marked, named, iban, name) {
            (true, true, _, _) | (true, _, true, _) => Certainty::Certain,
            (_, true, _, _) | (_, _, true, _) | (true, _, _, true) => Certainty::Likely,
            _ => Certainty::Possible,
        };
        let mut reasons = vec![MatchReason::Returned];
        let facts = [
            (named, MatchReason::InvoiceNumber),
            (iban, MatchReason::Iban),
            (name, MatchReason::Name),
            (true, MatchReason::AmountExact),
            (tie, MatchReason::SeveralCandidates),
        ];
        reasons.extend(
            facts
                .into_iter()
                .filter(|(applies, _)| *applies)
                .map(|(_, reason)| reason),
        );
        let allocations = earlier
            .allocations
            .iter()
            .map(|(invoice, amount)| MatchAllocation {
                invoice: *invoice,
                amount: -*amount,
            })
            .collect();
        let mut proposal = self.proposal(line, earlier.customer, allocations, certainty, reasons);
        proposal.reverses = earlier.payment;
        proposal
    }
}
