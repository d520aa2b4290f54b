//! Handing a customer over: the dossier that a bailiff, agency or lawyer can use without us.

mod behind;
mod check;
mod contents;
mod event;
mod overview;
mod prepare;
mod shelf;
mod timeline;

pub use behind::DossierBehind;
pub use check::{
    DossierAsk, DossierCheck, DossierFile, DossierGap, DossierInvoice, DossierLetter, ReadyAsk,
    ReadyDossier, ReadyDossiers, dossier_check, dossiers_ready,
};
pub use contents::FileKind;
pub use event::{HandedToForm, HandoverEventTell, handover_event};
pub use shelf::{
    DossierDetail, DossierDetailAsk, DossierEvent, DossierMoment, DossierState, DossierView,
    Dossiers, dossier_detail, dossiers,
};
pub(crate) use timeline::event_words;

use std::path::Path;

use chrono::NaiveDate;
use credit::{
    Account, Claim, ClaimFigures, Dispute, FactId, Handover, InvoiceId, Letter, Payment, Weakness,
};
use exchange::ArchiveFile;
use law::Lang;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use self::prepare::Prepared;
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::session::Context;
use crate::today::ClaimView;

/// Hand a customer over.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct HandoverRequest {
    /// The customer.
    pub customer: String,
    /// The folder to write the dossier to.
    pub out: String,
    /// To whom it goes.
    pub to: Option<HandedToForm>,
    /// Take along what is late but whose last warning still runs or never left; else it stays behind.
    pub early: Option<bool>,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// Something that is missing or weak.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Missing {
    /// Stable code.
    pub code: &'static str,
    /// What.
    pub message: String,
    /// What to do about it.
    pub what_to_do: String,
}

/// The dossier.
#[derive(Clone, Debug, Serialize, TS)]
pub struct HandoverReport {
    /// The ZIP.
    pub file: String,
    /// SHA-256 of it.
    pub sha256: String,
    /// The claim on the date.
    pub claim: ClaimView,
    /// Interest of each further day.
    #[ts(type = "Money")]
    pub per_day: law::Cents,
    /// What is missing or weak, and what to do.
    pub missing: Vec<Missing>,
    /// What is late too and stays in the plan.
    pub behind: Vec<DossierBehind>,
    /// The fact; what `undo` takes.
    pub id: String,
}

/// What a dossier is made from.
pub(crate) struct Dossier<'a> {
    pub(crate) account: &'a Account,
    pub(crate) books: &'a credit::Books,
    pub(crate) claim: &'a Claim,
    pub(crate) weaknesses: &'a [Weakness],
    pub(crate) date: NaiveDate,
    pub(crate) lang: Lang,
}

impl Dossier<'_> {
    /// Whether an invoice is in it; what is told of others stays out.
    pub(crate) fn claims(&self, invoice: InvoiceId) -> bool {
        let mut claimed = self.claim.invoices.iter();
        claimed.any(|claimed| claimed.invoice == invoice)
    }

    /// The letters about its invoices.
    pub(crate) fn letters(&self) -> impl Iterator<Item = &Letter> {
        let letters = self.account.letters.iter();
        letters.filter(|letter| letter.lines.iter().any(|line| self.claims(line.invoice)))
    }

    /// The defences against its invoices.
    pub(crate) fn disputes(&self) -> impl Iterator<Item = &Dispute> {
        let disputes = self.account.disputes.iter();
        disputes.filter(|dispute| self.claims(dispute.invoice))
    }

    /// The payments of its invoices, and those that belong to none; what paid others is no part of it.
    pub(crate) fn payments(&self) -> impl Iterator<Item = &Payment> {
        self.account.payments.iter().filter(|payment| {
            let mut parts = payment.allocations.iter();
            !payment.unallocated().is_zero() || parts.any(|part| self.claims(part.invoice))
        })
    }

    /// The handovers of its invoices.
    pub(crate) fn handovers(&self) -> impl Iterator<Item = &Handover> {
        let handovers = self.account.handovers.iter();
        handovers.filter(|handover| handover.invoices.iter().any(|id| self.claims(*id)))
    }
}

/// Makes the dossier of what may be handed over, and takes those invoices out of the plan; all others
/// stay in it. With `early` it takes along everything that is late.
///
/// # Errors
/// `unknown_customer`, `nothing_open`, `handover_too_early` when nothing may go yet, `date_before_facts`, `invalid_fields` of `to`, and what
/// writing gives.
pub fn handover(context: &mut Context<'_>, request: HandoverRequest) -> AppResult<HandoverReport> {
    let date = context.deciding_day(request.date)?;
    let lang = context.lang;
    let rates = context.rates()?;
    let given = request.to.as_ref().map(|to| to.event(date)).transpose()?;
    let (prepared, files) = {
        let reader = context.reader()?;
        let early = request.early.unwrap_or_default();
        let prepared = Prepared::of(&reader, &request.customer, &rates, date, early)?;
        if prepared.early && !early {
            return Err(behind::too_early(&prepared, &rates, lang));
        }
        let files = contents::files(&reader, &prepared.dossier(lang))?;
        (prepared, files)
    };
    let files: Vec<ArchiveFile> = files
        .into_iter()
        .map(|(path, bytes)| ArchiveFile::new(path, bytes))
        .collect();
    let zip = exchange::zip_with_manifest(&files)
        .map_err(|error| AppError::new(Code::DocumentFailed).with("what", error))?;
    let (name, saved) = prepared.write(Path::new(&request.out), &zip)?;
    let claim = &prepared.claim;
    let figures = figures(claim);
    let handover = Handover {
        fact: FactId(0),
        customer: prepared.account.customer.id,
        date,
        invoices: claim
            .invoices
            .iter()
            .map(|invoice| invoice.invoice)
            .collect(),
        claim: figures.clone(),
        sha256: saved.sha256.clone(),
        file: name,
        events: given.into_iter().collect(),
    };
    let fact = context.write(date, |writer| Ok(writer.tell_handover(&handover)?))?;
    Ok(HandoverReport {
        file: saved.file,
        sha256: saved.sha256,
        claim: ClaimView::from(&figures),
        per_day: claim.per_day,
        missing: missing(&prepared.weaknesses, lang),
        behind: behind::behind(&prepared, &prepared.scope, lang),
        id: fact.to_string(),
    })
}

fn figures(claim: &Claim) -> ClaimFigures {
    ClaimFigures {
        principal: claim.principal,
        interest: claim.interest,
        costs: claim.costs,
        total: claim.total,
        costs_announced: None,
        costs_from: None,
    }
}

/// What is missing or weak, worded.
pub(crate) fn missing(weaknesses: &[Weakness], lang: Lang) -> Vec<Missing> {
    weaknesses
        .iter()
        .map(|weakness| {
            let text = weakness.text(lang);
            Missing {
                code: weakness.code(),
                message: text.message,
                what_to_do: text.what_to_do,
            }
        })
        .collect()
}
