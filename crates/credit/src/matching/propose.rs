//! Reading one bank line: whom it is of, which invoices it pays, how sure that is.
//!
//! A reference or number beats an account, an account beats a name, a name beats an amount. What is
//! certain needs a reference or number and an amount that fits one customer's open invoices, with
//! no rival reading. A tie is never more than possible.

use law::Cents;

use super::book::{Matcher, Party};
use super::keys::{Weight, runs};
use super::name::NameKey;
use super::sums::{Sum, sums_to};
use super::{MatchAllocation, MatchProposal, MatchReason};
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

    fn strongest(&self) -> Option<Weight> {
        self.named.iter().map(|(_, weight, _)| *weight).max()
    }
}

/// One way to divide the line.
struct Reading {
    allocations: Vec<MatchAllocation>,
    amount: Option<MatchReason>,
    tie: bool,
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

    /// Ways to divide the line over this customer's open invoices.
    fn readings(&self, line: &BankLine, known: &Evidence, party: &Party) -> Vec<Reading> {
        let named: Vec<(InvoiceId, Cents)> = known
            .named
            .iter()
            .filter_map(|(id, ..)| self.invoices.get(id).map(|open| (*id, open.open)))
            .filter(|(_, open)| !open.is_zero())
            .collect();
        let has_claim = named.iter().any(|(_, open)| open.is_positive());
        let mut readings = if has_claim {
            self.named_readings(line.amount, &named, party)
        } else {
            self.unnamed_readings(line.amount, party, known.named.is_empty())
        };
        // A demand's total, interest and costs included, is as exact as the principal alone.
        if !readings
            .iter()
            .any(|reading| reading.amount.is_some_and(is_exact))
        {
            let demand = self.demand_reading(line.amount, party);
            readings.extend(demand);
            readings.sort_by_key(|reading| !reading.amount.is_some_and(is_exact));
        }
        readings
    }

    fn named_readings(
        &self,
        amount: Cents,
        named: &[(InvoiceId, Cents)],
        party: &Party,
    ) -> Vec<Reading> {
        let sum: Cents = named.iter().map(|(_, open)| *open).sum();
        if amount == sum {
            return vec![self.whole(named)];
        }
        let positives: Vec<(InvoiceId, Cents)> = named
            .iter()
            .copied()
            .filter(|(_, open)| open.is_positive())
            .collect();
        if amount < sum {
            return self.less_than_named(amount, &positives, party);
        }
        self.more_than_named(amount, sum, named, party)
    }

    /// Less than the named invoices come to: some of them, another one altogether, or a part.
    fn less_than_named(
        &self,
        amount: Cents,
        named: &[(InvoiceId, Cents)],
        party: &Party,
    ) -> Vec<Reading> {
        let opens: Vec<Cents> = named.iter().map(|(_, open)| *open).collect();
        if let Sum::One(positions) = sums_to(amount, &opens) {
            return vec![self.whole(&picked(named, &positions))];
        }
        let credits = self.with_open(&party.credits);
        let net: Cents = opens.iter().sum::<Cents>() + credits.iter().map(|(_, open)| *open).sum();
        if !credits.is_empty() && net == amount {
            return vec![self.whole(&[named, &credits].concat())];
        }
        let part = Reading {
            allocations: fill(amount, named),
            amount: Some(MatchReason::PartPayment),
            tie: false,
        };
        // The very amount of another open invoice makes the number doubtful.
        let others: Vec<(InvoiceId, Cents)> = self
            .with_open(&party.invoices)
            .into_iter()
            .filter(|(id, open)| *open == amount && !named.iter().any(|(known, _)| known == id))
            .collect();
        let mut readings: Vec<Reading> = others
            .iter()
            .map(|other| Reading {
                tie: true,
                ..self.whole(std::slice::from_ref(other))
            })
            .collect();
        readings.push(Reading {
            tie: !others.is_empty(),
            ..part
        });
        readings
    }

    /// More than the named invoices come to: others besides, or too much.
    fn more_than_named(
        &self,
        amount: Cents,
        sum: Cents,
        named: &[(InvoiceId, Cents)],
        party: &Party,
    ) -> Vec<Reading> {
        let others: Vec<(InvoiceId, Cents)> = self
            .with_open(&party.invoices)
            .into_iter()
            .filter(|(id, _)| !named.iter().any(|(known, _)| known == id))
            .collect();
        let opens: Vec<Cents> = others.iter().map(|(_, open)| *open).collect();
        if let Sum::One(positions) = sums_to(amount - sum, &opens) {
            return vec![self.whole(&[named, &picked(&others, &positions)].concat())];
        }
        vec![Reading {
            allocations: allocations(named),
            amount: Some(MatchReason::Overpayment),
            tie: false,
        }]
    }

    /// No open invoice is named: the amount has to tell.
    fn unnamed_readings(&self, amount: Cents, party: &Party, nothing_named: bool) -> Vec<Reading> {
        let open = self.with_open(&party.invoices);
        let opens: Vec<Cents> = open.iter().map(|(_, open)| *open).collect();
        match sums_to(amount, &opens) {
            Sum::One(positions) => return vec![self.whole(&picked(&open, &positions))],
            Sum::Several(combinations) => {
                return combinations
                    .iter()
                    .map(|positions| Reading {
                        tie: true,
                        ..self.whole(&picked(&open, positions))
                    })
                    .collect();
            }
            Sum::None => {}
        }
        let credits = self.with_open(&party.credits);
        let all = [open.as_slice(), &credits].concat();
        if !credits.is_empty() && all.iter().map(|(_, open)| *open).sum::<Cents>() == amount {
            return vec![self.whole(&all)];
        }
        let total: Cents = opens.iter().sum();
        if total.is_zero() || !nothing_named {
            // Paid already, or named what was paid: the money stays with the customer.
            return vec![Reading {
                allocations: Vec::new(),
                amount: Some(MatchReason::Overpayment),
                tie: false,
            }];
        }
        let reason = if amount < total {
            MatchReason::PartPayment
        } else {
            MatchReason::Overpayment
        };
        vec![Reading {
            allocations: fill(amount, &open),
            amount: Some(reason),
            tie: false,
        }]
    }

    /// Exactly what a final demand asked: principals as far as open, the rest with the first.
    fn demand_reading(&self, amount: Cents, party: &Party) -> Option<Reading> {
        let (_, invoices) = party
            .demands
            .iter()
            .rev()
            .find(|(total, _)| *total == amount)?;
        let open = self.with_open(invoices);
        let principal: Cents = open.iter().map(|(_, open)| *open).sum();
        let mut parts = allocations(&open);
        let first = parts.first_mut()?;
        first.amount += (amount - principal).max(Cents::ZERO);
        (principal <= amount).then_some(Reading {
            allocations: parts,
            amount: Some(MatchReason::AmountWithCosts),
            tie: false,
        })
    }

    fn with_open(&self, ids: &[InvoiceId]) -> Vec<(InvoiceId, Cents)> {
        ids.iter()
            .filter_map(|id| self.invoices.get(id).map(|open| (*id, open.open)))
            .filter(|(_, open)| !open.is_zero())
            .collect()
    }

    /// All of these, exactly.
    fn whole(&self, parts: &[(InvoiceId, Cents)]) -> Reading {
        let part_paid = |id: &InvoiceId| self.invoices.get(id).is_some_and(|known| known.part_paid);
        let amount = match parts {
            [(only, _)] if part_paid(only) => MatchReason::AmountRemaining,
            [_] => MatchReason::AmountExact,
            _ => MatchReason::AmountSum,
        };
        Reading {
            allocations: allocations(parts),
            amount: Some(amount),
            tie: false,
        }
    }

    fn judge(
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

    /// Sorts the readings; two that are equally good make a tie, and a tie is only possible.
    fn settle_rivals(&self, proposals: &mut [MatchProposal]) {
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

fn is_exact(reason: MatchReason) -> bool {
    matches!(
        reason,
        MatchReason::AmountExact
            | MatchReason::AmountRemaining
            | MatchReason::AmountSum
            | MatchReason::AmountWithCosts
    )
}

fn allocations(parts: &[(InvoiceId, Cents)]) -> Vec<MatchAllocation> {
    parts
        .iter()
        .map(|(invoice, amount)| MatchAllocation {
            invoice: *invoice,
            amount: *amount,
        })
        .collect()
}

fn picked(parts: &[(InvoiceId, Cents)], positions: &[usize]) -> Vec<(InvoiceId, Cents)> {
    positions
        .iter()
        .filter_map(|position| parts.get(*position).copied())
        .collect()
}

/// Fills invoices in order until the amount is used up.
fn fill(amount: Cents, parts: &[(InvoiceId, Cents)]) -> Vec<MatchAllocation> {
    let mut rest = amount;
    let mut filled = Vec::new();
    for (invoice, open) in parts {
        let taken = rest.min(*open);
        if taken.is_positive() {
            filled.push(MatchAllocation {
                invoice: *invoice,
                amount: taken,
            });
            rest -= taken;
        }
    }
    filled
}
