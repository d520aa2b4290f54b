//! A letter's words for an e-mail: plain lines, and simple HTML without links or pictures.

use super::body::{BodyPart, body, payment_pairs, signatory};
use super::format::{money, number, pick, short_date};
use super::{claim, invoices};
use crate::fonts::Weight;
use crate::text::Span;
use crate::{DocumentError, InvoiceRow, Letter, MailText, Template};

/// The words of a letter for the body of an e-mail.
pub(crate) fn mail_text(letter: &Letter, template: &Template) -> Result<MailText, DocumentError> {
    let body = body(letter, template)?;
    let mut text = Vec::new();
    let mut html = String::new();
    for part in &body.parts {
        match part {
            BodyPart::Paragraph(spans) => {
                text.push(
                    spans
                        .iter()
                        .map(|span| span.text.as_str())
                        .collect::<String>(),
                );
                html.push_str(&paragraph(spans));
            }
            BodyPart::Invoices => {
                for (lead, rows) in invoices::rows(letter) {
                    text.extend(lead.map(str::to_owned));
                    html.extend(lead.map(|lead| paragraph(&[Span::regular(lead)])));
                    let table = table(letter, &rows);
                    text.push(aligned(&table));
                    html.push_str(&html_table(&table));
                }
            }
            BodyPart::Claim => {
                let table = claim_rows(letter);
                text.push(aligned(&table));
                html.push_str(&html_table(&table));
            }
            BodyPart::Payment if letter.payment.amount.is_positive() => {
                let table = payment_rows(letter);
                text.push(aligned(&table));
                html.push_str(&html_table(&table));
            }
            BodyPart::Payment => {}
            BodyPart::Closing => {
                let greeting = pick(letter.lang, "Met vriendelijke groet,", "Yours faithfully,");
                let lines = format!("{greeting}\n\n{}", signatory(letter));
                html.push_str(&paragraph(&[Span::regular(lines.clone())]));
                text.push(lines);
            }
        }
    }
    let plain = text.join("\n\n").replace('\u{A0}', " ");
    let html = format!(
        "<!DOCTYPE html><html lang=\"{}\"><body style=\"font-family:sans-serif;font-size:15px;line-height:1.5;color:#1d1c1a\">{html}</body></html>",
        pick(letter.lang, "nl", "en")
    );
    Ok(MailText {
        subject: body.subject.replace('\u{A0}', " "),
        text: plain,
        html,
    })
}

/// A table of words; the first `left` columns stand at the left, the others at the right.
struct Grid {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    left: usize,
}

fn table(letter: &Letter, rows: &[&InvoiceRow]) -> Grid {
    let lang = letter.lang;
    let head: Vec<String> = [
        ("Factuur", "Invoice"),
        ("Vervallen op", "Due"),
        ("Nog te betalen", "Remaining"),
    ]
    .map(|(nl, en)| pick(lang, nl, en).to_owned())
    .to_vec();
    let mut lines: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let due = row
                .due
                .map_or_else(|| "–".to_owned(), |due| short_date(due, lang));
            vec![row.number.clone(), due, number(row.remaining, lang)]
        })
        .collect();
    let sum = super::rules::open(rows.iter().copied());
    lines.push(vec![
        pick(lang, "Totaal", "Total").to_owned(),
        String::new(),
        money(sum, lang),
    ]);
    Grid {
        head,
        rows: lines,
        left: 2,
    }
}

/// What a block says in this letter, as plain lines.
pub(crate) fn block_text(letter: &Letter, name: &str) -> String {
    let text = match name {
        "invoices_table" => invoices::rows(letter)
            .into_iter()
            .flat_map(|(lead, rows)| {
                lead.map(str::to_owned)
                    .into_iter()
                    .chain([aligned(&table(letter, &rows))])
            })
            .collect::<Vec<_>>()
            .join("\n\n"),
        "claim_table" => aligned(&claim_rows(letter)),
        "payment_block" => aligned(&payment_rows(letter)),
        "legal_notice" => super::notice::paragraphs(letter)
            .iter()
            .map(|spans| spans.iter().map(|span| span.text.as_str()).collect())
            .collect::<Vec<String>>()
            .join("\n\n"),
        _ => {
            let greeting = pick(letter.lang, "Met vriendelijke groet,", "Yours faithfully,");
            format!("{greeting}\n\n{}", signatory(letter))
        }
    };
    text.replace('\u{A0}', " ")
}

fn payment_rows(letter: &Letter) -> Grid {
    let rows = payment_pairs(letter)
        .into_iter()
        .map(|(name, value)| vec![name.to_owned(), value])
        .collect();
    Grid {
        head: Vec::new(),
        rows,
        left: 2,
    }
}

fn claim_rows(letter: &Letter) -> Grid {
    let lang = letter.lang;
    let mut rows = Vec::new();
    if let Some(figures) = &letter.claim {
        rows.extend(
            claim::lines(letter, figures)
                .into_iter()
                .map(|line| vec![line.text, money(line.amount, lang)]),
        );
        rows.push(vec![
            pick(lang, "Totaal", "Total").to_owned(),
            money(figures.total, lang),
        ]);
    }
    Grid {
        head: Vec::new(),
        rows,
        left: 1,
    }
}

fn aligned(grid: &Grid) -> String {
    let all = || {
        std::iter::once(&grid.head)
            .filter(|head| !head.is_empty())
            .chain(&grid.rows)
    };
    let columns = all().map(Vec::len).max().unwrap_or(0);
    let width = |i: usize| {
        all()
            .filter_map(|row| row.get(i))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(i, (cell, width))| {
                let pad = " ".repeat(width - cell.chars().count());
                if i < grid.left {
                    format!("{cell}{pad}")
                } else {
                    format!("{pad}{cell}")
                }
            })
            .collect();
        cells.join("   ").trim_end().to_owned()
    };
    all().map(line).collect::<Vec<_>>().join("\n")
}

fn html_table(grid: &Grid) -> String {
    let row = |cells: &Vec<String>, tag: &str| {
        let cells: String = cells
            .iter()
            .enumerate()
            .map(|(i, cell)| {
                let side = if i < grid.left { "left" } else { "right" };
                format!(
                    "<{tag} style=\"text-align:{side};padding:3px 18px 3px 0\">{}</{tag}>",
                    escape(cell)
                )
            })
            .collect();
        format!("<tr>{cells}</tr>")
    };
    let head = if grid.head.is_empty() {
        String::new()
    } else {
        row(&grid.head, "th")
    };
    let rows: String = grid.rows.iter().map(|cells| row(cells, "td")).collect();
    format!("<table style=\"border-collapse:collapse\">{head}{rows}</table>")
}

fn paragraph(spans: &[Span]) -> String {
    let words: String = spans
        .iter()
        .map(|span| match span.weight {
            Weight::Regular => escape(&span.text),
            Weight::Bold => format!("<b>{}</b>", escape(&span.text)),
        })
        .collect();
    format!("<p>{words}</p>")
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("<br>"),
            c => out.push(c),
        }
    }
    out
}
