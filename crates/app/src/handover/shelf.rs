//! What was handed over: to whom, what came back, and what is still open of it.

use chrono::NaiveDate;
use credit::{Account, Books, Handover, HandoverEventKind};
use law::{Cents, Lang, RateTable};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::check::ReadyAsk;
use super::event::{HandedToForm, find_dossier};
use super::timeline::{event_words, on_screen};
use crate::error::AppResult;
use crate::session::Context;
use crate::today::ClaimView;

/// Where a dossier stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DossierState {
    /// With the bailiff, agency or lawyer.
    WithThem,
    /// Nothing of its invoices is open any more.
    Settled,
    /// Taken back: in the plan again.
    Withdrawn,
    /// They say it cannot be collected.
    Uncollectable,
}

/// Something that came back.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DossierEvent {
    /// The fact; what `undo` takes.
    pub id: String,
    /// What happened.
    #[ts(type = "HandoverEventKind")]
    pub kind: HandoverEventKind,
    /// When.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// In words, with its amount.
    pub title: String,
    /// How much.
    #[ts(type = "Money | null")]
    pub amount: Option<Cents>,
    /// Whether it can be undone by itself.
    pub undo: bool,
}

/// One dossier.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DossierView {
    /// The fact; what `undo` takes.
    pub id: String,
    /// The customer.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// Day of the handover.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// File name of the dossier.
    pub file: String,
    /// SHA-256 of it.
    pub sha256: String,
    /// The claim on that day.
    pub claim: ClaimView,
    /// How many invoices.
    pub invoices: u32,
    /// Where it stands.
    pub state: DossierState,
    /// Who has it, as last told.
    pub to: Option<HandedToForm>,
    /// Paid to them, as told; no money of the creditor's yet.
    #[ts(type = "Money")]
    pub paid_to_them: Cents,
    /// Costs they charged, as told.
    #[ts(type = "Money")]
    pub costs: Cents,
    /// What is open of the handed-over invoices today: principal, interest and costs.
    #[ts(type = "Money")]
    pub open: Cents,
    /// What came back, oldest first.
    pub events: Vec<DossierEvent>,
}

/// Every dossier, newest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Dossiers {
    /// The dossiers.
    pub dossiers: Vec<DossierView>,
}

/// What was handed over, newest first.
///
/// # Errors
/// What the store gives.
pub fn dossiers(context: &mut Context<'_>, request: ReadyAsk) -> AppResult<Dossiers> {
    let date = context.day(request.date);
    let lang = context.lang;
    let rates = context.rates()?;
    let reader = context.reader()?;
    let books = reader.books()?;
    let mut dossiers = Vec::new();
    for customer in reader.customers_handed_over()? {
        let account = reader.account(customer)?;
        dossiers.extend(
            account
                .handovers
                .iter()
                .map(|handover| view(&account, handover, &books, &rates, date, lang)),
        );
    }
    dossiers.sort_by(|one, other| (other.date, &other.id).cmp(&(one.date, &one.id)));
    Ok(Dossiers { dossiers })
}

fn view(
    account: &Account,
    handover: &Handover,
    books: &Books,
    rates: &RateTable,
    date: NaiveDate,
    lang: Lang,
) -> DossierView {
    let now = credit::claim_of_dossier(account, books, rates, date, &handover.invoices);
    let told = |kind| handover.events.iter().any(|event| event.kind == kind);
    let state = if handover.withdrawn().is_some() {
        DossierState::Withdrawn
    } else if told(HandoverEventKind::Uncollectable) {
        DossierState::Uncollectable
    } else if now.total.is_positive() {
        DossierState::WithThem
    } else {
        DossierState::Settled
    };
    DossierView {
        id: handover.fact.to_string(),
        customer: account.customer.id.to_string(),
        name: account.customer.name.clone(),
        date: handover.date,
        file: handover.file.clone(),
        sha256: handover.sha256.clone(),
        claim: ClaimView::from(&handover.claim),
        invoices: u32::try_from(handover.invoices.len()).unwrap_or(u32::MAX),
        state,
        to: handover.party().map(HandedToForm::of),
        paid_to_them: handover.sum_of(HandoverEventKind::PaidToThem),
        costs: handover.sum_of(HandoverEventKind::Costs),
        open: now.total,
        events: handover
            .events
            .iter()
            .map(|event| DossierEvent {
                id: event.fact.to_string(),
                kind: event.kind,
                date: event.date,
                title: on_screen(&event_words(event, lang)),
                amount: event.amount,
                // What was told with the handover itself goes and comes with it.
                undo: event.fact != handover.fact,
            })
            .collect(),
    }
}

/// Which dossier.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct DossierDetailAsk {
    /// The dossier (`F-12`), or the customer: then its newest dossier.
    pub dossier: String,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// One day of a dossier.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DossierMoment {
    /// When.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// What happened, in words.
    pub text: String,
    /// What `undo` takes, for what came back of the dossier.
    pub undo: Option<String>,
}

/// One dossier with everything that happened, and what is open of it today.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DossierDetail {
    /// The dossier.
    pub dossier: DossierView,
    /// The claim on its invoices today.
    pub now: ClaimView,
    /// Interest of each further day.
    #[ts(type = "Money")]
    pub per_day: Cents,
    /// Numbers of its invoices.
    pub numbers: Vec<String>,
    /// What happened about its invoices, newest first.
    pub timeline: Vec<DossierMoment>,
}

/// One dossier.
///
/// # Errors
/// `unknown_dossier`.
pub fn dossier_detail(
    context: &mut Context<'_>,
    request: DossierDetailAsk,
) -> AppResult<DossierDetail> {
    let date = context.day(request.date);
    let lang = context.lang;
    let rates = context.rates()?;
    let reader = context.reader()?;
    let handover = find_dossier(&reader, &request.dossier)?;
    let account = reader.account(handover.customer)?;
    let books = reader.books()?;
    let claim = credit::claim_of_dossier(&account, &books, &rates, date, &handover.invoices);
    Ok(DossierDetail {
        numbers: account
            .invoices
            .iter()
            .filter(|invoice| handover.invoices.contains(&invoice.id))
            .map(|invoice| invoice.number.clone())
            .collect(),
        timeline: moments(&account, &handover, &claim, &books, date, lang),
        now: ClaimView::from(&super::figures(&claim)),
        per_day: claim.per_day,
        dossier: view(&account, &handover, &books, &rates, date, lang),
    })
}

fn moments(
    account: &Account,
    handover: &Handover,
    claim: &credit::Claim,
    books: &Books,
    date: NaiveDate,
    lang: Lang,
) -> Vec<DossierMoment> {
    let dossier = super::Dossier {
        account,
        books,
        claim,
        weaknesses: &[],
        date,
        lang,
    };
    let mut moments: Vec<DossierMoment> = super::timeline::events(&dossier)
        .into_iter()
        .map(|event| DossierMoment {
            date: event.date,
            undo: event
                .fact
                .filter(|fact| *fact != handover.fact)
                .map(|fact| fact.to_string()),
            text: on_screen(&event.text),
        })
        .collect();
    moments.reverse();
    moments
}
