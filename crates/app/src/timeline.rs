//! Everything that happened with a customer, newest first, each with what undoes it.

use chrono::NaiveDate;
use credit::{Channel, FactId, InvoiceKind, LetterState};
use law::{Cents, Lang};
use serde::Serialize;
use store::{FactKind, Subject};
use ts_rs::TS;

use crate::agreement::{Around, Undoable, capital};
use crate::customer_detail::PaymentRow;
use crate::error::AppResult;
use crate::find;
use crate::words::{changed_fields, channels, say, step};

/// How many corrections of a customer are looked up.
const CHANGES: u32 = 200;

/// What kind of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimelineKind {
    /// An invoice was made.
    Invoice,
    /// A credit note was made.
    CreditNote,
    /// Money came in, or went back.
    Payment,
    /// A letter left, or is about to.
    Letter,
    /// An e-mail left, or is about to.
    Mail,
    /// A promise.
    Promise,
    /// A pause.
    Hold,
    /// A dispute.
    Dispute,
    /// A note.
    Note,
    /// A part of an invoice was given up.
    WriteOff,
    /// Interest or costs were given up.
    Waiver,
    /// An insolvency or debt help.
    Insolvency,
    /// Claims were handed over.
    Handover,
    /// The customer's details changed.
    Change,
}

/// One thing that happened.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TimelineEntry {
    /// The fact; what `undo` takes.
    pub id: String,
    /// When.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// What kind.
    pub kind: TimelineKind,
    /// In words.
    pub title: String,
    /// More of it.
    pub detail: Option<String>,
    /// How much.
    #[ts(type = "Money | null")]
    pub amount: Option<Cents>,
    /// What it is about: `P-3`, `B-17`, an invoice's id.
    #[serde(rename = "ref")]
    #[ts(rename = "ref")]
    pub about: Option<String>,
    /// Whether it can be undone now.
    pub undo: bool,
}

/// What a timeline is made from.
pub(crate) struct Past<'a> {
    pub(crate) around: &'a Around<'a>,
    pub(crate) payments: &'a [PaymentRow],
}

/// A thing that happened, before its place in the order is known.
struct Event {
    fact: FactId,
    date: NaiveDate,
    kind: TimelineKind,
    title: String,
    detail: Option<String>,
    amount: Option<Cents>,
    about: Option<String>,
    /// Whether undoing its fact would undo this and nothing of others.
    own_fact: bool,
}

/// Everything that happened, newest first.
///
/// # Errors
/// What reading gives.
pub(crate) fn timeline(
    past: &Past<'_>,
    undoable: &mut Undoable<'_>,
) -> AppResult<Vec<TimelineEntry>> {
    let mut events = Vec::new();
    made(past, &mut events)?;
    told(past, &mut events)?;
    changes(past, &mut events)?;
    events.sort_by_key(|event| std::cmp::Reverse((event.date, event.fact)));
    events
        .into_iter()
        .map(|event| {
            Ok(TimelineEntry {
                id: event.fact.to_string(),
                date: event.date,
                kind: event.kind,
                title: event.title,
                detail: event.detail,
                amount: event.amount,
                about: event.about,
                undo: event.own_fact && undoable.can(event.fact)?,
            })
        })
        .collect()
}

/// Invoices, payments, letters: their facts are looked up, for they may have come with others.
fn made(past: &Past<'_>, events: &mut Vec<Event>) -> AppResult<()> {
    let Around {
        account,
        reader,
        lang,
        ..
    } = *past.around;
    let day = |date| credit::words::date(date, lang);
    let made_by = reader.made_by(account.customer.id)?;
    for invoice in &account.invoices {
        let Some(fact) = made_by.invoices.get(&invoice.id).copied() else {
            continue;
        };
        let (kind, nl, en) = match invoice.kind {
            InvoiceKind::Invoice => (TimelineKind::Invoice, "Factuur", "Invoice"),
            InvoiceKind::CreditNote => (TimelineKind::CreditNote, "Creditnota", "Credit note"),
        };
        events.push(Event {
            fact,
            date: invoice.date,
            kind,
            title: format!("{} {}", say(lang, nl, en), invoice.number),
            detail: invoice.due.map(|due| {
                let due = day(due);
                say(
                    lang,
                    &format!("Te betalen uiterlijk {due}"),
                    &format!("Due by {due}"),
                )
            }),
            amount: Some(invoice.amount),
            about: Some(find::invoice_id(invoice.id)),
            own_fact: reader.fact(fact)?.kind == FactKind::InvoiceAdded,
        });
    }
    for payment in &account.payments {
        let Some(fact) = made_by.payments.get(&payment.id).copied() else {
            continue;
        };
        let id = payment.id.to_string();
        let row = past.payments.iter().find(|row| row.id == id);
        let (nl, en) = if payment.amount.is_negative() {
            ("Teruggegaan", "Went back")
        } else {
            ("Betaling", "Payment")
        };
        let numbers: Vec<String> = row
            .into_iter()
            .flat_map(|row| &row.parts)
            .map(|part| part.invoice.clone())
            .collect();
        let mut detail: Vec<String> = Vec::new();
        if !numbers.is_empty() {
            let list = credit::words::list(&numbers, lang);
            detail.push(say(lang, &format!("Bij {list}"), &format!("Put to {list}")));
        }
        if !payment.unallocated().is_zero() {
            let rest = credit::words::amount(payment.unallocated(), lang);
            detail.push(say(
                lang,
                &format!("{rest} nog niet toegedeeld"),
                &format!("{rest} not put to an invoice yet"),
            ));
        }
        detail.extend(row.and_then(|row| row.text.clone()));
        events.push(Event {
            fact,
            date: payment.date,
            kind: TimelineKind::Payment,
            title: say(lang, nl, en),
            detail: (!detail.is_empty()).then(|| detail.join(" · ")),
            amount: Some(payment.amount),
            about: Some(id),
            own_fact: true,
        });
    }
    let taken_back = reader.withdrawn_letters_of(account.customer.id)?;
    for letter in account.letters.iter().chain(&taken_back) {
        let Some(fact) = made_by.letters.get(&letter.id).copied() else {
            continue;
        };
        let by_mail = !letter.channels.contains(&Channel::Letter);
        let how = channels(&letter.channels, lang);
        let state = match letter.state {
            // It had a day of leaving and counts as not out: its mail came back.
            LetterState::Approved if letter.left_on.is_some() => say(
                lang,
                "teruggekomen, niet ontvangen",
                "came back, not received",
            ),
            LetterState::Approved => say(
                lang,
                "goedgekeurd, nog niet de deur uit",
                "approved, not out yet",
            ),
            LetterState::HandedOver => say(lang, "nog niet bevestigd", "not confirmed yet"),
            LetterState::Confirmed => say(lang, "verzonden", "sent"),
            LetterState::Withdrawn => withdrawn(reader, letter.id, lang)?,
        };
        events.push(Event {
            fact,
            date: letter.left(),
            kind: if by_mail {
                TimelineKind::Mail
            } else {
                TimelineKind::Letter
            },
            title: capital(&step(letter.step, lang)),
            detail: Some(format!(
                "{}, {state}",
                say(lang, &format!("Per {how}"), &format!("By {how}"))
            )),
            amount: Some(letter.claim.total),
            about: Some(letter.id.to_string()),
            own_fact: false,
        });
    }
    Ok(())
}

/// That a letter was taken back, when, and why.
fn withdrawn(reader: store::Reader<'_>, letter: credit::LetterId, lang: Lang) -> AppResult<String> {
    let Some(told) = reader.withdrawal(letter)? else {
        return Ok(String::new());
    };
    let date = credit::words::date(told.day, lang);
    let words = say(
        lang,
        &format!("teruggenomen op {date}"),
        &format!("taken back on {date}"),
    );
    Ok(match told.reason.as_str() {
        "" => words,
        reason => format!("{words}: {reason}"),
    })
}

/// What the user told.
fn told(past: &Past<'_>, events: &mut Vec<Event>) -> AppResult<()> {
    let Around {
        account,
        reader,
        lang,
        number,
        ..
    } = *past.around;
    let euro = |amount| credit::words::amount(amount, lang);
    let day = |date| credit::words::date(date, lang);
    let mut tell = |fact, date, kind, title: String, detail, amount, about| {
        events.push(Event {
            fact,
            date,
            kind,
            title,
            detail,
            amount,
            about,
            own_fact: true,
        });
    };
    let about = |invoice| Some(find::invoice_id(invoice));
    for promise in &account.promises {
        let by = day(promise.by);
        let title = say(
            lang,
            &format!("Toezegging: betaalt uiterlijk {by}"),
            &format!("Promise: pays by {by}"),
        );
        let amount = Some(promise.amount);
        tell(
            promise.fact,
            promise.date,
            TimelineKind::Promise,
            title,
            None,
            amount,
            None,
        );
    }
    for hold in &account.holds {
        let until = day(hold.until);
        let what = match hold.invoice {
            Some(id) => say(
                lang,
                &format!("Factuur {} rust", number(id)),
                &format!("Invoice {} rests", number(id)),
            ),
            None => say(lang, "Pauze", "Pause"),
        };
        let title = say(
            lang,
            &format!("{what} tot en met {until}"),
            &format!("{what} through {until}"),
        );
        let told_on = reader.fact(hold.fact)?.day;
        let why = Some(hold.reason.clone());
        tell(
            hold.fact,
            told_on,
            TimelineKind::Hold,
            title,
            why,
            None,
            hold.invoice.and_then(about),
        );
    }
    for dispute in &account.disputes {
        let number = number(dispute.invoice);
        let title = say(
            lang,
            &format!("Betwist factuur {number}"),
            &format!("Disputes invoice {number}"),
        );
        let why = Some(dispute.reason.clone());
        tell(
            dispute.fact,
            dispute.date,
            TimelineKind::Dispute,
            title,
            why,
            dispute.amount,
            about(dispute.invoice),
        );
    }
    for insolvency in &account.insolvencies {
        let title = capital(credit::words::insolvency(insolvency.kind, lang));
        tell(
            insolvency.fact,
            insolvency.date,
            TimelineKind::Insolvency,
            title,
            None,
            None,
            None,
        );
    }
    for write_off in &account.write_offs {
        let number = number(write_off.invoice);
        let title = say(
            lang,
            &format!("Afgeboekt van factuur {number}"),
            &format!("Written off invoice {number}"),
        );
        let why = Some(write_off.reason.clone());
        tell(
            write_off.fact,
            write_off.date,
            TimelineKind::WriteOff,
            title,
            why,
            Some(write_off.amount),
            about(write_off.invoice),
        );
    }
    for waiver in &account.waivers {
        let (interest, costs) = (euro(waiver.interest), euro(waiver.costs));
        let title = say(
            lang,
            &format!("Kwijtgescholden: rente {interest}, kosten {costs}"),
            &format!("Waived: interest {interest}, costs {costs}"),
        );
        let amount = Some(waiver.interest + waiver.costs);
        let why = Some(waiver.reason.clone());
        tell(
            waiver.fact,
            waiver.date,
            TimelineKind::Waiver,
            title,
            why,
            amount,
            None,
        );
    }
    for note in &account.notes {
        let title = say(lang, "Notitie", "Note");
        tell(
            note.fact,
            note.date,
            TimelineKind::Note,
            title,
            Some(note.text.clone()),
            None,
            None,
        );
    }
    for handover in &account.handovers {
        let title = say(lang, "Overgedragen", "Handed over");
        let amount = Some(handover.claim.total);
        let file = Some(handover.file.clone());
        tell(
            handover.fact,
            handover.date,
            TimelineKind::Handover,
            title,
            file,
            amount,
            None,
        );
        for event in &handover.events {
            let title = crate::handover::event_words(event, lang);
            let kind = TimelineKind::Handover;
            tell(
                event.fact,
                event.date,
                kind,
                title,
                None,
                event.amount,
                None,
            );
        }
    }
    Ok(())
}

/// Corrections of the customer, merges, a plan of its own.
fn changes(past: &Past<'_>, events: &mut Vec<Event>) -> AppResult<()> {
    let Around {
        account,
        reader,
        lang,
        ..
    } = *past.around;
    let about = Subject::Customer(account.customer.id);
    for fact in reader.facts_about(about, CHANGES)? {
        if fact.undone_by.is_some() {
            continue;
        }
        let (title, detail) = match fact.kind {
            FactKind::CustomerChanged => (
                say(lang, "Gegevens gewijzigd", "Details changed"),
                Some(changed_fields(&fact.data, lang)).filter(|fields| !fields.is_empty()),
            ),
            FactKind::CustomersMerged => (
                say(
                    lang,
                    "Samengevoegd met een andere klant",
                    "Merged with another customer",
                ),
                None,
            ),
            FactKind::PlanPut if fact.data["plan"].is_null() => (
                say(
                    lang,
                    "Volgt weer het gewone plan",
                    "Follows the usual plan again",
                ),
                None,
            ),
            FactKind::PlanPut => (
                say(lang, "Kreeg een eigen plan", "Got a plan of its own"),
                None,
            ),
            _ => continue,
        };
        events.push(Event {
            fact: fact.id,
            date: fact.day,
            kind: TimelineKind::Change,
            title,
            detail,
            amount: None,
            about: None,
            own_fact: true,
        });
    }
    Ok(())
}
