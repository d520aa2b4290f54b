//! What a handover is made from, gathered once: for the check beforehand and for the dossier itself.

use std::path::Path;

use chrono::NaiveDate;
use credit::{Account, Books, Claim, HandoverScope, InvoiceId, Proposal, ProposalKind, Weakness};
use law::{Lang, RateTable};
use store::Reader;

use super::Dossier;
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::today;
use crate::whole_file::{SavedFile, write_whole};

/// A customer's claim on a day, and what is weak in it.
pub(super) struct Prepared {
    pub(super) account: Account,
    pub(super) books: Books,
    pub(super) claim: Claim,
    pub(super) weaknesses: Vec<Weakness>,
    /// The invoices of the claim of which a copy is kept.
    pub(super) copies: Vec<InvoiceId>,
    /// What goes along, and what stays behind.
    pub(super) scope: HandoverScope,
    /// Whether something goes along that may not go yet, or not without the user's own decision:
    /// its last warning still runs or never left, or something holds it back.
    pub(super) early: bool,
    pub(super) date: NaiveDate,
    /// The files of the dossiers of that day, also of those that were undone: they may be out.
    out: Vec<String>,
}

impl Prepared {
    /// Gathers everything of the customer that is named: the invoices that may go now, with `early`
    /// all that are late; also when none may go, to look at what an early dossier would be.
    ///
    /// # Errors
    /// `unknown_customer`, `nothing_open`.
    pub(super) fn of(
        reader: &Reader<'_>,
        customer: &str,
        rates: &RateTable,
        date: NaiveDate,
        early: bool,
    ) -> AppResult<Prepared> {
        let customer = find::customer(reader, customer)?;
        let prepared = Prepared::of_account(
            reader,
            reader.account(customer.id)?,
            &reader.books()?,
            rates,
            date,
            early,
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
        early: bool,
    ) -> AppResult<Prepared> {
        // What the plan has ready goes; what it has not, only when the user says so.
        let scope = |early| credit::handover_scope(&account, books, rates, date, early);
        let now = scope(false);
        let all = (early || now.invoices.is_empty()).then(|| scope(true));
        let (scope, early) = match all {
            Some(all) if all.invoices != now.invoices => (all, true),
            _ => (now, false),
        };
        let claim = credit::claim_of_dossier(&account, books, rates, date, &scope.invoices);
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
            scope,
            early,
            date,
            out: reader.handover_files(date)?,
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

    /// What the plan proposes or holds back about these invoices.
    pub(super) fn proposals(&self, rates: &RateTable) -> Vec<Proposal> {
        today::decide(&self.account, &self.books, rates, self.date)
            .into_iter()
            .filter(|proposal| self.is_about(proposal))
            .collect()
    }

    /// Whether a proposal is to hand over any of these invoices.
    pub(super) fn is_about(&self, proposal: &Proposal) -> bool {
        proposal.kind == ProposalKind::Handover
            && proposal
                .lines
                .iter()
                .any(|line| self.scope.invoices.contains(&line.invoice))
    }

    /// The name of the ZIP: the first that no dossier has.
    pub(super) fn file_name(&self) -> String {
        self.file_name_in(None)
    }

    /// Writes the ZIP into a folder, and gives its name there. It never takes the place of another
    /// file: that may be the dossier that somebody has, of this customer or of one in another administration.
    ///
    /// # Errors
    /// `inside_administration`, `disk_full`, `read_only`, `io`.
    pub(super) fn write(&self, folder: &Path, zip: &[u8]) -> AppResult<(String, SavedFile)> {
        let name = self.file_name_in(Some(folder));
        let saved = write_whole(&folder.join(&name), zip)?;
        Ok((name, saved))
    }

    fn file_name_in(&self, folder: Option<&Path>) -> String {
        let (customer, date) = (self.account.customer.id, self.date);
        let taken = |name: &String| {
            // Also a link that leads nowhere: what is there, is not ours.
            let there = |folder: &Path| folder.join(name).symlink_metadata().is_ok();
            self.out.contains(name) || folder.is_some_and(there)
        };
        let mut name = format!("dossier_{customer}_{date}.zip");
        let mut number = 1_u32;
        while taken(&name) {
            number += 1;
            name = format!("dossier_{customer}_{date}_{number}.zip");
        }
        name
    }
}
