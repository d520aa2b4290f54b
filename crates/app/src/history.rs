//! The newest acts of the whole administration, in words.

use chrono::{DateTime, NaiveDate, Utc};
use credit::FactId;
use law::{Cents, Lang};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{Fact, FactKind, Reader, StoreError, Subject};
use ts_rs::TS;

use crate::agreement::Undoable;
use crate::error::AppResult;
use crate::find;
use crate::handover::event_words;
use crate::session::Context;
use crate::words::{changed_fields, say};

/// Which acts.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct HistoryAsk {
    /// Acts before this one; the newest when none.
    pub before: Option<String>,
    /// How many; at most 200.
    pub limit: u32,
}

/// One act.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Act {
    /// Its id; what `undo` takes.
    pub id: String,
    /// When it was recorded.
    #[ts(type = "IsoDateTime")]
    pub at: DateTime<Utc>,
    /// The day that counted as today.
    #[ts(type = "IsoDate")]
    pub day: NaiveDate,
    /// What happened, in words.
    pub what: String,
    /// Whether it can be undone now.
    pub undo: bool,
    /// Of an approval, its run: undoing it takes back the letters of that run that have not left.
    pub run: Option<String>,
}

/// The newest acts, newest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct History {
    /// The acts.
    pub acts: Vec<Act>,
}

/// The newest acts.
///
/// # Errors
/// `unknown_fact`.
pub fn history(context: &mut Context<'_>, request: HistoryAsk) -> AppResult<History> {
    let before = request.before.as_deref().map(find::fact).transpose()?;
    let lang = context.lang;
    let reader = context.reader()?;
    let mut undoable = Undoable::new(reader);
    let mut acts = Vec::new();
    for fact in reader.facts(before, request.limit.min(200))? {
        let mut what = sentence(&reader, &fact, lang)?;
        if fact.undone_by.is_some() {
            what.push_str(&say(lang, " (ongedaan gemaakt)", " (undone)"));
        }
        acts.push(Act {
            id: fact.id.to_string(),
            at: fact.at,
            day: fact.day,
            what,
            undo: may_be_undone(fact.kind) && undoable.can(fact.id)?,
            run: run_of(&fact),
        });
    }
    Ok(History { acts })
}

/// Kinds that are undone, and approvals: of those, what has not left is taken back.
fn may_be_undone(kind: FactKind) -> bool {
    kind.is_undoable() || kind == FactKind::RunApproved
}

/// The run that a fact approved.
fn run_of(fact: &Fact) -> Option<String> {
    match (fact.kind, fact.subject) {
        (FactKind::RunApproved, Some(Subject::Run(run))) => Some(run.to_string()),
        _ => None,
    }
}

/// How many letters a fact tells of.
fn count_of(data: &Value) -> usize {
    data["letters"].as_array().map_or(0, Vec::len)
}

/// What was paid back, when a payment did not come in but went out.
fn paid_back(data: &Value) -> Option<Cents> {
    let amount: Cents = serde_json::from_value(data["amount"].clone()).ok()?;
    amount.is_negative().then_some(-amount)
}

/// Letters that were taken back, and why.
fn withdrawn(data: &Value, who: &str) -> (String, String) {
    let reason = match data["reason"].as_str().unwrap_or_default() {
        "" => String::new(),
        reason => format!(": {reason}"),
    };
    match count_of(data) {
        0 | 1 => (
            format!("Brief aan {who} teruggenomen{reason}"),
            format!("Letter to {who} taken back{reason}"),
        ),
        count => (
            format!("{count} brieven teruggenomen{reason}"),
            format!("{count} letters taken back{reason}"),
        ),
    }
}

/// What a fact tells, in one sentence without its full stop.
///
/// # Errors
/// `unknown_fact`.
pub(crate) fn told(reader: &Reader<'_>, fact: FactId, lang: Lang) -> AppResult<String> {
    sentence(reader, &reader.fact(fact)?, lang)
}

fn or_none<T>(found: Result<T, StoreError>) -> AppResult<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        // What was undone since is not there any more.
        Err(StoreError::NotFound { .. }) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

/// The name of the customer that a fact is about, or of which it tells.
fn customer_of(reader: &Reader<'_>, fact: &Fact) -> AppResult<Option<String>> {
    let id = match fact.subject {
        Some(Subject::Customer(id)) => Some(id),
        Some(Subject::Invoice(id)) => or_none(reader.invoice(id))?.map(|invoice| invoice.customer),
        Some(Subject::Payment(id)) => or_none(reader.payment(id))?.map(|payment| payment.customer),
        Some(Subject::Letter(id)) => or_none(reader.letter(id))?.map(|letter| letter.customer),
        _ => None,
    };
    // A payment that was undone is not there any more; what was told of it is.
    let id = id.or_else(|| fact.data["customer"].as_i64().map(credit::CustomerId));
    let known = match id {
        Some(id) => or_none(reader.customer(id))?.map(|customer| customer.name),
        None => None,
    };
    let told = || {
        let data = &fact.data;
        let name = data["name"]
            .as_str()
            .or_else(|| data["after"]["name"].as_str());
        name.map(str::to_owned)
    };
    Ok(known.or_else(told))
}

/// The number of the invoice that a fact tells of.
fn invoice_of(reader: &Reader<'_>, fact: &Fact) -> AppResult<String> {
    let told = fact.data["number"]
        .as_str()
        .or_else(|| fact.data["after"]["number"].as_str());
    if let Some(number) = told {
        return Ok(number.to_owned());
    }
    let id = match fact.subject {
        Some(Subject::Invoice(id)) => Some(id),
        _ => fact.data["invoice"].as_i64().map(credit::InvoiceId),
    };
    let found = match id {
        Some(id) => or_none(reader.invoice(id))?.map(|invoice| invoice.number),
        None => None,
    };
    Ok(found.unwrap_or_else(|| id.map(|id| id.to_string()).unwrap_or_default()))
}

fn money(value: &Value, lang: Lang) -> String {
    let amount: Option<Cents> = serde_json::from_value(value.clone()).ok();
    amount.map_or_else(String::new, |amount| credit::words::amount(amount, lang))
}

fn day(value: &Value, lang: Lang) -> String {
    let date: Option<NaiveDate> = serde_json::from_value(value.clone()).ok();
    date.map_or_else(String::new, |date| credit::words::date(date, lang))
}

/// The invoice that a changed credit note names since, when it names one more.
fn newly_credited(data: &Value) -> Option<&str> {
    let named = |when: &str| {
        let named = data[when]["credits"].as_str().unwrap_or_default();
        named.lines().collect::<Vec<_>>()
    };
    let before = named("before");
    named("after")
        .into_iter()
        .find(|number| !before.contains(number))
}

/// What happened, in one sentence.
fn sentence(reader: &Reader<'_>, fact: &Fact, lang: Lang) -> AppResult<String> {
    let who = customer_of(reader, fact)?.unwrap_or_else(|| say(lang, "een klant", "a customer"));
    let data = &fact.data;
    let invoice = || invoice_of(reader, fact);
    let (nl, en) = match fact.kind {
        FactKind::Created => (
            "De administratie is begonnen".to_owned(),
            "The administration was begun".to_owned(),
        ),
        FactKind::KeysChanged if data["what"] == "recovery_code" => (
            "Er is een nieuwe herstelcode gemaakt".to_owned(),
            "A new recovery code was made".to_owned(),
        ),
        FactKind::KeysChanged if data["what"] == "recovery_code_kept" => (
            "Het nieuwe herstelblad kreeg geen plek; de oude herstelcode geldt weer".to_owned(),
            "The new recovery sheet found no place; the old recovery code holds again".to_owned(),
        ),
        FactKind::KeysChanged => (
            "De wachtzin is gewijzigd".to_owned(),
            "The passphrase was changed".to_owned(),
        ),
        FactKind::Restored => (
            "Een back-up is teruggezet".to_owned(),
            "A backup was put back".to_owned(),
        ),
        FactKind::RestoredSettled => (
            "Gezegd wat er na de back-up de deur uit ging".to_owned(),
            "It was said what left after the backup".to_owned(),
        ),
        FactKind::SettingPut => (
            "Instellingen gewijzigd".to_owned(),
            "Settings changed".to_owned(),
        ),
        FactKind::MappingRemembered => (
            "De kolommen van een bestand onthouden".to_owned(),
            "The columns of a file were remembered".to_owned(),
        ),
        FactKind::RatePut => (
            "Een rentepercentage ingevoerd".to_owned(),
            "An interest rate was entered".to_owned(),
        ),
        FactKind::TemplatePut => (
            "Een brieftekst gewijzigd".to_owned(),
            "The text of a letter was changed".to_owned(),
        ),
        FactKind::CustomerAdded => (
            format!("Klant {who} toegevoegd"),
            format!("Customer {who} added"),
        ),
        FactKind::CustomerChanged => {
            let fields = changed_fields(data, lang);
            (
                format!("Gegevens van {who} gewijzigd: {fields}"),
                format!("Details of {who} changed: {fields}"),
            )
        }
        FactKind::CustomersMerged => (
            format!("Twee klanten samengevoegd tot {who}"),
            format!("Two customers made one: {who}"),
        ),
        FactKind::PlanPut if data["plan"].is_null() => (
            format!("{who} volgt weer het gewone plan"),
            format!("{who} follows the usual plan again"),
        ),
        FactKind::PlanPut => (
            format!("{who} kreeg een eigen plan"),
            format!("{who} got a plan of its own"),
        ),
        FactKind::InvoiceAdded => {
            let number = invoice()?;
            (
                format!("Factuur {number} van {who} ingevoerd"),
                format!("Invoice {number} of {who} entered"),
            )
        }
        FactKind::InvoiceChanged => {
            let number = invoice()?;
            if let Some(against) = newly_credited(data) {
                return Ok(say(
                    lang,
                    &format!("Creditnota {number} van {who} verrekend met factuur {against}"),
                    &format!("Credit note {number} of {who} set off against invoice {against}"),
                ));
            }
            (
                format!("Factuur {number} van {who} gewijzigd"),
                format!("Invoice {number} of {who} changed"),
            )
        }
        FactKind::FileAttached => {
            let number = invoice()?;
            (
                format!("Een bestand bewaard bij factuur {number}"),
                format!("A file kept with invoice {number}"),
            )
        }
        FactKind::Imported => {
            let file = data["file"].as_str().unwrap_or_default();
            (
                format!("Bestand {file} ingelezen"),
                format!("File {file} imported"),
            )
        }
        FactKind::LineBooked => booked(reader, fact, lang)?,
        FactKind::LineDismissed => (
            "Een bankregel opzijgezet: geen geld van een klant".to_owned(),
            "A bank line set aside: no customer's money".to_owned(),
        ),
        FactKind::Paid if paid_back(data).is_some() => {
            let amount = paid_back(data).unwrap_or_default();
            let amount = credit::words::amount(amount, lang);
            (
                format!("{amount} terugbetaald aan {who}"),
                format!("{amount} paid back to {who}"),
            )
        }
        FactKind::Paid => {
            let amount = money(&data["amount"], lang);
            (
                format!("{amount} van {who} ontvangen, contant of per pin"),
                format!("{amount} received from {who}, in cash or by card"),
            )
        }
        FactKind::Allocated => (
            format!("Geld van {who} toegedeeld aan facturen"),
            format!("Money of {who} put to invoices"),
        ),
        FactKind::AllocationUndone => (
            "Geld van een factuur losgemaakt".to_owned(),
            "Money taken off an invoice".to_owned(),
        ),
        FactKind::Hold => {
            let until = day(&data["until"], lang);
            let number = match data["invoice"].is_null() {
                true => None,
                false => Some(invoice()?),
            };
            match number {
                None => (
                    format!("{who} rust tot en met {until}"),
                    format!("{who} rests through {until}"),
                ),
                Some(number) => (
                    format!("Factuur {number} van {who} rust tot en met {until}"),
                    format!("Invoice {number} of {who} rests through {until}"),
                ),
            }
        }
        FactKind::Dispute => {
            let number = invoice()?;
            (
                format!("{who} betwist factuur {number}"),
                format!("{who} disputes invoice {number}"),
            )
        }
        FactKind::Promise => {
            let (amount, by) = (money(&data["amount"], lang), day(&data["by"], lang));
            (
                format!("{who} zegde {amount} toe, uiterlijk {by}"),
                format!("{who} promised {amount} by {by}"),
            )
        }
        FactKind::Insolvency => {
            let kind = serde_json::from_value(data["kind"].clone()).ok();
            let kind = kind.map_or("", |kind| credit::words::insolvency(kind, lang));
            (format!("Bij {who}: {kind}"), format!("At {who}: {kind}"))
        }
        FactKind::WriteOff => {
            let (amount, number) = (money(&data["amount"], lang), invoice()?);
            (
                format!("{amount} van factuur {number} van {who} afgeboekt"),
                format!("{amount} of invoice {number} of {who} written off"),
            )
        }
        FactKind::Waiver => (
            format!("{who} kreeg rente of kosten kwijtgescholden"),
            format!("Interest or costs of {who} waived"),
        ),
        FactKind::Note => (format!("Notitie bij {who}"), format!("Note about {who}")),
        FactKind::Handover => (format!("{who} overgedragen"), format!("{who} handed over")),
        FactKind::HandoverEvent => {
            let event = serde_json::from_value(data["event"].clone()).ok();
            let what = event.map_or_else(String::new, |event| event_words(&event, lang));
            (
                format!("Dossier van {who}: {what}"),
                format!("Dossier of {who}: {what}"),
            )
        }
        FactKind::RunApproved => (
            match count_of(data) {
                0 | 1 => "Een brief goedgekeurd".to_owned(),
                count => format!("{count} brieven goedgekeurd"),
            },
            match count_of(data) {
                0 | 1 => "A letter approved".to_owned(),
                count => format!("{count} letters approved"),
            },
        ),
        FactKind::LetterHandedOver => (
            format!("Brief aan {who} is het programma uit"),
            format!("Letter to {who} is out of the program"),
        ),
        FactKind::LetterSaved => (
            format!("Brief aan {who} buiten het programma bewaard of geopend"),
            format!("Letter to {who} saved or opened outside the program"),
        ),
        FactKind::LettersWithdrawn => withdrawn(data, &who),
        FactKind::MailBegun => (
            format!("E-mail aan {who} aangeboden aan de mailserver"),
            format!("E-mail to {who} offered to the mail server"),
        ),
        FactKind::MailEnded => mail_ended(data, &who),
        FactKind::MailDrafted => (
            format!("E-mail aan {who} bewaard als concept"),
            format!("E-mail to {who} saved as a draft"),
        ),
        FactKind::MailSettled if data["state"] == "arrived" => (
            format!("Gezegd dat de e-mail aan {who} is aangekomen"),
            format!("It was said that the e-mail to {who} arrived"),
        ),
        FactKind::MailSettled => (
            format!("Gezegd dat de e-mail aan {who} opnieuw mag"),
            format!("It was said that the e-mail to {who} may go again"),
        ),
        FactKind::MailBounced => (
            format!("De e-mail aan {who} kwam terug"),
            format!("The e-mail to {who} came back"),
        ),
        FactKind::MailPosted => (
            format!("Brief aan {who} per post verstuurd, omdat de e-mail niet aankwam"),
            format!("Letter to {who} sent by post, because the e-mail did not arrive"),
        ),
        FactKind::LetterConfirmed => (
            format!("Brief aan {who} als verzonden genoteerd"),
            format!("Letter to {who} noted as sent"),
        ),
        FactKind::Undone => undone(reader, fact, lang)?,
        FactKind::Other => (
            "Iets wat deze versie niet kent".to_owned(),
            "Something that this version does not know".to_owned(),
        ),
    };
    Ok(match lang {
        Lang::Nl => nl,
        Lang::En => en,
    })
}

/// A bank line and whose money it was.
fn booked(reader: &Reader<'_>, fact: &Fact, lang: Lang) -> AppResult<(String, String)> {
    let parts = fact.data["parts"].as_array().cloned().unwrap_or_default();
    let mut names = Vec::new();
    for part in &parts {
        if let Some(id) = part["customer"].as_i64()
            && let Some(customer) = or_none(reader.customer(credit::CustomerId(id)))?
        {
            names.push(customer.name);
        }
    }
    names.dedup();
    let amounts = parts
        .iter()
        .filter_map(|part| serde_json::from_value::<Cents>(part["amount"].clone()).ok());
    let amount = credit::words::amount(amounts.sum(), lang);
    let who = credit::words::list(&names, lang);
    Ok((
        format!("{amount} van de bank geboekt bij {who}"),
        format!("{amount} from the bank booked to {who}"),
    ))
}

fn undone(reader: &Reader<'_>, fact: &Fact, lang: Lang) -> AppResult<(String, String)> {
    let target = match fact.subject {
        Some(Subject::Fact(target)) => Some(reader.fact(target)?),
        _ => None,
    };
    // An undoing is never undone itself, so this goes one deep.
    let what = match target {
        Some(target) if target.kind != FactKind::Undone => sentence(reader, &target, lang)?,
        _ => FactId(0).to_string(),
    };
    Ok((
        format!("Ongedaan gemaakt: {what}"),
        format!("Undone: {what}"),
    ))
}

/// What the mail server answered, or that it did not.
fn mail_ended(data: &Value, who: &str) -> (String, String) {
    match data["state"].as_str().unwrap_or_default() {
        "sent" => (
            format!("E-mail aan {who} verzonden"),
            format!("E-mail to {who} sent"),
        ),
        "refused" => (
            format!("E-mail aan {who} geweigerd door de mailserver"),
            format!("E-mail to {who} refused by the mail server"),
        ),
        "put_off" => (
            format!("E-mail aan {who} uitgesteld"),
            format!("E-mail to {who} put off"),
        ),
        _ => (
            format!("Niet zeker of de e-mail aan {who} is aangekomen"),
            format!("Not sure whether the e-mail to {who} arrived"),
        ),
    }
}
