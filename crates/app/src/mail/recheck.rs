//! A last look before a message leaves: what was told after the letter was approved may be a
//! reason to keep it here. Nobody who paid in the meantime is reminded.

use chrono::NaiveDate;
use credit::{Account, Books, FactId, InvoiceId, Letter};
use law::{Lang, RateTable};

use crate::today::ReasonView;

/// Why a letter that was approved earlier should not leave now.
pub(super) fn held_back(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    letter: &Letter,
    approved: FactId,
    today: NaiveDate,
    lang: Lang,
) -> Option<ReasonView> {
    let (code, nl, en) = if is_paid(account, books, rates, letter, today) {
        (
            "mail_paid",
            "Sinds deze brief is goedgekeurd, is er betaald of gecrediteerd. Hij blijft hier.",
            "Since this letter was approved, something was paid or credited. It stays here.",
        )
    } else {
        told_since(account, letter, approved, today)?
    };
    Some(ReasonView {
        code,
        message: match lang {
            Lang::Nl => nl,
            Lang::En => en,
        }
        .to_string(),
    })
}

fn is_paid(
    account: &Account,
    books: &Books,
    rates: &RateTable,
    letter: &Letter,
    today: NaiveDate,
) -> bool {
    letter
        .lines
        .iter()
        .any(|line| credit::open_principal(account, books, rates, line.invoice, today) < line.open)
}

fn told_since(
    account: &Account,
    letter: &Letter,
    approved: FactId,
    today: NaiveDate,
) -> Option<(&'static str, &'static str, &'static str)> {
    let covers = |invoice: InvoiceId| letter.lines.iter().any(|line| line.invoice == invoice);
    let later = |fact: FactId| fact > approved;
    if account.insolvencies.iter().any(|told| later(told.fact)) {
        return Some((
            "mail_insolvent",
            "Sinds deze brief is goedgekeurd, is de klant insolvent gemeld. Hij blijft hier.",
            "Since this letter was approved, the customer was noted as insolvent. It stays here.",
        ));
    }
    if account
        .handovers
        .iter()
        .any(|told| later(told.fact) && told.invoices.iter().any(|invoice| covers(*invoice)))
    {
        return Some((
            "mail_handed_over",
            "Sinds deze brief is goedgekeurd, is de vordering overgedragen. Hij blijft hier.",
            "Since this letter was approved, the claim was handed over. It stays here.",
        ));
    }
    if account
        .disputes
        .iter()
        .any(|told| later(told.fact) && covers(told.invoice))
    {
        return Some((
            "mail_disputed",
            "Sinds deze brief is goedgekeurd, is een factuur erin betwist. Hij blijft hier.",
            "Since this letter was approved, an invoice in it was disputed. It stays here.",
        ));
    }
    if account
        .promises
        .iter()
        .any(|told| later(told.fact) && told.by >= today)
    {
        return Some((
            "mail_promised",
            "Sinds deze brief is goedgekeurd, heeft de klant toegezegd te betalen. Hij blijft hier.",
            "Since this letter was approved, the customer promised to pay. It stays here.",
        ));
    }
    let held = account
        .holds
        .iter()
        .any(|told| later(told.fact) && told.until >= today && told.invoice.is_none_or(covers));
    held.then_some((
        "mail_held",
        "Sinds deze brief is goedgekeurd, staat de klant op pauze. Hij blijft hier.",
        "Since this letter was approved, the customer is on hold. It stays here.",
    ))
}
