//! Delimited text: exports of banks by their headers or shape, and lists of open items.

use std::collections::BTreeSet;

use crate::format::Format;
use crate::open_items::{self, Subject, normalise};
use crate::table::{self, Row};

/// What delimited text is; nothing when it is no table or of an unknown kind.
pub(super) fn of(text: &str) -> Option<Format> {
    if text
        .get(..11)
        .is_some_and(|start| start.eq_ignore_ascii_case("KNAB EXPORT"))
    {
        return Some(Format::BankCsv("knab"));
    }
    for delimiter in table::DELIMITERS {
        let head: String = text.lines().take(60).collect::<Vec<_>>().join("\n");
        let rows = table::split(&head, delimiter).rows;
        if let Some(format) = rows
            .iter()
            .take(12)
            .find_map(by_header)
            .or_else(|| by_shape(&rows))
        {
            return Some(format);
        }
    }
    match open_items::find_layout(text, None)?.subject() {
        Subject::OpenItems => Some(Format::OpenItemsCsv),
        Subject::Customers => Some(Format::CustomersCsv),
        Subject::Other => None,
    }
}

/// A bank, by the names of its columns.
fn by_header(row: &Row) -> Option<Format> {
    let names: BTreeSet<String> = row.fields.iter().map(|field| normalise(field)).collect();
    let all = |wanted: &[&str]| wanted.iter().all(|name| names.contains(*name));
    let banks: [(&[&str], &'static str); 11] = [
        (
            &[
                "datum",
                "naamomschrijving",
                "rekening",
                "tegenrekening",
                "afbij",
            ],
            "ing",
        ),
        (
            &[
                "date",
                "namedescription",
                "account",
                "counterparty",
                "debitcredit",
            ],
            "ing",
        ),
        (
            &["datum", "omschrijving", "rekening", "afbij", "bedrag"],
            "ing",
        ),
        (&["ibanbban", "munt", "volgnr", "bedrag"], "rabobank"),
        (&["ibanbban", "ccy", "seqno", "amount"], "rabobank"),
        (
            &["ibanbban", "currency", "sequenceno", "amount"],
            "rabobank",
        ),
        (
            &["tegenrekeningiban", "transactiereferentie", "productnaam"],
            "rabobank",
        ),
        (
            &[
                "rekeningnummer",
                "transactiedatum",
                "creditdebet",
                "bedrag",
                "tegenrekeningnummer",
            ],
            "knab",
        ),
        (
            &[
                "datum",
                "bedrag",
                "rekening",
                "tegenrekening",
                "naam",
                "omschrijving",
            ],
            "bunq",
        ),
        (
            &[
                "date",
                "amount",
                "account",
                "counterparty",
                "name",
                "description",
            ],
            "bunq",
        ),
        (
            &[
                "rekeningnummer",
                "muntsoort",
                "transactiedatum",
                "rentedatum",
                "beginsaldo",
                "eindsaldo",
            ],
            "abnamro",
        ),
    ];
    if let Some((_, bank)) = banks.into_iter().find(|(wanted, _)| all(wanted)) {
        return Some(Format::BankCsv(bank));
    }
    day_balances(&names).then_some(Format::DayBalances)
}

/// A date, an account and balances, but nothing that moved.
fn day_balances(names: &BTreeSet<String>) -> bool {
    let any = |wanted: &[&str]| names.iter().any(|name| wanted.contains(&name.as_str()));
    let holds = |part: &str| names.iter().any(|name| name.contains(part));
    let date = any(&[
        "datum",
        "date",
        "boekdatum",
        "saldodatum",
        "balancedate",
        "bookdate",
        "bookingdate",
    ]);
    let account = any(&[
        "rekening",
        "rekeningnummer",
        "iban",
        "account",
        "accountnumber",
        "ibanbban",
        "rekeningiban",
        "naamrekening",
    ]);
    let balance = holds("saldo") || holds("balance");
    let moved = any(&[
        "bedrag",
        "amount",
        "bedrageur",
        "amounteur",
        "afbij",
        "tegenrekening",
        "debet",
        "credit",
        "mutatie",
    ]) || [
        "factuur",
        "invoice",
        "verval",
        "due",
        "klant",
        "relatie",
        "debiteur",
        "customer",
        "omschrijving",
        "description",
    ]
    .into_iter()
    .any(holds);
    date && account && balance && !moved
}

/// A bank, by the shape of rows without headers.
fn by_shape(rows: &[Row]) -> Option<Format> {
    let filled: Vec<&Row> = rows.iter().filter(|row| !row.is_blank()).take(20).collect();
    if filled.is_empty() {
        return None;
    }
    let all = |fits: &dyn Fn(&[String]) -> bool| filled.iter().all(|row| fits(&row.fields));
    if all(&|f| f.len() == 19 && is_day_first(&f[0]) && is_account(&f[1]) && is_currency(&f[7])) {
        return Some(Format::BankCsv("asn"));
    }
    if all(&|f| {
        (8..=9).contains(&f.len())
            && is_currency(&f[1])
            && is_compact_day(&f[2])
            && is_compact_day(&f[5])
    }) {
        return Some(Format::BankCsv("abnamro"));
    }
    // Rabobank until 2018: 19 columns, quoted, with C or D.
    let old_rabobank = |f: &[String]| {
        f.len() == 19 && is_account(&f[0]) && is_currency(&f[1]) && matches!(f[3].trim(), "C" | "D")
    };
    all(&old_rabobank).then_some(Format::BankCsv("rabobank"))
}

fn is_currency(text: &str) -> bool {
    text.trim().len() == 3 && text.trim().bytes().all(|b| b.is_ascii_uppercase())
}

fn is_account(text: &str) -> bool {
    let text = text.trim();
    (8..=34).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric())
        && text.bytes().any(|b| b.is_ascii_digit())
}

fn is_compact_day(text: &str) -> bool {
    let text = text.trim();
    text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) && matches!(&text[..2], "19" | "20")
}

fn is_day_first(text: &str) -> bool {
    let bytes = text.trim().as_bytes();
    bytes.len() == 10
        && bytes[2] == b'-'
        && bytes[5] == b'-'
        && bytes[6..].iter().all(u8::is_ascii_digit)
}
