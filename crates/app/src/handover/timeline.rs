//! Everything that happened with a customer, in the order of the days.

use chrono::NaiveDate;
use exchange::{Cell, csv_out};

use super::Dossier;
use crate::words::{channels, say, step};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) date: NaiveDate,
    pub(crate) text: String,
}

/// Every event, oldest first.
pub(crate) fn events(dossier: &Dossier<'_>) -> Vec<Event> {
    let account = dossier.account;
    let lang = dossier.lang;
    let money = |amount| credit::words::amount(amount, lang);
    let day = |date| credit::words::date(date, lang);
    let mut events = Vec::new();
    let mut tell = |date, nl: String, en: String| {
        events.push(Event {
            date,
            text: say(lang, &nl, &en),
        });
    };
    let claimed = |id| {
        dossier
            .claim
            .invoices
            .iter()
            .any(|claimed| claimed.invoice == id)
    };
    for invoice in account
        .invoices
        .iter()
        .filter(|invoice| claimed(invoice.id))
    {
        tell(
            invoice.date,
            format!("Factuur {} van {}", invoice.number, money(invoice.amount)),
            format!("Invoice {} of {}", invoice.number, money(invoice.amount)),
        );
        if let Some(due) = invoice.due {
            tell(
                due,
                format!("Uiterste betaaldag van factuur {}", invoice.number),
                format!("Last day of payment of invoice {}", invoice.number),
            );
        }
    }
    // What paid other invoices, long ago, is no part of this claim.
    let concerns = |payment: &credit::Payment| {
        !payment.unallocated().is_zero()
            || payment.allocations.iter().any(|part| claimed(part.invoice))
    };
    for payment in account.payments.iter().filter(|payment| concerns(payment)) {
        tell(
            payment.date,
            format!("Ontvangen: {}", money(payment.amount)),
            format!("Received: {}", money(payment.amount)),
        );
    }
    for letter in &account.letters {
        let what = step(letter.step, lang);
        let how = channels(&letter.channels, lang);
        tell(
            letter.left(),
            format!(
                "Verzonden: {what} ({how}), gevraagd {}",
                money(letter.claim.total)
            ),
            format!("Sent: {what} ({how}), asking {}", money(letter.claim.total)),
        );
    }
    for promise in &account.promises {
        tell(
            promise.date,
            format!(
                "Toezegging: {} uiterlijk {}",
                money(promise.amount),
                day(promise.by)
            ),
            format!("Promise: {} by {}", money(promise.amount), day(promise.by)),
        );
    }
    for dispute in &account.disputes {
        tell(
            dispute.date,
            format!("Betwisting: {}", dispute.reason),
            format!("Dispute: {}", dispute.reason),
        );
    }
    for insolvency in &account.insolvencies {
        let kind = credit::words::insolvency(insolvency.kind, lang);
        tell(insolvency.date, kind.to_string(), kind.to_string());
    }
    for note in &account.notes {
        tell(
            note.date,
            format!("Notitie: {}", note.text),
            format!("Note: {}", note.text),
        );
    }
    for waiver in &account.waivers {
        let (interest, costs) = (money(waiver.interest), money(waiver.costs));
        tell(
            waiver.date,
            format!("Kwijtgescholden: rente {interest}, kosten {costs}"),
            format!("Waived: interest {interest}, costs {costs}"),
        );
    }
    events.sort_by_key(|event| event.date);
    events
}

/// The events as a table.
pub(crate) fn csv_of(dossier: &Dossier<'_>) -> Vec<u8> {
    let mut rows = Vec::new();
    for event in events(dossier) {
        rows.push(vec![Cell::from(Some(event.date)), Cell::from(event.text)]);
    }
    csv_out(&["datum", "gebeurtenis"], &rows)
}
