//! The words of a sum: what counts, what does not, and what is to be known of each part.

use chrono::NaiveDate;
use credit::{Bucket, ExpectedIn, ExpectedPlace, Gate, InvoiceKind, Proposal};
use law::{Cents, Lang};

use super::{Rule, SumBy};
use crate::picture::{InvoiceFilter, InvoicePicture};
use crate::words::{day, say};

/// What counts.
pub(super) fn rule(rule: Rule, by: SumBy, lang: Lang) -> String {
    let (nl, en) = match rule {
        Rule::Open => (
            "Open is wat van elke factuur over is na wat is betaald, gecrediteerd en afgeboekt. Creditnota’s tellen eraf. Rente en kosten horen er niet bij.",
            "Open is what is left of each invoice after what was paid, credited and written off. Credit notes are taken off. Interest and costs are not in it.",
        ),
        Rule::Late => (
            "Te laat is wat nog open is vanaf de dag na de uiterste betaaldag. Creditnota’s die dan ook verstreken zijn, tellen eraf.",
            "Late is what is still open from the day after the last day of payment. Credit notes that are past it too are taken off.",
        ),
        Rule::Bucket(Bucket::NotDue) => (
            "Niet vervallen: de uiterste betaaldag is vandaag of later, of er is er geen.",
            "Not due: the last day of payment is today or later, or there is none.",
        ),
        Rule::Bucket(Bucket::To30) => (
            "Wat 1 tot en met 30 dagen te laat is. Dag 1 is de dag na de uiterste betaaldag.",
            "What is 1 through 30 days late. Day 1 is the day after the last day of payment.",
        ),
        Rule::Bucket(Bucket::To60) => (
            "Wat 31 tot en met 60 dagen te laat is. Dag 1 is de dag na de uiterste betaaldag.",
            "What is 31 through 60 days late. Day 1 is the day after the last day of payment.",
        ),
        Rule::Bucket(Bucket::To90) => (
            "Wat 61 tot en met 90 dagen te laat is. Dag 1 is de dag na de uiterste betaaldag.",
            "What is 61 through 90 days late. Day 1 is the day after the last day of payment.",
        ),
        Rule::Bucket(Bucket::Over90) => (
            "Wat meer dan 90 dagen te laat is. Dag 1 is de dag na de uiterste betaaldag.",
            "What is more than 90 days late. Day 1 is the day after the last day of payment.",
        ),
        Rule::Moving => (
            "Wat de brieven vragen die vandaag weg kunnen of eerst een besluit vragen. Brieven die zijn tegengehouden tellen niet mee.",
            "What the letters ask that can go today or first ask a decision. Letters that are held back do not count.",
        ),
        Rule::Expected(ExpectedIn::Week(from)) => return week(from, lang),
        Rule::Expected(ExpectedIn::Past) => (
            "Dit werd vóór vandaag verwacht en is er nog niet. Een nieuwe dag wordt er niet voor geraden.",
            "This was expected before today and is not in yet. No new day is guessed for it.",
        ),
        Rule::Expected(ExpectedIn::Later) => (
            "Dit wordt na de acht getoonde weken verwacht: uiterste betaaldag plus de dagen die de klant gewoonlijk later of eerder betaalt.",
            "This is expected after the eight weeks shown: last day of payment plus the days that the customer usually pays later or earlier.",
        ),
        Rule::Expected(ExpectedIn::Unknown) => (
            "Hiervoor wordt geen dag geraden: betwist, in pauze, overgedragen, insolvent of zonder uiterste betaaldag.",
            "No day is guessed for this: disputed, paused, handed over, insolvent or without a last day of payment.",
        ),
        Rule::Unallocated if by == SumBy::Customer => (
            "Geld van klanten dat bij geen factuur hoort.",
            "Money of customers that is put to no invoice.",
        ),
        Rule::Unallocated => (
            "Geld van deze klant dat bij geen factuur hoort.",
            "Money of this customer that is put to no invoice.",
        ),
    };
    say(lang, nl, en)
}

fn week(from: NaiveDate, lang: Lang) -> String {
    let through = from.checked_add_days(chrono::Days::new(6)).unwrap_or(from);
    let (from, through) = (day(from, lang), day(through, lang));
    say(
        lang,
        &format!(
            "Verwacht van {from} tot en met {through}: uiterste betaaldag plus de dagen die de klant gewoonlijk later of eerder betaalt."
        ),
        &format!(
            "Expected from {from} through {through}: last day of payment plus the days that the customer usually pays later or earlier."
        ),
    )
}

/// What one might think is in it.
pub(super) fn notes(rule: Rule, one: bool, unallocated: Cents, lang: Lang) -> Vec<String> {
    let stands_apart = match rule {
        Rule::Open | Rule::Late => !one && unallocated.is_positive(),
        Rule::Bucket(_) | Rule::Moving | Rule::Expected(_) | Rule::Unallocated => false,
    };
    if !stands_apart {
        return Vec::new();
    }
    let amount = credit::words::amount(unallocated, lang);
    vec![say(
        lang,
        &format!(
            "Er is {amount} ontvangen dat nog bij geen factuur hoort; dat is hier niet afgetrokken."
        ),
        &format!("{amount} was received that is put to no invoice yet; it is not taken off here."),
    )]
}

/// When an invoice was made, and by when it had to be paid.
pub(super) fn invoice(invoice: &InvoicePicture, today: NaiveDate, lang: Lang) -> String {
    let made = day(invoice.date, lang);
    if invoice.kind == InvoiceKind::CreditNote {
        return say(
            lang,
            &format!("Creditnota van {made}."),
            &format!("Credit note of {made}."),
        );
    }
    let Some(due) = invoice.due else {
        return say(
            lang,
            &format!("Van {made}, zonder uiterste betaaldag."),
            &format!("Of {made}, without a last day of payment."),
        );
    };
    let late = (today - due).num_days();
    let due = day(due, lang);
    let after = match late {
        1.. if invoice.open.is_positive() => {
            let days = credit::words::days(late, lang);
            say(
                lang,
                &format!(", {days} te laat"),
                &format!(", {days} late"),
            )
        }
        _ => String::new(),
    };
    say(
        lang,
        &format!("Van {made}, uiterste betaaldag {due}{after}."),
        &format!("Of {made}, last day of payment {due}{after}."),
    )
}

/// When an invoice is expected, and why then.
pub(super) fn expected(
    invoice: &InvoicePicture,
    place: &ExpectedPlace,
    within: ExpectedIn,
    lang: Lang,
) -> String {
    let (Some(on), Some(due), false) = (place.day, invoice.due, within == ExpectedIn::Unknown)
    else {
        return no_day(invoice, lang);
    };
    let (on, due) = (day(on, lang), day(due, lang));
    let late = credit::words::days(place.late.abs(), lang);
    let (nl, en) = match place.late {
        0 => (String::new(), String::new()),
        1.. => (
            format!(", gewoonlijk {late} later"),
            format!(", usually {late} later"),
        ),
        _ => (
            format!(", gewoonlijk {late} eerder"),
            format!(", usually {late} earlier"),
        ),
    };
    say(
        lang,
        &format!("Uiterste betaaldag {due}{nl}: verwacht op {on}."),
        &format!("Last day of payment {due}{en}: expected on {on}."),
    )
}

fn no_day(invoice: &InvoicePicture, lang: Lang) -> String {
    let (nl, en) = if invoice.is(InvoiceFilter::HandedOver) {
        ("Overgedragen.", "Handed over.")
    } else if invoice.is(InvoiceFilter::Held) {
        ("In pauze.", "Paused.")
    } else if invoice.due.is_none() {
        (
            "Zonder uiterste betaaldag.",
            "Without a last day of payment.",
        )
    } else if invoice.is(InvoiceFilter::Disputed) {
        ("Betwist.", "Disputed.")
    } else {
        ("De klant is insolvent.", "The customer is insolvent.")
    };
    say(lang, nl, en)
}

/// What a letter is.
pub(super) fn letter(letter: &Proposal, lang: Lang) -> String {
    let name = letter.step.map_or_else(
        || say(lang, "brief", "letter"),
        |step| crate::words::step(step, lang),
    );
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Over how many invoices a letter goes, and whether it may.
pub(super) fn about(letter: &Proposal, lang: Lang) -> String {
    let many = letter.lines.len();
    let over = match (lang, many) {
        (Lang::Nl, 1) => "Over 1 factuur".to_owned(),
        (Lang::Nl, _) => format!("Over {many} facturen"),
        (Lang::En, 1) => "About 1 invoice".to_owned(),
        (Lang::En, _) => format!("About {many} invoices"),
    };
    let gate = match letter.gate {
        Gate::Green => say(lang, "kan weg", "can go"),
        Gate::Amber => say(lang, "vraagt een besluit", "asks a decision"),
        Gate::Red => say(lang, "wordt tegengehouden", "is held back"),
    };
    format!("{over}; {gate}.")
}
