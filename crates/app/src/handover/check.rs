//! What a dossier would hold and lack, before anything is handed over.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use credit::{
    Account, CustomerId, CustomerKind, Gate, LetterState, Proposal, ProposalKind, Weakness,
};
use law::Cents;
use serde::{Deserialize, Serialize};
use store::Accounts;
use ts_rs::TS;

use super::behind::{DossierBehind, behind};
use super::contents::{self, FileKind};
use super::prepare::Prepared;
use crate::error::AppResult;
use crate::picture::WorkKind;
use crate::session::Context;
use crate::today::{self, ClaimView, ReasonView};

/// Whose dossier to look at.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct DossierAsk {
    /// The customer.
    pub customer: String,
    /// With everything that is late, also where the last warning still runs or never left.
    pub early: Option<bool>,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// An invoice that a gap or the claim is about.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DossierInvoice {
    /// Its id.
    pub id: String,
    /// Its printed number.
    pub number: String,
    /// Its date.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// Last day of payment.
    #[ts(type = "IsoDate | null")]
    pub due: Option<NaiveDate>,
    /// Open principal.
    #[ts(type = "Money")]
    pub open: Cents,
    /// Open interest.
    #[ts(type = "Money")]
    pub interest: Cents,
    /// Whether a copy is kept.
    pub copy: bool,
}

/// A letter that a gap is about.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DossierLetter {
    /// The letter.
    pub letter: String,
    /// Its date.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
}

/// Something that a dossier lacks, or that is weak in it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DossierGap {
    /// Stable code; docs/errors.md lists them.
    pub code: &'static str,
    /// What.
    pub message: String,
    /// What to do about it.
    pub what_to_do: String,
    /// Whether a court or bailiff may well refuse (a part of) the claim over it.
    pub serious: bool,
    /// The invoices it is about.
    pub invoices: Vec<DossierInvoice>,
    /// The letters it is about.
    pub letters: Vec<DossierLetter>,
}

/// A file that the dossier would hold.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DossierFile {
    /// Its path in the ZIP.
    pub path: String,
    /// What it is.
    pub kind: FileKind,
    /// Its size; null for what is made with the dossier.
    pub bytes: Option<u64>,
}

/// A dossier before it is handed over.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DossierCheck {
    /// The customer.
    pub customer: String,
    /// The creditor's own number of it.
    pub number: Option<String>,
    /// Its name.
    pub name: String,
    /// What it is.
    #[ts(type = "CustomerKind")]
    pub kind: CustomerKind,
    /// The day.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// The claim on that day.
    pub claim: ClaimView,
    /// Interest of each further day.
    #[ts(type = "Money")]
    pub per_day: Cents,
    /// The invoices of the claim.
    pub invoices: Vec<DossierInvoice>,
    /// What is late too and stays in the plan, oldest due first.
    pub behind: Vec<DossierBehind>,
    /// Whether invoices are in it that may not go yet: handing over then needs `early`.
    pub early: bool,
    /// Whether the plan proposes to hand over now, and nothing goes along that it does not propose.
    pub proposed: bool,
    /// What the gate says where the plan proposes to hand over any of them.
    #[ts(type = "Gate | null")]
    pub gate: Option<Gate>,
    /// Why.
    pub reasons: Vec<ReasonView>,
    /// What is missing or weak: the serious ones first.
    pub gaps: Vec<DossierGap>,
    /// What the ZIP would hold, apart from its manifest.
    pub contents: Vec<DossierFile>,
    /// The name that the ZIP would get.
    pub file: String,
}

/// Looks at a customer's dossier without handing it over.
///
/// # Errors
/// `unknown_customer`, `nothing_open`.
pub fn dossier_check(context: &mut Context<'_>, request: DossierAsk) -> AppResult<DossierCheck> {
    let date = context.day(request.date);
    let lang = context.lang;
    let rates = context.rates()?;
    let reader = context.reader()?;
    let early = request.early.unwrap_or_default();
    let prepared = Prepared::of(&reader, &request.customer, &rates, date, early)?;
    let proposals = prepared.proposals(&rates);
    let mut reasons = Vec::new();
    for reason in proposals
        .iter()
        .flat_map(|proposal| today::reasons(proposal, lang))
    {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    let made = contents::MADE.iter().map(|(path, kind)| DossierFile {
        path: (*path).to_string(),
        kind: *kind,
        bytes: None,
    });
    let kept = contents::kept_documents(&reader, &prepared.dossier(lang))?;
    let contents = made
        .chain(kept.into_iter().map(|document| DossierFile {
            path: document.path,
            kind: document.kind,
            bytes: Some(document.bytes),
        }))
        .collect();
    let customer = &prepared.account.customer;
    Ok(DossierCheck {
        customer: customer.id.to_string(),
        number: customer.number.clone(),
        name: customer.name.clone(),
        kind: customer.kind,
        date,
        claim: ClaimView::from(&super::figures(&prepared.claim)),
        per_day: prepared.claim.per_day,
        invoices: invoices(&prepared, None),
        behind: behind(&prepared, &prepared.scope, lang),
        early: prepared.early,
        proposed: !prepared.early && !proposals.is_empty(),
        gate: proposals.iter().map(|proposal| proposal.gate).max(),
        reasons,
        gaps: gaps(&prepared, lang),
        contents,
        file: prepared.file_name(),
    })
}

fn invoices(prepared: &Prepared, only: Option<&[String]>) -> Vec<DossierInvoice> {
    prepared
        .claim
        .invoices
        .iter()
        .filter(|claimed| only.is_none_or(|numbers| numbers.contains(&claimed.number)))
        .map(|claimed| DossierInvoice {
            id: claimed.invoice.to_string(),
            number: claimed.number.clone(),
            date: claimed.date,
            due: claimed.due,
            open: claimed.principal.open,
            interest: claimed.interest_open,
            copy: prepared.copies.contains(&claimed.invoice),
        })
        .collect()
}

fn gaps(prepared: &Prepared, lang: law::Lang) -> Vec<DossierGap> {
    let mut gaps: Vec<DossierGap> = prepared
        .weaknesses
        .iter()
        .map(|weakness| {
            let text = weakness.text(lang);
            DossierGap {
                code: weakness.code(),
                message: text.message,
                what_to_do: text.what_to_do,
                serious: is_serious(weakness),
                invoices: invoices(prepared, Some(&numbers(weakness))),
                letters: letters(&prepared.account, weakness),
            }
        })
        .collect();
    gaps.sort_by_key(|gap| !gap.serious);
    gaps
}

fn numbers(weakness: &Weakness) -> Vec<String> {
    match weakness {
        Weakness::NoticeMissing { invoices }
        | Weakness::FinalDemandMissing { invoices }
        | Weakness::FinalDemandRunning { invoices, .. }
        | Weakness::InvoiceCopyMissing { invoices }
        | Weakness::NotInDefault { invoices }
        | Weakness::InterestStartUnknown { invoices } => invoices.clone(),
        Weakness::LimitationNear { invoice, .. }
        | Weakness::DisputeKnown { invoice, .. }
        | Weakness::DueDateMissing { invoice } => vec![invoice.clone()],
        _ => Vec::new(),
    }
}

fn letters(account: &Account, weakness: &Weakness) -> Vec<DossierLetter> {
    account
        .letters
        .iter()
        .filter(|letter| match weakness {
            Weakness::NoticeProofMissing { left } => {
                letter.step == credit::Step::Notice14Days && letter.left() == *left
            }
            Weakness::LetterUnconfirmed { date } => {
                letter.state == LetterState::HandedOver && letter.date == *date
            }
            _ => false,
        })
        .map(|letter| DossierLetter {
            letter: letter.id.to_string(),
            date: letter.date,
        })
        .collect()
}

/// Whether (a part of) the claim may well be refused over it, or does not belong there at all.
fn is_serious(weakness: &Weakness) -> bool {
    matches!(
        weakness,
        Weakness::KindUnknown
            | Weakness::NoticeMissing { .. }
            | Weakness::NoticeRunning { .. }
            | Weakness::FinalDemandMissing { .. }
            | Weakness::FinalDemandRunning { .. }
            | Weakness::AddressMissing
            | Weakness::LimitationNear { .. }
            | Weakness::NotInDefault { .. }
            | Weakness::InterestUnknown
            | Weakness::UnallocatedMoney { .. }
            | Weakness::OpenCredit { .. }
            | Weakness::Insolvency { .. }
            | Weakness::DueDateMissing { .. }
    )
}

/// The day to look at.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct ReadyAsk {
    /// Today, when it is not the clock's.
    #[serde(default)]
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// A customer that the plan proposes to hand over.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReadyDossier {
    /// The customer.
    pub customer: String,
    /// The creditor's own number of it.
    pub number: Option<String>,
    /// Its name.
    pub name: String,
    /// What it is.
    #[ts(type = "CustomerKind")]
    pub kind: CustomerKind,
    /// What the gate says.
    #[ts(type = "Gate")]
    pub gate: Gate,
    /// What comes first for this customer, when that is something else: a letter, a hold.
    pub first: Option<WorkKind>,
    /// Why.
    pub reasons: Vec<ReasonView>,
    /// The claim on the day.
    pub claim: ClaimView,
    /// How many invoices.
    pub invoices: u32,
    /// How many are late too and stay in the plan.
    pub behind: u32,
    /// Due date of the oldest.
    #[ts(type = "IsoDate | null")]
    pub oldest_due: Option<NaiveDate>,
    /// Gaps over which (a part of) the claim may be refused.
    pub serious: u32,
    /// Other gaps.
    pub other: u32,
}

/// Who may be handed over.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReadyDossiers {
    /// Those without anything that comes first; then the others. Most euros first within.
    pub ready: Vec<ReadyDossier>,
}

/// So many accounts are read one by one before one pass over everybody is the shorter way.
const ONE_BY_ONE: usize = 50;

/// The customers that the plan proposes to hand over, with how complete their dossiers are.
///
/// # Errors
/// What the store gives.
pub fn dossiers_ready(context: &mut Context<'_>, request: ReadyAsk) -> AppResult<ReadyDossiers> {
    let date = context.day(request.date);
    let lang = context.lang;
    let rates = context.rates()?;
    let picture = context.picture(date)?;
    let reader = context.reader()?;
    let books = reader.books()?;
    let proposed: BTreeMap<CustomerId, (Vec<&Proposal>, Option<WorkKind>)> = picture
        .customers
        .iter()
        .filter_map(|customer| {
            let proposals: Vec<&Proposal> = customer
                .proposals
                .iter()
                .filter(|proposal| proposal.kind == ProposalKind::Handover)
                .collect();
            if proposals.is_empty() {
                return None;
            }
            let first = customer
                .card
                .map(|card| card.kind)
                .filter(|kind| *kind != WorkKind::Handover);
            Some((customer.id, (proposals, first)))
        })
        .collect();
    let mut ready = Vec::with_capacity(proposed.len());
    let mut look_at = |account: Account| -> AppResult<()> {
        if let Some((proposals, first)) = proposed.get(&account.customer.id) {
            let prepared = Prepared::of_account(&reader, account, &books, &rates, date, false)?;
            // Of a customer of whom the rest was handed over, what is held back is no dossier yet.
            let about = proposals
                .iter()
                .find(|proposal| prepared.is_about(proposal));
            if let Some(proposal) = about.filter(|_| !prepared.early) {
                ready.push(ready_of(&prepared, proposal, *first, lang));
            }
        }
        Ok(())
    };
    // A few accounts are read one by one; many, faster, in one pass over everybody.
    if proposed.len() <= ONE_BY_ONE {
        for id in proposed.keys() {
            look_at(reader.account(*id)?)?;
        }
    } else {
        reader.for_each_account(Accounts::Unsettled, look_at)?;
    }
    ready.sort_by(|one, other| {
        let by = |row: &ReadyDossier| (row.first.is_some(), std::cmp::Reverse(row.claim.total));
        (by(one), &one.name).cmp(&(by(other), &other.name))
    });
    Ok(ReadyDossiers { ready })
}

fn ready_of(
    prepared: &Prepared,
    proposal: &Proposal,
    first: Option<WorkKind>,
    lang: law::Lang,
) -> ReadyDossier {
    let customer = &prepared.account.customer;
    let serious = prepared
        .weaknesses
        .iter()
        .filter(|weakness| is_serious(weakness))
        .count();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    ReadyDossier {
        customer: customer.id.to_string(),
        number: customer.number.clone(),
        name: customer.name.clone(),
        kind: customer.kind,
        gate: proposal.gate,
        first,
        reasons: today::reasons(proposal, lang),
        claim: ClaimView::from(&super::figures(&prepared.claim)),
        invoices: number(prepared.claim.invoices.len()),
        behind: number(prepared.scope.behind.len()),
        oldest_due: prepared
            .claim
            .invoices
            .iter()
            .filter_map(|claimed| claimed.due)
            .min(),
        serious: number(serious),
        other: number(prepared.weaknesses.len() - serious),
    }
}
