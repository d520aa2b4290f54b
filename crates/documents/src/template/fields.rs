//! The fields and blocks a template may name, with what they become.

use serde::Serialize;

use crate::LetterKind;
use LetterKind::{FinalDemand, FinalReminder, Notice14Days, Reminder, Statement};

/// A field or block that a template may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Field {
    /// The name as written between `{{` and `}}`.
    pub name: &'static str,
    /// What it becomes, in Dutch.
    pub nl: &'static str,
    /// What it becomes, in English.
    pub en: &'static str,
    /// Whether it is a block (a table, the payment details, locked words) that must stand alone in
    /// its paragraph.
    pub block: bool,
    /// Whether the template is refused without it.
    pub required: bool,
}

/// A field with the kinds of letter that know it and those that need it.
struct Entry {
    field: Field,
    known: &'static [LetterKind],
    needed: &'static [LetterKind],
}

const fn field(
    name: &'static str,
    nl: &'static str,
    en: &'static str,
    known: &'static [LetterKind],
) -> Entry {
    Entry {
        field: Field {
            name,
            nl,
            en,
            block: false,
            required: false,
        },
        known,
        needed: &[],
    }
}

const fn block(
    name: &'static str,
    nl: &'static str,
    en: &'static str,
    known: &'static [LetterKind],
    needed: &'static [LetterKind],
) -> Entry {
    Entry {
        field: Field {
            name,
            nl,
            en,
            block: true,
            required: false,
        },
        known,
        needed,
    }
}

const ALL: &[LetterKind] = &LetterKind::ALL;
const ASKING: &[LetterKind] = &[Reminder, FinalReminder, Notice14Days, FinalDemand];
/// Letters in which other dates and terms may stand.
const FREE: &[LetterKind] = &[Reminder, FinalReminder, FinalDemand, Statement];
const LOCKED: &[LetterKind] = &[FinalReminder, Notice14Days, FinalDemand];

const ENTRIES: &[Entry] = &[
    field(
        "salutation",
        "aanhef, met komma",
        "opening words, with their comma",
        ALL,
    ),
    field(
        "customer_name",
        "naam van de klant",
        "name of the customer",
        ALL,
    ),
    field(
        "customer_number",
        "klantnummer, of leeg",
        "customer number, or empty",
        ALL,
    ),
    field(
        "reference",
        "kenmerk van de brief",
        "reference of the letter",
        ALL,
    ),
    field(
        "payment_reference",
        "betalingskenmerk",
        "payment reference",
        ALL,
    ),
    field("amount", "het te betalen bedrag", "the amount to pay", ALL),
    field(
        "invoice_count",
        "aantal facturen",
        "number of invoices",
        ALL,
    ),
    field(
        "one_invoice",
        "waar bij precies één factuur; voor gebruik in if",
        "true for exactly one invoice; for use in if",
        ALL,
    ),
    field(
        "sender_name",
        "naam van de afzender",
        "name of the sender",
        ALL,
    ),
    field(
        "sender_phone",
        "telefoonnummer van de afzender, of leeg",
        "telephone number of the sender, or empty",
        ALL,
    ),
    field(
        "sender_email",
        "e-mailadres van de afzender, of leeg",
        "e-mail address of the sender, or empty",
        ALL,
    ),
    field(
        "creditor_name",
        "naam van de schuldeiser",
        "name of the creditor",
        ALL,
    ),
    field(
        "signatory",
        "naam van wie ondertekent",
        "name of who signs",
        ALL,
    ),
    field("date", "datum van de brief", "date of the letter", FREE),
    field(
        "earlier_letters",
        "data van eerdere brieven, of leeg",
        "dates of earlier letters, or empty",
        FREE,
    ),
    field(
        "term_days",
        "aantal dagen om te betalen, of leeg",
        "number of days to pay in, or empty",
        FREE,
    ),
    field("principal", "hoofdsom", "principal", &[FinalDemand]),
    field(
        "interest",
        "rente tot en met de datum van de brief",
        "interest through the date of the letter",
        &[FinalDemand],
    ),
    field(
        "costs",
        "incassokosten, met btw als die geldt",
        "collection costs, with VAT where it applies",
        &[FinalDemand],
    ),
    field(
        "interest_per_day",
        "rente per verdere dag",
        "interest for each further day",
        &[FinalDemand],
    ),
    block(
        "invoices_table",
        "tabel van facturen",
        "table of invoices",
        ALL,
        ALL,
    ),
    block(
        "payment_block",
        "betaalgegevens met QR-code",
        "payment details with QR code",
        ALL,
        ASKING,
    ),
    block(
        "claim_table",
        "de vordering: hoofdsom, rente, kosten",
        "the claim: principal, interest, costs",
        &[FinalDemand],
        &[FinalDemand],
    ),
    block(
        "legal_notice",
        "vaste tekst die de wet vraagt",
        "fixed words that the law asks for",
        LOCKED,
        LOCKED,
    ),
    block(
        "closing",
        "groet en ondertekening",
        "greeting and signature",
        ALL,
        &[],
    ),
];

/// The fields and blocks a template of this kind may name.
pub fn fields(kind: LetterKind) -> Vec<Field> {
    let known = ENTRIES.iter().filter(|entry| entry.known.contains(&kind));
    known
        .map(|entry| Field {
            required: entry.needed.contains(&kind),
            ..entry.field
        })
        .collect()
}
