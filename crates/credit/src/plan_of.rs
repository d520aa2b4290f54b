//! Which plan, which law and which interest a customer stands under.

use chrono::NaiveDate;
use law::calendar::delivery_day;
use law::{
    Compound, ContractInterest, CostsVat, DayCount, DebtorKind, InterestBasis, InterestStart,
    InterestStartFacts, InterestTerms, Per, Percent, RateKind, interest_start,
};

use crate::{Account, Books, CustomerKind, DunningPlan, Invoice, Letter, LetterState, Step};

/// The plan of a customer: its own, or that of its kind.
pub(crate) fn plan<'a>(account: &'a Account, books: &'a Books) -> &'a DunningPlan {
    account
        .plan
        .as_ref()
        .unwrap_or_else(|| books.settings.plans.of(account.customer.kind))
}

/// Whether the rules for consumers hold; they do as long as the kind is unknown (promise 4).
pub(crate) fn as_consumer(kind: CustomerKind) -> bool {
    matches!(kind, CustomerKind::Consumer | CustomerKind::Unknown)
}

/// Whether the payment term was agreed rather than printed on the invoice only.
pub(crate) fn term_agreed(account: &Account, books: &Books) -> bool {
    account
        .customer
        .term_agreed
        .unwrap_or(books.creditor.term_agreed)
}

/// Whether VAT comes on top of collection costs.
pub(crate) fn costs_vat(books: &Books) -> CostsVat {
    if books.creditor.collection_vat {
        CostsVat::DeclaredNotDeductible
    } else {
        CostsVat::None
    }
}

/// The interest a customer owes in default. An agreed percentage that no contract can hold falls
/// back to the law's.
pub(crate) fn interest_terms(account: &Account, books: &Books) -> InterestTerms {
    let kind = match account.customer.kind {
        CustomerKind::Unknown | CustomerKind::Consumer => RateKind::Consumer,
        CustomerKind::Business => RateKind::Commercial,
        CustomerKind::Government => RateKind::Government,
    };
    let statutory = InterestBasis::Statutory {
        kind,
        surcharge: Percent::ZERO,
    };
    let basis = account
        .customer
        .agreed_interest
        .as_ref()
        .map_or(statutory, |agreed| {
            Percent::new(agreed.percent).map_or(statutory, |percent| {
                let per = if agreed.per_month {
                    Per::Month
                } else {
                    Per::Year
                };
                let compound = match (agreed.compounding, per) {
                    (false, _) => Compound::None,
                    (true, Per::Month) => Compound::Month,
                    (true, Per::Year) => Compound::Year,
                };
                InterestBasis::Contract(ContractInterest {
                    percent,
                    per,
                    compound,
                })
            })
        });
    let day_count = if books.settings.always_365 {
        DayCount::Always365
    } else {
        DayCount::InterestYear
    };
    InterestTerms { basis, day_count }
}

/// From which day an invoice bears interest, by law (art. 6:83, 6:119, 6:119a, 6:119b BW).
///
/// Without an agreed term: a business from thirty days after receipt, which is, when not known,
/// the delivery day after the date of the invoice; a consumer after the notice of default.
pub(crate) fn interest_from(account: &Account, books: &Books, invoice: &Invoice) -> InterestStart {
    let debtor = match account.customer.kind {
        CustomerKind::Unknown | CustomerKind::Consumer => DebtorKind::Consumer,
        CustomerKind::Business => DebtorKind::Business,
        CustomerKind::Government => DebtorKind::Government,
    };
    let notice = notice_of_default(account, invoice);
    let received = invoice
        .received
        .unwrap_or_else(|| delivery_day(invoice.date, books.settings.delivery_days));
    interest_start(&InterestStartFacts {
        due: invoice.due,
        due_agreed: term_agreed(account, books),
        invoice_received: Some(received),
        notice_received: notice.map(|(received, _)| received),
        notice_days: notice.map(|(_, days)| days),
        ..InterestStartFacts::of(debtor)
    })
}

/// Day of delivery and days of the notice of default that covers an invoice.
pub(crate) fn notice_of_default(account: &Account, invoice: &Invoice) -> Option<(NaiveDate, u16)> {
    account
        .letters
        .iter()
        .filter(|letter| has_left(letter))
        .filter(|letter| {
            letter
                .lines
                .iter()
                .any(|line| line.invoice == invoice.id && line.step == Step::FinalReminder)
        })
        .find_map(|letter| {
            let days = letter.notice_of_default_days?;
            Some((delivery_day(letter.left(), letter.delivery_days), days))
        })
}

/// Whether a letter is out of the program's hands; one that was only approved is not.
pub(crate) fn has_left(letter: &Letter) -> bool {
    letter.state >= LetterState::HandedOver
}

/// The first day of insolvency or debt help, on which interest freezes.
pub(crate) fn frozen_on(account: &Account) -> Option<NaiveDate> {
    account
        .insolvencies
        .iter()
        .map(|insolvency| insolvency.date)
        .min()
}
