//! A letter laid out: its words in the column, its head and foot around it.

use std::sync::Arc;

use super::body::{Body, BodyPart, body, collector_pairs, payment_pairs, signatory};
use super::format::{long_date, money, pick};
use super::{address, claim, head, invoices};
use crate::fonts::Weight;
use crate::page::geometry::{BODY_BOTTOM, BODY_TOP, LATER_TOP, MARGIN, TEXT_WIDTH, window_box};
use crate::page::{Column, Flow, Frame, Mark, Page, Row, Slice, Table, base_line};
use crate::qr::{QrMatrix, epc_payload};
use crate::text::{Line, Span, Style};
use crate::{DocumentError, Letter, PageSetup, Template};

/// A letter as pages.
pub(crate) struct Composed {
    pub(crate) subject: String,
    pub(crate) pages: Vec<Page>,
}

const PARAGRAPH_GAP: f32 = 3.6;
const SUBJECT: Style = Style {
    size: 11.0,
    leading: 5.4,
    grey: 0.05,
};
const FRAME: Frame = Frame {
    first_top: BODY_TOP,
    later_top: LATER_TOP,
    bottom: BODY_BOTTOM,
};
/// Side of a square in the QR code; a payment code of 33 squares becomes 24 mm.
const QR_SQUARE: f32 = 0.55;
const QR_LEAST: f32 = 24.0;

/// Lays a letter out, its calculation on a page of its own.
pub(crate) fn compose(
    letter: &Letter,
    template: &Template,
    setup: &PageSetup,
) -> Result<Composed, DocumentError> {
    let Body { subject, parts } = body(letter, template)?;
    let mut flow = Flow::new(MARGIN, TEXT_WIDTH);
    flow.heading(&[Span::bold(&subject)], SUBJECT);
    flow.space(PARAGRAPH_GAP);
    let collector: Vec<_> = collector_pairs(letter)
        .into_iter()
        .map(|(name, value)| (vec![Span::regular(name)], vec![Span::bold(value)]))
        .collect();
    if !collector.is_empty() {
        flow.pairs(&collector, Style::TABLE, 60.0);
        flow.space(PARAGRAPH_GAP);
    }
    for part in &parts {
        draw(letter, part, &mut flow)?;
    }
    if let Some(sheet) = &letter.calculation {
        flow.page_break();
        crate::report::blocks(&claim::calculation_blocks(sheet, letter.lang), &mut flow)?;
    }
    let mut pages = flow.paginate(FRAME);
    dress(letter, setup, &mut pages)?;
    Ok(Composed { subject, pages })
}

fn draw(letter: &Letter, part: &BodyPart, flow: &mut Flow) -> Result<(), DocumentError> {
    match part {
        BodyPart::Paragraph(spans) => {
            flow.space(PARAGRAPH_GAP);
            flow.paragraph(spans, Style::BODY);
        }
        BodyPart::Invoices => {
            for group in invoices::groups(letter) {
                if let Some(lead) = group.lead {
                    flow.space(4.5);
                    flow.paragraph(&[Span::regular(lead)], Style::BODY);
                    flow.keep_with_next();
                }
                flow.space(2.5);
                flow.table(&group.table);
            }
            flow.space(4.5);
        }
        BodyPart::Claim => claim_table(letter, flow),
        BodyPart::Payment => payment(letter, flow)?,
        BodyPart::Closing => closing(letter, flow),
    }
    Ok(())
}

fn claim_table(letter: &Letter, flow: &mut Flow) {
    let Some(figures) = &letter.claim else { return };
    let lang = letter.lang;
    let cell = |text: String| vec![Span::regular(text)];
    let rows = claim::lines(letter, figures).into_iter().map(|line| Row {
        cells: vec![cell(line.text), cell(money(line.amount, lang))],
        note: None,
    });
    let total = [
        pick(lang, "Totaal", "Total").to_owned(),
        money(figures.total, lang),
    ]
    .map(|text| vec![Span::bold(text)]);
    let mut columns = vec![Column::left(""), Column::right("")];
    if let Some(last) = columns.last_mut() {
        last.share = 0.0;
    }
    flow.keep_with_next();
    flow.space(2.0);
    flow.table(&Table {
        columns,
        rows: rows.collect(),
        total: Some(Row {
            cells: total.to_vec(),
            note: None,
        }),
        style: Style::TABLE,
        headed: false,
    });
    flow.space(4.5);
}

/// QR code at the left with its quiet zone, the details beside it; never torn apart.
fn payment(letter: &Letter, flow: &mut Flow) -> Result<(), DocumentError> {
    if !letter.payment.amount.is_positive() {
        return Ok(());
    }
    let style = Style::BODY;
    let mut marks = Vec::new();
    let (mut left, mut height) = (MARGIN, 0.0_f32);
    if letter.payment.qr {
        let payload = epc_payload(&letter.payment)?;
        let code = Arc::new(QrMatrix::of(payload.as_bytes(), 13)?);
        let side = (f32::from(code.size) * QR_SQUARE).max(QR_LEAST);
        // The margin of the page is the quiet zone at the left; four squares elsewhere.
        let quiet = 4.0 * side / f32::from(code.size);
        marks.push(Mark::Qr {
            x: MARGIN,
            y: quiet,
            side,
            code,
        });
        left += side + quiet + 4.0;
        height = side + 2.0 * quiet;
    }
    let pairs = payment_pairs(letter);
    let names = pairs
        .iter()
        .map(|(name, _)| Line::of(Weight::Regular, name, style.size).width);
    let values = left + names.fold(0.0, f32::max) + 4.0;
    let width = MARGIN + TEXT_WIDTH - values;
    let mut y = if letter.payment.qr { 2.2 } else { 0.0 };
    for (name, value) in &pairs {
        marks.push(Mark::text(
            left,
            y + base_line(style),
            Weight::Regular,
            name,
            style,
        ));
        for line in crate::text::break_lines(&[Span::bold(value)], style.size, width) {
            marks.push(Mark::Text {
                x: values,
                y: y + base_line(style),
                line,
                style,
            });
            y += style.leading;
        }
    }
    if letter.payment.qr {
        let hint = pick(
            letter.lang,
            "Scan de code met uw bank-app, als die dit ondersteunt.",
            "Scan the code with your banking app, if it supports this.",
        );
        marks.push(Mark::text(
            left,
            y + base_line(Style::SMALL) + 0.6,
            Weight::Regular,
            hint,
            Style::SMALL,
        ));
        y += Style::SMALL.leading + 0.6;
    }
    flow.space(PARAGRAPH_GAP);
    flow.push(Slice {
        height: height.max(y),
        marks,
        ..Slice::default()
    });
    flow.space(PARAGRAPH_GAP);
    Ok(())
}

/// Greeting, room to sign, name: kept together.
fn closing(letter: &Letter, flow: &mut Flow) {
    let style = Style::BODY;
    let greeting = pick(letter.lang, "Met vriendelijke groet,", "Yours faithfully,");
    flow.space(PARAGRAPH_GAP + 1.0);
    flow.paragraph(&[Span::regular(greeting)], style);
    flow.keep_with_next();
    flow.space(9.0);
    flow.paragraph(&[Span::regular(signatory(letter))], style);
    let name_is_sender = signatory(letter) == letter.sender.name;
    let role = letter
        .signatory
        .role
        .clone()
        .filter(|role| !role.trim().is_empty());
    let sender = (!name_is_sender).then(|| letter.sender.name.clone());
    for line in [role, sender].into_iter().flatten() {
        flow.keep_with_next();
        flow.paragraph(&[Span::regular(line)], style);
    }
}

fn dress(letter: &Letter, setup: &PageSetup, pages: &mut [Page]) -> Result<(), DocumentError> {
    if let Some(first) = pages.first_mut() {
        first.marks.extend(head::letterhead(&letter.sender, setup));
        first
            .marks
            .extend(address::marks(&letter.addressee, window_box(setup))?);
        first.marks.extend(head::date_line(letter));
    }
    let to = pick(letter.lang, "aan", "to");
    let date = long_date(letter.date, letter.lang);
    let running = format!(
        "{} · {to} {} · {date}",
        letter.sender.name, letter.addressee.name
    );
    let mut foot = letter.reference.clone();
    if let Some(number) = letter
        .on_behalf_of
        .as_ref()
        .and_then(|other| other.register_number.as_ref())
    {
        let name = pick(
            letter.lang,
            "Register incassodienstverlening",
            "Register of collection services",
        );
        foot = format!("{foot} · {name} {number}");
    }
    head::around(pages, &running, &foot, letter.lang, setup.fold_marks);
    Ok(())
}
