//! What comes back of a dossier: payments made there, costs, settlements, and taking it back.

use chrono::NaiveDate;
use credit::{FactId, HandedTo, Handover, HandoverEvent, HandoverEventKind, PartyKind};
use law::Cents;
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use super::timeline::{event_words, on_screen};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::session::Context;
use crate::tell::Done;

/// To whom a dossier is handed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(rename = "HandedTo", optional_fields)]
pub struct HandedToForm {
    /// What they are.
    #[ts(type = "PartyKind")]
    pub kind: PartyKind,
    /// Their name.
    pub name: String,
    /// Their reference of the dossier.
    pub reference: Option<String>,
    /// Where to write to them.
    pub email: Option<String>,
}

impl HandedToForm {
    /// The form of what is known.
    pub(super) fn of(to: &HandedTo) -> HandedToForm {
        HandedToForm {
            kind: to.kind,
            name: to.name.clone(),
            reference: to.reference.clone(),
            email: to.email.clone(),
        }
    }

    /// Whom it names, once every field is right.
    ///
    /// # Errors
    /// `invalid_fields`, naming `name` or `email`.
    pub(super) fn check(&self) -> AppResult<HandedTo> {
        let some = |text: &Option<String>| {
            let text = text.as_deref().unwrap_or_default().trim();
            (!text.is_empty()).then(|| text.to_string())
        };
        let mut error = AppError::new(Code::InvalidFields);
        if self.name.trim().is_empty() {
            error = error.field("name", Code::FieldRequired);
        }
        let email = some(&self.email);
        if email
            .as_deref()
            .is_some_and(|email| !crate::creditor::looks_like_email(email))
        {
            error = error.field("email", Code::FieldEmail);
        }
        if !error.fields.is_empty() {
            return Err(error);
        }
        Ok(HandedTo {
            kind: self.kind,
            name: self.name.trim().to_string(),
            reference: some(&self.reference),
            email,
        })
    }

    /// As an event of the day.
    pub(super) fn event(&self, date: NaiveDate) -> AppResult<HandoverEvent> {
        Ok(HandoverEvent {
            fact: FactId(0),
            kind: HandoverEventKind::GivenTo,
            amount: None,
            date,
            text: String::new(),
            to: Some(self.check()?),
        })
    }
}

/// Something that came back of a dossier.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct HandoverEventTell {
    /// The dossier (`F-12`), or the customer: then its newest dossier.
    pub dossier: String,
    /// What happened.
    #[ts(type = "HandoverEventKind")]
    pub kind: HandoverEventKind,
    /// How much: needed for money paid there and for costs, possible with a settlement or judgment.
    #[ts(optional, type = "Money")]
    pub amount: Option<Cents>,
    /// In your words; a note needs them.
    pub text: Option<String>,
    /// Who has it now, for `given_to`.
    pub to: Option<HandedToForm>,
    /// When it happened; today when none.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// Notes what came back of a dossier.
///
/// # Errors
/// `unknown_dossier`, `dossier_withdrawn`, `date_before_handover`, `future_date`, and
/// `invalid_fields` naming `amount`, `text`, `name` or `email`.
pub fn handover_event(context: &mut Context<'_>, request: HandoverEventTell) -> AppResult<Done> {
    let today = context.day(None);
    let date = context.day(request.date);
    let handover = find_dossier(&context.reader()?, &request.dossier)?;
    // A decision of a later day may have been made with --date; that day is then no future.
    if date > today.max(handover.date) {
        return Err(AppError::new(Code::FutureDate)
            .with_day("date", date)
            .with_day("today", today)
            .field("date", Code::FutureDate));
    }
    if date < handover.date {
        return Err(AppError::new(Code::DateBeforeHandover)
            .with_day("date", date)
            .with_day("handover", handover.date)
            .field("date", Code::DateBeforeHandover));
    }
    if let (Some(withdrawn), HandoverEventKind::Withdrawn) = (handover.withdrawn(), request.kind) {
        return Err(AppError::new(Code::DossierWithdrawn).with_day("date", withdrawn));
    }
    let event = checked(&request, date)?;
    let fact = context.write(date, |writer| {
        Ok(writer.tell_handover_event(handover.fact, &event)?)
    })?;
    let lang = context.lang;
    Ok(Done::new(
        fact,
        lang,
        on_screen(&format!("{}.", event_words(&event, law::Lang::Nl))),
        on_screen(&format!("{}.", event_words(&event, law::Lang::En))),
    ))
}

fn checked(request: &HandoverEventTell, date: NaiveDate) -> AppResult<HandoverEvent> {
    use HandoverEventKind as Kind;
    let text = request.text.as_deref().unwrap_or_default().trim();
    let mut error = AppError::new(Code::InvalidFields);
    match (request.kind, request.amount) {
        (Kind::PaidToThem | Kind::Costs, None) => {
            error = error.field("amount", Code::FieldRequired);
        }
        (Kind::PaidToThem | Kind::Costs | Kind::Settlement | Kind::Judgment, Some(amount))
            if !amount.is_positive() =>
        {
            error = error.field("amount", Code::AmountNotPositive);
        }
        (Kind::GivenTo | Kind::Withdrawn | Kind::Uncollectable | Kind::Note, Some(_)) => {
            error = error.field("amount", Code::FieldInvalid);
        }
        _ => {}
    }
    if request.kind == Kind::Note && text.is_empty() {
        error = error.field("text", Code::FieldRequired);
    }
    if request.kind == Kind::GivenTo && request.to.is_none() {
        error = error.field("name", Code::FieldRequired);
    }
    if !error.fields.is_empty() {
        return Err(error);
    }
    let to = match (&request.to, request.kind) {
        (Some(to), Kind::GivenTo) => Some(to.check()?),
        _ => None,
    };
    Ok(HandoverEvent {
        fact: FactId(0),
        kind: request.kind,
        amount: request.amount,
        date,
        text: text.to_string(),
        to,
    })
}

/// The dossier by its fact, or the newest of a customer.
///
/// # Errors
/// `unknown_dossier`, `ambiguous_customer`.
pub(super) fn find_dossier(reader: &Reader<'_>, text: &str) -> AppResult<Handover> {
    let unknown = || AppError::new(Code::UnknownDossier).with("dossier", text.trim());
    if let Ok(fact) = text.trim().parse::<FactId>() {
        return reader.handover(fact)?.ok_or_else(unknown);
    }
    let customer = match find::customer(reader, text) {
        Err(error) if error.code == Code::UnknownCustomer => return Err(unknown()),
        found => found?,
    };
    reader
        .handovers_of(customer.id)?
        .into_iter()
        .next_back()
        .ok_or_else(unknown)
}
