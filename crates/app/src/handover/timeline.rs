//! Everything that happened with a customer, in the order of the days.

use chrono::NaiveDate;
use credit::{HandoverEvent, HandoverEventKind, LetterState, PartyKind};
use exchange::{Cell, csv_out};
use law::Lang;

use super::Dossier;
use crate::words::{channels, say, step};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) date: NaiveDate,
    pub(crate) text: String,
    /// The fact of what came back of a handover.
    pub(crate) fact: Option<credit::FactId>,
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
            fact: None,
        });
    };
    for invoice in account
        .invoices
        .iter()
        .filter(|invoice| dossier.claims(invoice.id))
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
    for payment in dossier.payments() {
        tell(
            payment.date,
            format!("Ontvangen: {}", money(payment.amount)),
            format!("Received: {}", money(payment.amount)),
        );
    }
    for letter in dossier.letters() {
        let what = step(letter.step, lang);
        let how = channels(&letter.channels, lang);
        // What never left, or came back, must not read as if it had been received.
        let (nl, en) = match letter.state {
            LetterState::Approved | LetterState::Withdrawn => (
                "Opgemaakt, niet vertrokken of teruggekomen",
                "Made, not sent or returned",
            ),
            LetterState::HandedOver | LetterState::Confirmed => ("Verzonden", "Sent"),
        };
        tell(
            letter.left(),
            format!(
                "{nl}: {what} ({how}), gevraagd {}",
                money(letter.claim.total)
            ),
            format!("{en}: {what} ({how}), asking {}", money(letter.claim.total)),
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
    for dispute in dossier.disputes() {
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
    for handover in dossier.handovers() {
        let (nl, en) = handover_words(handover);
        tell(handover.date, nl, en);
    }
    for event in dossier.handovers().flat_map(|handover| &handover.events) {
        events.push(Event {
            date: event.date,
            text: event_words(event, lang),
            fact: Some(event.fact),
        });
    }
    events.sort_by_key(|event| event.date);
    events
}

fn handover_words(handover: &credit::Handover) -> (String, String) {
    let (nl, en) = (
        credit::words::amount(handover.claim.total, law::Lang::Nl),
        credit::words::amount(handover.claim.total, law::Lang::En),
    );
    (
        format!("Overgedragen: vordering van {nl}"),
        format!("Handed over: claim of {en}"),
    )
}

/// What a bailiff, agency or lawyer is called.
pub(crate) fn party(kind: PartyKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (PartyKind::Bailiff, Lang::Nl) => "gerechtsdeurwaarder",
        (PartyKind::Agency, Lang::Nl) => "incassobureau",
        (PartyKind::Lawyer, Lang::Nl) => "advocaat",
        (PartyKind::Bailiff, Lang::En) => "bailiff",
        (PartyKind::Agency, Lang::En) => "collection agency",
        (PartyKind::Lawyer, Lang::En) => "lawyer",
    }
}

/// What happened after a handover, with its amount, in words.
pub(crate) fn event_words(event: &HandoverEvent, lang: Lang) -> String {
    use HandoverEventKind as Kind;
    let to = event.to.as_ref().map(|to| {
        let reference = to
            .reference
            .as_ref()
            .map(|reference| {
                say(
                    lang,
                    &format!(", kenmerk {reference}"),
                    &format!(", reference {reference}"),
                )
            })
            .unwrap_or_default();
        format!("{} ({}{reference})", to.name, party(to.kind, lang))
    });
    let what = match (event.kind, lang) {
        (Kind::GivenTo, Lang::Nl) => "Dossier ligt bij",
        (Kind::PaidToThem, Lang::Nl) => "Klant betaalde daar",
        (Kind::Costs, Lang::Nl) => "Kosten in rekening gebracht",
        (Kind::Settlement, Lang::Nl) => "Schikking",
        (Kind::Withdrawn, Lang::Nl) => "Teruggenomen",
        (Kind::Uncollectable, Lang::Nl) => "Oninbaar verklaard",
        (Kind::Judgment, Lang::Nl) => "Vonnis",
        (Kind::Note, Lang::Nl) => "Bericht over het dossier",
        (Kind::GivenTo, Lang::En) => "Dossier is with",
        (Kind::PaidToThem, Lang::En) => "Customer paid them",
        (Kind::Costs, Lang::En) => "Costs charged",
        (Kind::Settlement, Lang::En) => "Settlement",
        (Kind::Withdrawn, Lang::En) => "Taken back",
        (Kind::Uncollectable, Lang::En) => "Declared uncollectable",
        (Kind::Judgment, Lang::En) => "Judgment",
        (Kind::Note, Lang::En) => "Message about the dossier",
    };
    let mut words = what.to_string();
    if let Some(to) = to {
        words = format!("{words} {to}");
    }
    if let Some(amount) = event.amount {
        words = format!("{words}: {}", credit::words::amount(amount, lang));
    }
    if !event.text.is_empty() {
        let joint = if event.amount.is_some() { ". " } else { ": " };
        words = format!("{words}{joint}{}", event.text);
    }
    words
}

/// The same on screen: an amount is not torn from its sign.
pub(crate) fn on_screen(words: &str) -> String {
    words.replace("€ ", "€\u{a0}")
}

/// The events as a table.
pub(crate) fn csv_of(dossier: &Dossier<'_>) -> Vec<u8> {
    let mut rows = Vec::new();
    for event in events(dossier) {
        rows.push(vec![Cell::from(Some(event.date)), Cell::from(event.text)]);
    }
    csv_out(&["datum", "gebeurtenis"], &rows)
}
