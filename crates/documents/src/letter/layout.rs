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
const LATER: Frame = Frame {
    first_top: LATER_TOP,
    later_top: LATER_TOP,
    bottom: BODY_BOTTOM,
};
/// Side of a square in the QR code; a payment code of 41 squares becomes 24 mm.
const QR_SQUARE: f32 = 0.55;
const QR_LEAST: f32 = 24.0;

/// How tight the words stand. A letter that just spills over its first page is set tighter, so that
/// it does not send a greeting on a page of its own; a long letter keeps the normal measure.
#[derive(Clone, Copy, Debug)]
struct Measure {
    body: Style,
    table: Style,
    gap: f32,
    around_table: f32,
    to_sign: f32,
    /// The least part of its normal height a letter can take in this measure.
    saves_at_most: f32,
}

const MEASURES: [Measure; 3] = [
    Measure {
        body: Style::BODY,
        table: Style::TABLE,
        gap: 3.6,
        around_table: 4.5,
        to_sign: 9.0,
        saves_at_most: 1.0,
    },
    Measure {
        body: Style {
            size: 9.5,
            leading: 4.5,
            grey: 0.1,
        },
        table: Style {
            size: 8.5,
            leading: 3.9,
            grey: 0.1,
        },
        gap: 3.0,
        around_table: 3.8,
        to_sign: 8.0,
        saves_at_most: 0.82,
    },
    Measure {
        body: Style {
            size: 9.0,
            leading: 4.15,
            grey: 0.1,
        },
        table: Style {
            size: 8.5,
            leading: 3.7,
            grey: 0.1,
        },
        gap: 2.4,
        around_table: 3.2,
        to_sign: 6.5,
        saves_at_most: 0.72,
    },
];

/// Lays a letter out, its calculation on a page of its own.
pub(crate) fn compose(
    letter: &Letter,
    template: &Template,
    setup: &PageSetup,
) -> Result<Composed, DocumentError> {
    let Body { subject, parts } = body(letter, template)?;
    let code = payment_code(letter)?;
    let normal = words(letter, &subject, &parts, code.as_ref(), MEASURES[0]);
    let height = normal.height();
    let mut pages = normal.paginate(FRAME);
    for measure in MEASURES.iter().skip(1) {
        // Setting a letter tighter saves at most so much; what cannot fit is not tried.
        let least = height * measure.saves_at_most;
        if pages.len() != 2 || least > BODY_BOTTOM - BODY_TOP {
            continue;
        }
        let tighter = words(letter, &subject, &parts, code.as_ref(), *measure).paginate(FRAME);
        if tighter.len() == 1 {
            pages = tighter;
        }
    }
    if let Some(sheet) = &letter.calculation {
        let mut flow = Flow::new(MARGIN, TEXT_WIDTH);
        crate::report::blocks(&claim::calculation_blocks(sheet, letter.lang), &mut flow)?;
        pages.extend(flow.paginate(LATER));
    }
    dress(letter, setup, &mut pages)?;
    Ok(Composed { subject, pages })
}

/// The payment code, when one is asked and there is something to pay.
fn payment_code(letter: &Letter) -> Result<Option<Arc<QrMatrix>>, DocumentError> {
    if !letter.payment.qr || !letter.payment.amount.is_positive() {
        return Ok(None);
    }
    let payload = epc_payload(&letter.payment)?;
    Ok(Some(Arc::new(QrMatrix::of(payload.as_bytes(), 13)?)))
}

fn words(
    letter: &Letter,
    subject: &str,
    parts: &[BodyPart],
    code: Option<&Arc<QrMatrix>>,
    measure: Measure,
) -> Flow {
    let mut flow = Flow::new(MARGIN, TEXT_WIDTH);
    flow.heading(&[Span::bold(subject)], SUBJECT);
    flow.space(measure.gap);
    let collector: Vec<_> = collector_pairs(letter)
        .into_iter()
        .map(|(name, value)| (vec![Span::regular(name)], vec![Span::bold(value)]))
        .collect();
    if !collector.is_empty() {
        flow.pairs(&collector, measure.table, 60.0);
        flow.space(measure.gap);
    }
    for part in parts {
        draw(letter, part, code, measure, &mut flow);
    }
    flow
}

fn draw(
    letter: &Letter,
    part: &BodyPart,
    code: Option<&Arc<QrMatrix>>,
    measure: Measure,
    flow: &mut Flow,
) {
    match part {
        BodyPart::Paragraph(spans) => {
            flow.space(measure.gap);
            flow.paragraph(spans, measure.body);
        }
        BodyPart::Invoices => {
            for group in invoices::groups(letter, measure.table) {
                if let Some(lead) = group.lead {
                    flow.space(measure.around_table);
                    flow.paragraph(&[Span::regular(lead)], measure.body);
                    flow.keep_with_next();
                }
                flow.space(measure.gap * 0.7);
                flow.table(&group.table);
            }
            flow.space(measure.around_table);
        }
        BodyPart::Claim => claim_table(letter, measure, flow),
        BodyPart::Payment => payment(letter, code, measure, flow),
        BodyPart::Closing => closing(letter, measure, flow),
    }
}

fn claim_table(letter: &Letter, measure: Measure, flow: &mut Flow) {
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
    flow.space(measure.gap * 0.6);
    flow.table(&Table {
        columns,
        rows: rows.collect(),
        total: Some(Row {
            cells: total.to_vec(),
            note: None,
        }),
        style: measure.table,
        headed: false,
    });
    flow.space(measure.around_table);
}

/// QR code at the left with its quiet zone, the details beside it; never torn apart.
fn payment(letter: &Letter, code: Option<&Arc<QrMatrix>>, measure: Measure, flow: &mut Flow) {
    if !letter.payment.amount.is_positive() {
        return;
    }
    let style = measure.body;
    let mut marks = Vec::new();
    let (mut left, mut height) = (MARGIN, 0.0_f32);
    if let Some(code) = code {
        let side = (f32::from(code.size) * QR_SQUARE).max(QR_LEAST);
        // The margin of the page is the quiet zone at the left; four squares elsewhere.
        let quiet = 4.0 * side / f32::from(code.size);
        marks.push(Mark::Qr {
            x: MARGIN,
            y: quiet,
            side,
            code: Arc::clone(code),
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
    let mut y = if code.is_some() { 2.2 } else { 0.0 };
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
    if code.is_some() {
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
    flow.space(measure.gap);
    flow.push(Slice {
        height: height.max(y),
        marks,
        ..Slice::default()
    });
    flow.space(measure.gap);
}

/// Greeting, room to sign, name: kept together.
fn closing(letter: &Letter, measure: Measure, flow: &mut Flow) {
    let style = measure.body;
    let greeting = pick(letter.lang, "Met vriendelijke groet,", "Yours faithfully,");
    // A greeting never stands alone at the top of a page.
    flow.keep_with_next();
    flow.space(measure.gap + 1.0);
    flow.paragraph(&[Span::regular(greeting)], style);
    flow.keep_with_next();
    flow.space(measure.to_sign);
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
