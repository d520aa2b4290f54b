//! The table of invoices; rows without costs stand apart, under a sentence that says so.

use law::{Cents, Lang};

use super::format::{money, number, pick, short_date};
use super::rules::open;
use crate::page::{Column, Row, Table};
use crate::text::{Span, Style};
use crate::{InvoiceKind, InvoiceRow, Letter, LetterKind};

/// A table with the sentence above it.
pub(crate) struct Group {
    pub(crate) lead: Option<&'static str>,
    pub(crate) table: Table,
}

/// The letter's invoices as tables.
pub(crate) fn groups(letter: &Letter, style: Style) -> Vec<Group> {
    rows(letter)
        .into_iter()
        .map(|(lead, rows)| Group {
            lead,
            table: table(letter, &rows, style),
        })
        .collect()
}

/// The letter's rows, all together, or in two groups when only some bear costs in this letter.
pub(crate) fn rows(letter: &Letter) -> Vec<(Option<&'static str>, Vec<&InvoiceRow>)> {
    let splits = matches!(
        letter.kind,
        LetterKind::Notice14Days | LetterKind::FinalDemand
    );
    let (with, without): (Vec<&InvoiceRow>, Vec<&InvoiceRow>) = letter
        .invoices
        .iter()
        .partition(|row| !splits || row.bears_costs);
    if with.is_empty() || without.is_empty() {
        return vec![(None, letter.invoices.iter().collect())];
    }
    let lead = match letter.lang {
        Lang::Nl => "Ook het volgende staat open. Deze facturen staan in deze brief zonder kosten.",
        Lang::En => {
            "The following is open as well. These invoices stand in this letter without costs."
        }
    };
    vec![(None, with), (Some(lead), without)]
}

fn table(letter: &Letter, rows: &[&InvoiceRow], style: Style) -> Table {
    let lang = letter.lang;
    let titles = match lang {
        Lang::Nl => [
            "Factuur",
            "Datum",
            "Vervallen op",
            "Bedrag",
            "Betaald",
            "Nog te betalen",
        ],
        Lang::En => ["Invoice", "Date", "Due", "Amount", "Paid", "Remaining"],
    };
    let columns = titles.iter().enumerate().map(|(i, title)| {
        if i < 3 {
            Column::left(*title)
        } else {
            Column::right(*title)
        }
    });
    let label = match letter.kind {
        LetterKind::Statement => pick(lang, "Saldo", "Balance"),
        _ => pick(lang, "Totaal", "Total"),
    };
    let sum = open(rows.iter().copied());
    let mut total = vec![Vec::new(); 6];
    total[0] = vec![Span::bold(label)];
    total[5] = vec![Span::bold(money(sum, lang))];
    Table {
        columns: columns.collect(),
        rows: rows.iter().map(|row| cells(row, lang)).collect(),
        total: Some(Row {
            cells: total,
            note: None,
        }),
        style,
        headed: true,
    }
}

fn cells(row: &InvoiceRow, lang: Lang) -> Row {
    let word = match row.kind {
        InvoiceKind::Invoice => "",
        InvoiceKind::CreditNote => pick(lang, "Creditnota ", "Credit note "),
        InvoiceKind::Payment => pick(lang, "Betaling ", "Payment "),
    };
    let date = |day: Option<chrono::NaiveDate>| {
        day.map_or_else(|| "–".to_owned(), |day| short_date(day, lang))
    };
    let paid = if row.paid == Cents::ZERO {
        "–".to_owned()
    } else {
        number(row.paid, lang)
    };
    let texts = [
        format!("{word}{}", row.number),
        date(row.date),
        date(row.due),
        number(row.amount, lang),
        paid,
        number(row.remaining, lang),
    ];
    Row {
        cells: texts.map(|text| vec![Span::regular(text)]).to_vec(),
        note: row.note.clone(),
    }
}
