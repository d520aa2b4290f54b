//! Reading one bank line: whom it is of, which invoices it pays, how sure that is.
//!
//! A reference or number beats an account, an account beats a name, a name beats an amount. What is
//! certain needs a reference or number and an amount that fits one customer's open invoices, with
//! no rival reading. A tie is never more than possible.

use super::book::Matcher;
use super::keys::{Weight, runs};
use super::name::NameKey;
use super::{MatchProposal, MatchReason};
use crate::{BankLine, Certainty, CustomerId, InvoiceId};

/// Most proposals for one line.
const MOST: usize = 5;

/// What points to a customer.
#[derive(Clone, Debug)]
pub(super) struct Evidence {
    pub customer: CustomerId,
    /// Invoices named, with how telling that is and how they were named.
    pub named: Vec<(InvoiceId, Weight, MatchReason)>,
    pub iban: bool,
    pub name: bool,
    pub customer_number: bool,
}

impl Evidence {
    fn of(customer: CustomerId) -> Evidence {
        Evidence {
            customer,
            named: Vec::new(),
            iban: false,
            name: false,
            customer_number: false,
        }
    }

    pub fn strongest(&self) -> Option<Weight> {
        self.named.iter().map(|(_, weight, _)| *weight).max()
    }
}

impl Matcher {
    /// The readings of a bank line, best first; none when nothing points anywhere.
    pub fn propose(&self, line: &BankLine) -> Vec<MatchProposal> {
        if line.amount.is_zero() {
            return Vec::new();
        }
        let evidence = self.evidence(line);
        let mut proposals = if line.amount.is_negative() {
            self.returned(line, &evidence)
        } else {
            self.paid(line, &evidence)
        };
        proposals.truncate(MOST);
        proposals
    }

    pub(super) fn evidence(&self, line: &BankLine) -> Vec<Evidence> {
        let mut all: Vec<Evidence> = Vec::new();
        let slot = |all: &mut Vec<Evidence>, customer: CustomerId| match all
            .iter()
            .position(|known| known.customer == customer)
        {
            Some(position) => position,
            None => {
                all.push(Evidence::of(customer));
                all.len() - 1
            }
        };
        let text = runs(&line.remittance);
        for (invoice, weight, reason) in self.named(line, &text) {
            let Some(open) = self.invoices.get(&invoice) else {
                continue;
            };
            let position = slot(&mut all, open.customer);
            if let Some(evidence) = all.get_mut(position)
                && !evidence.named.iter().any(|(known, ..)| *known == invoice)
            {
                evidence.named.push((invoice, weight, reason));
            }
        }
        for customer in self.with_iban(line) {
            let position = slot(&mut all, customer);
            if let Some(evidence) = all.get_mut(position) {
                evidence.iban = true;
            }
        }
        for customer in self.with_customer_number(&text) {
            let position = slot(&mut all, customer);
            if let Some(evidence) = all.get_mut(position) {
                evidence.customer_number = true;
            }
        }
        if let Some(name) = line.name.as_deref().map(NameKey::of) {
            for customer in self.with_name(&name) {
                slot(&mut all, customer);
            }
            for evidence in &mut all {
                evidence.name = self.is_named(evidence.customer, &name);
            }
        }
        all
    }

    /// Invoices that the line names: in the reference, the end-to-end id, the text; best first.
    fn named(&self, line: &BankLine, text: &[String]) -> Vec<(InvoiceId, Weight, MatchReason)> {
        let mut named = Vec::new();
        let mut enter = |hits: Vec<(InvoiceId, Weight)>, structured: bool, reason: MatchReason| {
            for (invoice, weight) in hits {
                let reason = match weight {
                    Weight::Reference => MatchReason::PaymentReference,
                    _ => reason,
                };
                let weight = if structured {
                    weight.max(Weight::Strong)
                } else {
                    weight
                };
                named.push((invoice, weight, reason));
            }
        };
        if let Some(reference) = line.reference.as_deref() {
            let exact = self.keys.exactly(reference);
            let loose = if exact.is_empty() {
                self.keys.find(reference)
            } else {
                Vec::new()
            };
            enter(exact, true, MatchReason::InvoiceNumber);
            enter(loose, false, MatchReason::InvoiceNumber);
        }
        if let Some(id) = line.end_to_end.as_deref() {
            let exact = self.keys.exactly(id);
            let loose = if exact.is_empty() {
                self.keys.find(id)
            } else {
                Vec::new()
            };
            enter(exact, false, MatchReason::EndToEnd);
            enter(loose, false, MatchReason::EndToEnd);
        }
        enter(self.keys.find_in(text), false, MatchReason::InvoiceNumber);
        named.sort_by_key(|(_, weight, _)| std::cmp::Reverse(*weight));
        named
    }

    fn paid(&self, line: &BankLine, evidence: &[Evidence]) -> Vec<MatchProposal> {
        let other_iban = |customer: CustomerId| {
            evidence
                .iter()
                .any(|known| known.iban && known.customer != customer)
        };
        let mut proposals: Vec<MatchProposal> = Vec::new();
        for known in evidence {
            let Some(party) = self.parties.get(&known.customer) else {
                continue;
            };
            for reading in self.readings(line, known, party) {
                let foreign = other_iban(known.customer) && !known.iban;
                proposals.extend(self.judge(line, known, reading, foreign));
            }
        }
        if proposals.is_empty() {
            proposals = self.by_amount(line);
        }
        self.settle_rivals(&mut proposals);
        proposals
    }

    /// Nothing but the amount: an open invoice of exactly that amount is possible.
    fn by_amount(&self, line: &BankLine) -> Vec<MatchProposal> {
        let Some(same) = self.by_open.get(&line.amount) else {
            return Vec::new();
        };
        let mut ids: Vec<InvoiceId> = same.iter().copied().collect();
        ids.sort_unstable();
        if ids.len() > MOST {
            return Vec::new();
        }
        let tie = ids.len() > 1;
        ids.iter()
            .filter_map(|id| self.invoices.get(id).map(|open| (id, open)))
            .map(|(id, open)| {
                let reading = self.whole(&[(*id, open.open)]);
                let mut reasons: Vec<MatchReason> = reading.amount.into_iter().collect();
                if tie {
                    reasons.push(MatchReason::SeveralCandidates);
                }
                self.proposal(
                    line,
                    open.customer,
                    reading.allocations,
                    Certainty::Possible,
                    reasons,
                )
            })
            .collect()
    }
}
