//! Looking for what is missing or weak in a claim.

use chrono::NaiveDate;
use law::Cents;

use super::Weakness;
use crate::claim::Claim;
use crate::limitation::last_safe_day;
use crate::plan_of::{as_consumer, has_left, term_agreed};
use crate::stage::{letters_of, next, notice_for};
use crate::{Account, Books, CustomerKind, Invoice, InvoiceId, LetterState, Step};

/// Up to here the cantonal court decides, interest included (art. 93 sub a Rv).
const CANTONAL_LIMIT: Cents = Cents(2_500_000);
/// Days before the last safe day from which limitation is a weakness.
const LIMITATION_DAYS: i64 = 90;

/// What is missing or weak in a claim, most important first.
///
/// `has_copy` tells whether a copy of an invoice is kept.
pub fn weaknesses(
    account: &Account,
    books: &Books,
    claim: &Claim,
    date: NaiveDate,
    has_copy: &dyn Fn(InvoiceId) -> bool,
) -> Vec<Weakness> {
    let invoices: Vec<&Invoice> = account
        .invoices
        .iter()
        .filter(|invoice| {
            claim
                .invoices
                .iter()
                .any(|claimed| claimed.invoice == invoice.id)
        })
        .collect();
    let mut found = about_customer(account, books);
    found.extend(about_letters(account, &invoices, date));
    found.extend(running_demand(account, books, &invoices, date));
    found.extend(about_default(account, books, claim, &invoices, date));
    found.extend(about_invoices(account, &invoices, date, has_copy));
    found.extend(about_money(claim, date));
    if as_consumer(account.customer.kind) && claim.costs.is_positive() {
        let small = claim
            .costs_items
            .iter()
            .any(|costs| law::costs::periodic_term_warning(costs.base).is_some());
        let recurring = account.customer.recurring == Some(true)
            || invoices.iter().any(|invoice| invoice.contract.is_some());
        if small && recurring {
            found.push(Weakness::PeriodicTermRule);
        }
    }
    found
}

fn about_customer(account: &Account, books: &Books) -> Vec<Weakness> {
    let customer = &account.customer;
    let creditor = &books.creditor;
    let consumer = as_consumer(customer.kind);
    let empty = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
    let mut found: Vec<Weakness> = account
        .insolvencies
        .iter()
        .map(|insolvency| Weakness::Insolvency {
            kind: insolvency.kind,
            since: insolvency.date,
        })
        .collect();
    if customer.kind == CustomerKind::Unknown {
        found.push(Weakness::KindUnknown);
    }
    if !customer.address.is_deliverable() {
        found.push(Weakness::AddressMissing);
    }
    if customer.kind == CustomerKind::Business && empty(&customer.kvk) {
        found.push(Weakness::KvkMissing);
    }
    match creditor.terms_name_costs {
        Some(true) if consumer => found.push(Weakness::TermsNameCosts),
        None if consumer => found.push(Weakness::TermsUnknown),
        _ => {}
    }
    if creditor.collects_for_others && empty(&creditor.register_number) && consumer {
        found.push(Weakness::WkiRegisterMissing);
    }
    found
}

fn about_letters(account: &Account, invoices: &[&Invoice], date: NaiveDate) -> Vec<Weakness> {
    let mut found = Vec::new();
    if as_consumer(account.customer.kind) {
        let without: Vec<String> = invoices
            .iter()
            .filter(|invoice| notice_for(account, invoice).is_none())
            .map(|invoice| invoice.number.clone())
            .collect();
        if !without.is_empty() {
            found.push(Weakness::NoticeMissing { invoices: without });
        }
        for letter in invoices
            .iter()
            .filter_map(|invoice| notice_for(account, invoice))
        {
            let term = law::notice_term(letter.left(), letter.delivery_days, letter.plan_days);
            let running = Weakness::NoticeRunning {
                claimable: term.claimable_in_plan,
            };
            if date < term.claimable_in_plan && !found.contains(&running) {
                found.push(running);
            }
            let unproved = Weakness::NoticeProofMissing {
                left: letter.left(),
            };
            if !letter.proof && !found.contains(&unproved) {
                found.push(unproved);
            }
        }
    }
    let undemanded: Vec<String> = invoices
        .iter()
        .filter(|invoice| {
            !letters_of(account, invoice)
                .iter()
                .any(|(letter, _)| has_left(letter) && letter.step == Step::FinalDemand)
        })
        .map(|invoice| invoice.number.clone())
        .collect();
    if !undemanded.is_empty() {
        found.push(Weakness::FinalDemandMissing {
            invoices: undemanded,
        });
    }
    let mut unconfirmed: Vec<NaiveDate> = invoices
        .iter()
        .flat_map(|invoice| letters_of(account, invoice))
        .filter(|(letter, _)| letter.state != LetterState::Confirmed)
        .map(|(letter, _)| letter.date)
        .collect();
    unconfirmed.sort_unstable();
    unconfirmed.dedup();
    found.extend(
        unconfirmed
            .into_iter()
            .map(|date| Weakness::LetterUnconfirmed { date }),
    );
    found
}

/// Invoices whose last warning still runs.
fn running_demand(
    account: &Account,
    books: &Books,
    invoices: &[&Invoice],
    date: NaiveDate,
) -> Option<Weakness> {
    let running: Vec<(&Invoice, NaiveDate)> = invoices
        .iter()
        .filter_map(|invoice| {
            let next = next(account, books, invoice)?;
            let runs = next.step() == Step::Handover && next.due_on > date;
            (runs && next.previous.is_some()).then_some((*invoice, next.due_on))
        })
        .collect();
    let from = running.iter().map(|(_, from)| *from).max()?;
    let numbers = running.iter().map(|(invoice, _)| invoice.number.clone());
    Some(Weakness::FinalDemandRunning {
        invoices: numbers.collect(),
        from,
    })
}

fn about_default(
    account: &Account,
    books: &Books,
    claim: &Claim,
    invoices: &[&Invoice],
    date: NaiveDate,
) -> Vec<Weakness> {
    let mut found = Vec::new();
    let numbers = |wanted: &dyn Fn(Option<NaiveDate>) -> bool| -> Vec<String> {
        claim
            .invoices
            .iter()
            .filter(|claimed| wanted(claimed.interest_from))
            .map(|claimed| claimed.number.clone())
            .collect()
    };
    let waiting = numbers(&|from| from.is_none_or(|from| from > date));
    if !term_agreed(account, books) && !waiting.is_empty() {
        found.push(Weakness::NotInDefault { invoices: waiting });
    } else {
        let unknown = numbers(&|from| from.is_none());
        if !unknown.is_empty() {
            found.push(Weakness::InterestStartUnknown { invoices: unknown });
        }
    }
    for invoice in invoices {
        let disputes = account
            .disputes
            .iter()
            .filter(|dispute| dispute.invoice == invoice.id);
        found.extend(disputes.map(|dispute| Weakness::DisputeKnown {
            invoice: invoice.number.clone(),
            reason: dispute.reason.clone(),
        }));
    }
    found
}

fn about_invoices(
    account: &Account,
    invoices: &[&Invoice],
    date: NaiveDate,
    has_copy: &dyn Fn(InvoiceId) -> bool,
) -> Vec<Weakness> {
    let mut found = Vec::new();
    for invoice in invoices {
        if invoice.due.is_none() {
            found.push(Weakness::DueDateMissing {
                invoice: invoice.number.clone(),
            });
        }
        if let Some(safe) = last_safe_day(account, invoice)
            && (safe.last_safe_day - date).num_days() <= LIMITATION_DAYS
        {
            let (invoice, last_safe_day) = (invoice.number.clone(), safe.last_safe_day);
            found.push(Weakness::LimitationNear {
                invoice,
                last_safe_day,
            });
        }
    }
    let without: Vec<String> = invoices
        .iter()
        .filter(|invoice| !has_copy(invoice.id))
        .map(|invoice| invoice.number.clone())
        .collect();
    if !without.is_empty() {
        found.push(Weakness::InvoiceCopyMissing { invoices: without });
    }
    found
}

fn about_money(claim: &Claim, date: NaiveDate) -> Vec<Weakness> {
    let mut found = Vec::new();
    if claim.unallocated.is_positive() {
        found.push(Weakness::UnallocatedMoney {
            amount: claim.unallocated,
        });
    }
    if claim.open_credit.is_positive() {
        found.push(Weakness::OpenCredit {
            amount: claim.open_credit,
        });
    }
    if claim.interest_unknown.is_some() {
        found.push(Weakness::InterestUnknown);
    }
    found.extend(claim.warnings.iter().find_map(|warning| match warning {
        law::Warning::RateNotVerified { verified_until, .. } if date > *verified_until => {
            Some(Weakness::RateNotVerified {
                verified_until: *verified_until,
            })
        }
        _ => None,
    }));
    if claim.total > CANTONAL_LIMIT {
        found.push(Weakness::AboveCantonalLimit { total: claim.total });
    }
    found
}
