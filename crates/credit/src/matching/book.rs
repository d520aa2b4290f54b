//! What matching knows: open invoices, accounts and names, earlier payments, all by key.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use law::{Cents, RateTable};

use super::keys::KeyIndex;
use super::name::NameKey;
use super::{MatchProposal, MatchReason};
use crate::settle::settle;
use crate::{Account, BankLine, Books, Certainty, CustomerId, InvoiceId, PaymentId, Step};

/// An invoice or credit note as matching sees it.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub customer: CustomerId,
    pub number: String,
    /// Open principal; negative for a credit note.
    pub open: Cents,
    pub due: Option<NaiveDate>,
    pub part_paid: bool,
}

/// A customer as matching sees it.
#[derive(Clone, Debug)]
pub(super) struct Party {
    pub name: NameKey,
    /// Open invoices, oldest due first.
    pub invoices: Vec<InvoiceId>,
    /// Open credit notes.
    pub credits: Vec<InvoiceId>,
    /// What final demands asked in all, with their invoices.
    pub demands: Vec<(Cents, Vec<InvoiceId>)>,
}

/// Money that came in, or went back, before.
#[derive(Clone, Debug)]
pub(super) struct Earlier {
    pub payment: Option<PaymentId>,
    pub customer: CustomerId,
    pub date: NaiveDate,
    pub allocations: Vec<(InvoiceId, Cents)>,
}

/// Proposes where money belongs. Fill it with [`Matcher::add`], ask [`Matcher::propose`], and tell
/// what was booked with [`Matcher::apply`] so that the next line of the batch sees it.
#[derive(Clone, Debug, Default)]
pub struct Matcher {
    pub(super) keys: KeyIndex,
    pub(super) parties: HashMap<CustomerId, Party>,
    pub(super) invoices: HashMap<InvoiceId, Open>,
    pub(super) by_iban: HashMap<String, Vec<CustomerId>>,
    pub(super) by_word: HashMap<String, Vec<CustomerId>>,
    pub(super) by_customer_number: HashMap<String, Vec<CustomerId>>,
    pub(super) by_open: HashMap<Cents, HashSet<InvoiceId>>,
    /// Money that came in, by amount.
    pub(super) received: HashMap<Cents, Vec<Earlier>>,
}

/// Most customers that are compared for one word of a name.
const MOST_OF_ONE_WORD: usize = 200;
/// Above this many namesakes a name tells nothing.
const MOST_OF_ONE_NAME: usize = 6;

/// An account number without spaces, in capitals.
pub(super) fn plain_iban(iban: &str) -> String {
    iban.chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

impl Matcher {
    /// Takes in one customer with everything that is open, and what it paid before.
    pub fn add(&mut self, account: &Account, books: &Books, rates: &RateTable) {
        let customer = &account.customer;
        let last = account.payments.iter().map(|payment| payment.date).max();
        let day = last.max(books.bank_through).unwrap_or(customer.since);
        let settled = settle(account, books, rates, day);
        let mut invoices = Vec::new();
        for item in &settled.ledger.items {
            let invoice = item.invoice;
            let part_paid = !(item.parts.paid + item.parts.paid_before).is_zero();
            let open = Open {
                customer: customer.id,
                number: invoice.number.clone(),
                open: item.parts.open,
                due: invoice.due,
                part_paid,
            };
            self.enter(
                invoice.id,
                &invoice.number,
                invoice.payment_reference.as_deref(),
                open,
            );
            if item.parts.open.is_positive() {
                invoices.push((invoice.due.unwrap_or(invoice.date), invoice.id));
            }
        }
        invoices.sort_unstable();
        let mut credits = Vec::new();
        for credit in settled
            .ledger
            .credits
            .iter()
            .filter(|credit| credit.open.is_positive())
        {
            let invoice = credit.invoice;
            let open = Open {
                customer: customer.id,
                number: invoice.number.clone(),
                open: -credit.open,
                due: invoice.due,
                part_paid: false,
            };
            self.enter(
                invoice.id,
                &invoice.number,
                invoice.payment_reference.as_deref(),
                open,
            );
            credits.push(invoice.id);
        }
        let party = Party {
            name: NameKey::of(&customer.name),
            invoices: invoices.into_iter().map(|(_, id)| id).collect(),
            credits,
            demands: demands(account),
        };
        self.enter_customer(account, &party.name.clone());
        self.parties.insert(customer.id, party);
        self.enter_payments(account);
    }

    fn enter(&mut self, id: InvoiceId, number: &str, reference: Option<&str>, open: Open) {
        self.keys.add_number(id, number);
        if let Some(reference) = reference {
            self.keys.add_reference(id, reference);
        }
        if !open.open.is_zero() {
            self.by_open.entry(open.open).or_default().insert(id);
        }
        self.invoices.insert(id, open);
    }

    fn enter_customer(&mut self, account: &Account, name: &NameKey) {
        let customer = &account.customer;
        for iban in &customer.ibans {
            self.know_iban(&plain_iban(iban), customer.id);
        }
        for word in &name.words {
            self.by_word
                .entry(word.clone())
                .or_default()
                .push(customer.id);
        }
        let glued = |text: &str| super::keys::runs(text).concat();
        let number = customer
            .number
            .as_deref()
            .map(glued)
            .filter(|number| number.len() >= 4);
        for number in number.into_iter().chain([glued(&customer.id.to_string())]) {
            self.by_customer_number
                .entry(number)
                .or_default()
                .push(customer.id);
        }
    }

    fn know_iban(&mut self, iban: &str, customer: CustomerId) {
        let known = self.by_iban.entry(iban.to_owned()).or_default();
        if !known.contains(&customer) {
            known.push(customer);
        }
    }

    fn enter_payments(&mut self, account: &Account) {
        let mut returned: Vec<Cents> = account
            .payments
            .iter()
            .filter(|payment| payment.amount.is_negative())
            .map(|payment| -payment.amount)
            .collect();
        let mut latest: Vec<_> = account
            .payments
            .iter()
            .filter(|payment| payment.amount.is_positive())
            .collect();
        latest.sort_by_key(|payment| std::cmp::Reverse((payment.date, payment.id)));
        for payment in latest {
            if let Some(position) = returned.iter().position(|amount| *amount == payment.amount) {
                returned.swap_remove(position);
                continue;
            }
            self.received
                .entry(payment.amount)
                .or_default()
                .push(Earlier {
                    payment: Some(payment.id),
                    customer: payment.customer,
                    date: payment.date,
                    allocations: payment
                        .allocations
                        .iter()
                        .map(|allocation| (allocation.invoice, allocation.amount))
                        .collect(),
                });
        }
    }

    /// The printed number of an invoice that matching knows.
    pub fn number(&self, invoice: InvoiceId) -> Option<&str> {
        self.invoices.get(&invoice).map(|open| open.number.as_str())
    }

    /// Whether nothing is open of an invoice because it was paid.
    pub fn is_paid(&self, invoice: InvoiceId) -> bool {
        self.invoices
            .get(&invoice)
            .is_some_and(|known| known.open.is_zero() && known.part_paid)
    }

    /// The invoices of a customer that a line names, with how it does: what [`Matcher::propose`]
    /// gives as its reason. Also those of which nothing is open.
    pub fn named_in(&self, line: &BankLine, customer: CustomerId) -> Vec<(InvoiceId, MatchReason)> {
        self.evidence(line)
            .into_iter()
            .filter(|known| known.customer == customer)
            .flat_map(|known| known.named)
            .map(|(invoice, _, reason)| (invoice, reason))
            .collect()
    }

    /// Customers that a line may be of, by account or by name, whether or not anything is open.
    pub fn customers_of(&self, line: &BankLine) -> Vec<CustomerId> {
        let mut found = self.with_iban(line);
        if let Some(name) = line.name.as_deref().map(NameKey::of) {
            for customer in self.with_name(&name) {
                if !found.contains(&customer) {
                    found.push(customer);
                }
            }
        }
        found
    }

    /// Learns that a customer paid from an account before.
    pub fn learn_account(&mut self, account: &str, customer: CustomerId) {
        let plain = plain_iban(account);
        if !plain.is_empty() && self.parties.contains_key(&customer) {
            self.know_iban(&plain, customer);
        }
    }

    pub(super) fn with_iban(&self, line: &BankLine) -> Vec<CustomerId> {
        line.iban
            .as_deref()
            .and_then(|iban| self.by_iban.get(&plain_iban(iban)))
            .cloned()
            .unwrap_or_default()
    }

    /// Customers of this name; none when so many are called that that the name tells nothing.
    pub(super) fn with_name(&self, name: &NameKey) -> Vec<CustomerId> {
        let rarest = name
            .words
            .iter()
            .filter_map(|word| self.by_word.get(word))
            .min_by_key(|customers| customers.len());
        let mut found: Vec<CustomerId> = Vec::new();
        for customer in rarest.into_iter().flatten().take(MOST_OF_ONE_WORD) {
            if self.is_named(*customer, name) && !found.contains(customer) {
                found.push(*customer);
            }
        }
        if found.len() > MOST_OF_ONE_NAME {
            Vec::new()
        } else {
            found
        }
    }

    pub(super) fn is_named(&self, customer: CustomerId, name: &NameKey) -> bool {
        self.parties
            .get(&customer)
            .is_some_and(|party| party.name.matches(name))
    }

    /// Customers whose number, or the program's own id (`K-17`), stands among runs.
    pub(super) fn with_customer_number(&self, runs: &[String]) -> Vec<CustomerId> {
        let mut found = Vec::new();
        for start in 0..runs.len() {
            let mut glued = String::new();
            for run in runs.iter().skip(start).take(4) {
                glued.push_str(run);
                for customer in self.by_customer_number.get(&glued).into_iter().flatten() {
                    if !found.contains(customer) {
                        found.push(*customer);
                    }
                }
            }
        }
        found
    }

    /// Takes over what was booked: amounts open, the account, money that may come back.
    pub fn apply(&mut self, line: &BankLine, proposal: &MatchProposal) {
        for part in &proposal.allocations {
            self.put(part.invoice, part.amount);
        }
        if proposal.certainty == Certainty::Certain
            && let Some(iban) = line.iban.as_deref().map(plain_iban)
            && line.amount.is_positive()
            && !iban.is_empty()
        {
            self.know_iban(&iban, proposal.customer);
        }
        if line.amount.is_positive() {
            self.received.entry(line.amount).or_default().push(Earlier {
                payment: None,
                customer: proposal.customer,
                date: line.date,
                allocations: proposal
                    .allocations
                    .iter()
                    .map(|part| (part.invoice, part.amount))
                    .collect(),
            });
        } else if let Some(earlier) = self.received.get_mut(&-line.amount) {
            let taken_back = earlier.iter().position(|earlier| {
                earlier.customer == proposal.customer
                    && (proposal.reverses.is_none() || earlier.payment == proposal.reverses)
            });
            if let Some(position) = taken_back {
                earlier.remove(position);
            }
        }
    }

    /// Takes in one customer again, after something of it changed.
    pub fn refresh(&mut self, account: &Account, books: &Books, rates: &RateTable) {
        self.forget(account.customer.id);
        self.add(account, books, rates);
    }

    /// Forgets a customer. What numbers and names still point at it finds nothing.
    pub fn forget(&mut self, customer: CustomerId) {
        self.parties.remove(&customer);
        let gone: Vec<(InvoiceId, Cents)> = self
            .invoices
            .iter()
            .filter(|(_, open)| open.customer == customer)
            .map(|(id, open)| (*id, open.open))
            .collect();
        for (invoice, open) in gone {
            self.invoices.remove(&invoice);
            if let Some(same) = self.by_open.get_mut(&open) {
                same.remove(&invoice);
            }
        }
        let of_others = |known: &mut Vec<CustomerId>| known.retain(|id| *id != customer);
        self.by_iban.values_mut().for_each(of_others);
        self.by_word.values_mut().for_each(of_others);
        self.by_customer_number.values_mut().for_each(of_others);
        for earlier in self.received.values_mut() {
            earlier.retain(|earlier| earlier.customer != customer);
        }
    }

    /// The open invoices of a customer, oldest due first, then its credit notes: what is open of
    /// each, negative for a credit note.
    pub fn open_of(&self, customer: CustomerId) -> Vec<(InvoiceId, Cents)> {
        let Some(party) = self.parties.get(&customer) else {
            return Vec::new();
        };
        party
            .invoices
            .iter()
            .chain(&party.credits)
            .filter_map(|id| Some((*id, self.invoices.get(id)?.open)))
            .collect()
    }

    /// What is open of an invoice; negative for a credit note, nothing for one that is not known.
    pub fn open(&self, invoice: InvoiceId) -> Option<Cents> {
        self.invoices.get(&invoice).map(|known| known.open)
    }

    /// The due date of an invoice.
    pub fn due(&self, invoice: InvoiceId) -> Option<NaiveDate> {
        self.invoices.get(&invoice).and_then(|known| known.due)
    }

    fn put(&mut self, invoice: InvoiceId, amount: Cents) {
        let Some(known) = self.invoices.get_mut(&invoice) else {
            return;
        };
        let before = known.open;
        // Costs and interest are part of what was allocated; principal never falls below nothing.
        known.open = if before.is_negative() {
            (before - amount).min(Cents::ZERO)
        } else {
            (before - amount).max(Cents::ZERO)
        };
        known.part_paid = true;
        let (after, due, customer) = (known.open, known.due, known.customer);
        if let Some(same) = self.by_open.get_mut(&before) {
            same.remove(&invoice);
        }
        if !after.is_zero() {
            self.by_open.entry(after).or_default().insert(invoice);
        }
        let Some(party) = self.parties.get_mut(&customer) else {
            return;
        };
        party
            .credits
            .retain(|id| *id != invoice || after.is_negative());
        if !after.is_positive() {
            party.invoices.retain(|id| *id != invoice);
        } else if !party.invoices.contains(&invoice) {
            let dues = &self.invoices;
            let later = |id: &InvoiceId| dues.get(id).is_some_and(|known| known.due > due);
            let position = party
                .invoices
                .iter()
                .position(later)
                .unwrap_or(party.invoices.len());
            party.invoices.insert(position, invoice);
        }
    }
}

/// What final demands asked, interest and costs included.
fn demands(account: &Account) -> Vec<(Cents, Vec<InvoiceId>)> {
    account
        .letters
        .iter()
        .filter(|letter| letter.step == Step::FinalDemand && letter.claim.total.is_positive())
        .map(|letter| {
            (
                letter.claim.total,
                letter.lines.iter().map(|line| line.invoice).collect(),
            )
        })
        .collect()
}
