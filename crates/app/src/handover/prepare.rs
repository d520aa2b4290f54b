//! What a handover is made from, gathered once: for the check beforehand and for the dossier itself.

use chrono::NaiveDate;
use credit::{Account, Books, Claim, InvoiceId, Weakness};
use law::{Lang, RateTable};
use store::Reader;

use super::Dossier;
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;

/// A customer's claim on a day, and what is weak in it.
pub(super) struct Prepared {
    pub(super) account: Account,
    pub(super) books: Books,
    pub(super) claim: Claim,
    pub(super) weaknesses: Vec<Weakness>,
    /// The invoices of the claim of which a copy is kept.
    pub(super) copies: Vec<InvoiceId>,
    pub(super) date: NaiveDate,
}

impl Prepared {
    /// Gathers everything of the customer that is named.
    ///
    /// # Errors
    /// `unknown_customer`, `nothing_open`.
    pub(super) fn of(
        reader: &Reader<'_>,
        customer: &str,
        rates: &RateTable,
        date: NaiveDate,
    ) -> AppResult<Prepared> {
        let customer = find::customer(reader, customer)?;
        let prepared = Prepared::of_account(
            reader,
            reader.account(customer.id)?,
            &reader.books()?,
            rates,
            date,
        )?;
        if !prepared.claim.principal.is_positive() {
            return Err(AppError::new(Code::NothingOpen).with("customer", &customer.name));
        }
        Ok(prepared)
    }

    /// The same of an account that was read already; the claim may be nothing.
    pub(super) fn of_account(
        reader: &Reader<'_>,
        account: Account,
        books: &Books,
        rates: &RateTable,
        date: NaiveDate,
    ) -> AppResult<Prepared> {
        let claim = credit::claim_of(&account, books, rates, date);
        let mut copies = Vec::new();
        for invoice in &claim.invoices {
            if !reader.invoice_files(invoice.invoice)?.is_empty() {
                copies.push(invoice.invoice);
            }
        }
        let has_copy = |id: InvoiceId| copies.contains(&id);
        let weaknesses = credit::weaknesses(&account, books, &claim, date, &has_copy);
        Ok(Prepared {
            account,
            books: books.clone(),
            claim,
            weaknesses,
            copies,
            date,
        })
    }

    /// What the files are drawn from.
    pub(super) fn dossier(&self, lang: Lang) -> Dossier<'_> {
        Dossier {
            account: &self.account,
            books: &self.books,
            claim: &self.claim,
            weaknesses: &self.weaknesses,
            date: self.date,
            lang,
        }
    }

    /// The name of the ZIP.
    pub(super) fn file_name(&self) -> String {
        format!("dossier_{}_{}.zip", self.account.customer.id, self.date)
    }
}
