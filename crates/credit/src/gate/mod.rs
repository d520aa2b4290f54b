//! The send gate: what makes a proposal amber or red before anything leaves.

mod channels;
mod minimum;

use chrono::NaiveDate;
use law::Cents;

use crate::days::bank_days;
use crate::decide::{Case, PromiseState, Standing, promise_state};
use crate::proposal::Announcement;
use crate::reasons::{Gate, Reason};
use crate::settle::Settled;
use crate::{Account, Books, CustomerKind, Letter, LetterState, PriorReach, Step};

pub(crate) use channels::{channels, letter_date, unreachable};

/// Reasons that hold for everything that goes to this customer today.
pub(crate) fn customer(
    account: &Account,
    settled: &Settled<'_>,
    books: &Books,
    today: NaiveDate,
) -> Vec<Reason> {
    let mut reasons = told(account, books, today);
    reasons.extend(bank_data(books, today));
    reasons.extend(money(account, settled, books, today));
    if account.customer.kind == CustomerKind::Unknown {
        reasons.push(Reason::KindUnknown);
    }
    if let Some(PriorReach::Unknown { backup }) = books.restored {
        reasons.push(Reason::RestoredUnknown { backup });
    }
    let natural_person = matches!(
        account.customer.kind,
        CustomerKind::Unknown | CustomerKind::Consumer
    );
    let registered = books
        .creditor
        .register_number
        .as_deref()
        .is_some_and(|number| !number.trim().is_empty());
    if books.creditor.collects_for_others && !registered && natural_person {
        reasons.push(Reason::WkiRegisterMissing);
    }
    reasons
}

/// What stops everything that would go to this customer today, whatever it is: an insolvency, a pause,
/// a running promise, bank data too old to know who paid.
pub fn stops(account: &Account, books: &Books, today: NaiveDate) -> Vec<Reason> {
    let mut reasons = told(account, books, today);
    reasons.extend(bank_data(books, today));
    reasons.retain(|reason| reason.gate() == Gate::Red);
    reasons
}

/// What was told of the customer: insolvency, a pause, a running promise. A broken promise is said too.
fn told(account: &Account, books: &Books, today: NaiveDate) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = account
        .insolvencies
        .iter()
        .map(|insolvency| Reason::Insolvency {
            kind: insolvency.kind,
            since: insolvency.date,
        })
        .collect();
    let holds = account
        .holds
        .iter()
        .filter(|hold| hold.invoice.is_none() && today <= hold.until);
    reasons.extend(
        holds
            .max_by_key(|hold| hold.until)
            .map(|hold| Reason::Hold {
                invoice: None,
                until: hold.until,
                why: hold.reason.clone(),
            }),
    );
    let latest = account
        .promises
        .iter()
        .max_by_key(|promise| (promise.date, promise.fact));
    for promise in &account.promises {
        let (amount, by) = (promise.amount, promise.by);
        match promise_state(account, promise, books.settings.transit_days, today) {
            PromiseState::Running => reasons.push(Reason::PromiseRunning { amount, by }),
            PromiseState::Broken if Some(promise) == latest => {
                reasons.push(Reason::PromiseBroken {
                    amount,
                    by,
                    paid: crate::decide::paid_since(account, promise),
                })
            }
            PromiseState::Broken | PromiseState::Kept => {}
        }
    }
    reasons
}

/// How old bank data is, in bank days.
pub(crate) fn bank_data(books: &Books, today: NaiveDate) -> Option<Reason> {
    let Some(through) = books.bank_through else {
        return Some(Reason::BankDataMissing);
    };
    // Beyond a year the exact number of days says nothing more.
    let age = bank_days(through, today, 260);
    if age > i64::from(books.settings.bank_red_days) {
        Some(Reason::BankDataTooOld {
            through,
            bank_days: age,
        })
    } else if age > i64::from(books.settings.bank_amber_days) {
        Some(Reason::BankDataOld {
            through,
            bank_days: age,
        })
    } else {
        None
    }
}

/// How the age of bank data weighs on everything that would leave.
pub fn bank_gate(books: &Books, today: NaiveDate) -> Gate {
    bank_data(books, today).map_or(Gate::Green, |reason| reason.gate())
}

fn money(account: &Account, settled: &Settled<'_>, books: &Books, today: NaiveDate) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if settled.ledger.unallocated.is_positive() {
        reasons.push(Reason::UnallocatedMoney {
            amount: settled.ledger.unallocated,
        });
    }
    if account.unbooked_lines > 0 {
        reasons.push(Reason::UnbookedLine {
            lines: account.unbooked_lines,
        });
    }
    let transit = i64::from(books.settings.transit_days);
    let recent = account
        .payments
        .iter()
        .filter(|payment| payment.amount.is_positive())
        .max_by_key(|payment| payment.date)
        .filter(|payment| bank_days(payment.date, today, transit + 1) <= transit);
    if let Some(payment) = recent {
        reasons.push(Reason::RecentPayment {
            date: payment.date,
            amount: payment.amount,
        });
    }
    let credit: Cents = settled.ledger.open_credit();
    if credit.is_positive() {
        reasons.push(Reason::OpenCredit { amount: credit });
    }
    reasons
}

/// Letters that had to go before and of which it is not sure that they did.
pub(crate) fn predecessors(lines: &[&Standing<'_>]) -> Vec<Reason> {
    let mut seen: Vec<&Letter> = Vec::new();
    for letter in lines.iter().filter_map(|standing| standing.next.previous) {
        if !seen.iter().any(|have| have.id == letter.id) {
            seen.push(letter);
        }
    }
    seen.into_iter()
        .filter_map(|letter| {
            let (step, date) = (letter.step, letter.date);
            match letter.state {
                LetterState::Approved => Some(Reason::PredecessorNotHandedOver { step, date }),
                LetterState::HandedOver => Some(Reason::PredecessorUnconfirmed { step, date }),
                LetterState::Confirmed | LetterState::Withdrawn => None,
            }
        })
        .collect()
}

/// Names and address lines that no font can print.
pub(crate) fn printable(account: &Account, printable: &dyn Fn(&str) -> bool) -> Option<Reason> {
    let customer = &account.customer;
    let address = &customer.address;
    let texts = [
        Some(customer.name.as_str()),
        customer.attention.as_deref(),
        Some(address.street.as_str()),
        Some(address.extra.as_str()),
        Some(address.city.as_str()),
    ];
    texts
        .into_iter()
        .flatten()
        .find(|text| !printable(text))
        .map(|text| Reason::UnprintableName {
            name: text.to_owned(),
        })
}

/// What a 14-day letter has to be careful about.
pub(crate) fn notice(
    case: &Case<'_>,
    lines: &[&Standing<'_>],
    announced: Option<&Announcement>,
    date: NaiveDate,
) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if case.books.creditor.terms_name_costs == Some(true) {
        reasons.push(Reason::TermsNameCosts);
    }
    let bearing: Vec<&Standing<'_>> = lines
        .iter()
        .copied()
        .filter(|standing| standing.step() == Step::Notice14Days)
        .collect();
    let base = announced.map_or(Cents::ZERO, |announced| announced.base);
    reasons.extend(minimum::second(case, &bearing, base, date));
    reasons
}
