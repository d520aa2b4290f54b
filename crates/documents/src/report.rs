//! Reports: headings, paragraphs, lists, tables, codes, laid out with the same engine as letters.

#![allow(
    clippy::float_arithmetic,
    reason = "geometry of the page; no money passes here"
)]

use std::sync::Arc;

use crate::fonts::{Weight, refuse_unprintable};
use crate::letter::format::long_date;
use crate::page::geometry::{BODY_BOTTOM, HEAD_TOP, LATER_TOP, MARGIN, TEXT_WIDTH};
use crate::page::{Column, Flow, Frame, Mark, Page, Row, Slice, Table, base_line};
use crate::qr::QrMatrix;
use crate::text::{Line, Span, Style, break_lines, parse_bold};
use crate::{Align, DocumentError, Report, ReportBlock, ReportColumn};

const TITLE: Style = Style {
    size: 17.0,
    leading: 8.0,
    grey: 0.05,
};
const FRAME: Frame = Frame {
    first_top: HEAD_TOP + 6.0,
    later_top: LATER_TOP,
    bottom: BODY_BOTTOM,
};

/// Lays a report out.
pub(crate) fn pages(report: &Report) -> Result<Vec<Page>, DocumentError> {
    refuse_unprintable(texts(report))?;
    let mut flow = Flow::new(MARGIN, TEXT_WIDTH);
    flow.heading(&[Span::bold(&report.title)], TITLE);
    let made = long_date(report.date, report.lang);
    let parts = [
        report.subtitle.as_deref(),
        Some(report.author.as_str()),
        Some(&made),
    ];
    let line: Vec<&str> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.trim().is_empty())
        .collect();
    flow.space(1.0);
    flow.paragraph(
        &[Span::regular(line.join(" · "))],
        Style {
            size: 9.0,
            leading: 4.4,
            grey: 0.38,
        },
    );
    flow.space(6.0);
    blocks(&report.blocks, &mut flow)?;
    let mut pages = flow.paginate(FRAME);
    let running = format!("{} · {made}", report.title);
    crate::letter::around(&mut pages, &running, &report.footer, report.lang, false);
    Ok(pages)
}

/// Draws blocks in a column.
pub(crate) fn blocks(blocks: &[ReportBlock], flow: &mut Flow) -> Result<(), DocumentError> {
    for block in blocks {
        match block {
            ReportBlock::Heading { level, text } => heading(*level, text, flow),
            ReportBlock::Paragraph { text } => {
                flow.space(3.0);
                flow.paragraph(&parse_bold(text), Style::BODY);
            }
            ReportBlock::List { items } => {
                flow.space(2.5);
                for item in items {
                    flow.indented(&parse_bold(item), Style::BODY, 5.0, Some("•"));
                    flow.space(0.8);
                }
            }
            ReportBlock::KeyValues { pairs } => {
                let spans = |text: &String| parse_bold(text);
                let pairs: Vec<_> = pairs
                    .iter()
                    .map(|(name, value)| (spans(name), spans(value)))
                    .collect();
                flow.space(2.5);
                flow.pairs(&pairs, Style::BODY, 60.0);
            }
            ReportBlock::Table {
                columns,
                rows,
                total,
            } => table(columns, rows, total.as_deref(), flow),
            ReportBlock::Code { groups } => code(groups, flow),
            ReportBlock::Qr { payload, caption } => qr(payload, caption, flow)?,
            ReportBlock::PageBreak => flow.page_break(),
        }
    }
    Ok(())
}

fn heading(level: u8, text: &str, flow: &mut Flow) {
    let (before, style) = match level {
        0 | 1 => (
            8.0,
            Style {
                size: 14.0,
                leading: 6.8,
                grey: 0.05,
            },
        ),
        2 => (
            7.0,
            Style {
                size: 12.0,
                leading: 5.8,
                grey: 0.05,
            },
        ),
        _ => (
            5.0,
            Style {
                size: 10.0,
                leading: 4.9,
                grey: 0.05,
            },
        ),
    };
    flow.space(before);
    flow.heading(&[Span::bold(text)], style);
    flow.space(1.5);
}

fn table(
    columns: &[ReportColumn],
    rows: &[Vec<String>],
    total: Option<&[String]>,
    flow: &mut Flow,
) {
    let row = |cells: &[String]| Row {
        cells: columns
            .iter()
            .enumerate()
            .map(|(i, _)| cells.get(i).map_or_else(Vec::new, |c| parse_bold(c)))
            .collect(),
        note: None,
    };
    let bold = |cells: &[String]| Row {
        cells: columns
            .iter()
            .enumerate()
            .map(|(i, _)| cells.get(i).map_or_else(Vec::new, |c| vec![Span::bold(c)]))
            .collect(),
        note: None,
    };
    let columns: Vec<Column> = columns
        .iter()
        .map(|column| Column {
            title: column.title.clone(),
            align: column.align,
            share: f32::from(column.share),
        })
        .collect();
    let headed = columns.iter().any(|column| !column.title.is_empty());
    flow.space(2.0);
    flow.table(&Table {
        columns,
        rows: rows.iter().map(|cells| row(cells)).collect(),
        total: total.map(bold),
        style: Style {
            size: 8.5,
            leading: 4.0,
            grey: 0.1,
        },
        headed,
    });
    flow.space(2.0);
}

/// Groups in large letters, each in a cell of its own, as many on a line as fit.
fn code(groups: &[String], flow: &mut Flow) {
    let style = Style {
        size: 17.0,
        leading: 10.0,
        grey: 0.0,
    };
    let widest = groups
        .iter()
        .map(|group| Line::of(Weight::Bold, group, style.size).width)
        .fold(0.0, f32::max);
    let step = widest + 9.0;
    let most = ((flow.width + 9.0) / step).max(1.0) as usize;
    // Even lines are easier to type from: no more on a line than four.
    let per_line = most.min(4);
    flow.space(5.0);
    for (i, line) in groups.chunks(per_line).enumerate() {
        let mut marks = Vec::new();
        for (k, group) in line.iter().enumerate() {
            let x = flow.left + step * k as f32;
            for line in break_lines(&[Span::bold(group)], style.size, flow.width)
                .into_iter()
                .take(1)
            {
                marks.push(Mark::Text {
                    x,
                    y: base_line(style),
                    line,
                    style,
                });
            }
        }
        flow.push(Slice {
            height: style.leading,
            marks,
            joined: i > 0,
            ..Slice::default()
        });
    }
    flow.space(5.0);
}

fn qr(payload: &[u8], caption: &str, flow: &mut Flow) -> Result<(), DocumentError> {
    let code = Arc::new(QrMatrix::of(payload, 40)?);
    let side = (f32::from(code.size) * 0.7).clamp(28.0, 90.0);
    let quiet = 4.0 * side / f32::from(code.size);
    let mut marks = vec![Mark::Qr {
        x: flow.left,
        y: quiet,
        side,
        code,
    }];
    let left = flow.left + side + quiet + 4.0;
    let style = Style::BODY;
    let mut y = quiet;
    for line in break_lines(
        &parse_bold(caption),
        style.size,
        flow.left + flow.width - left,
    ) {
        marks.push(Mark::Text {
            x: left,
            y: y + base_line(style),
            line,
            style,
        });
        y += style.leading;
    }
    flow.space(3.0);
    flow.push(Slice {
        height: (side + 2.0 * quiet).max(y),
        marks,
        ..Slice::default()
    });
    flow.space(3.0);
    Ok(())
}

fn texts(report: &Report) -> Vec<&str> {
    let mut texts: Vec<&str> = vec![&report.title, &report.author, &report.footer];
    texts.extend(report.subtitle.as_deref());
    for block in &report.blocks {
        match block {
            ReportBlock::Heading { text, .. } | ReportBlock::Paragraph { text } => texts.push(text),
            ReportBlock::List { items } | ReportBlock::Code { groups: items } => {
                texts.extend(items.iter().map(String::as_str));
            }
            ReportBlock::KeyValues { pairs } => {
                texts.extend(
                    pairs
                        .iter()
                        .flat_map(|(name, value)| [name.as_str(), value.as_str()]),
                );
            }
            ReportBlock::Table {
                columns,
                rows,
                total,
            } => {
                texts.extend(columns.iter().map(|column| column.title.as_str()));
                texts.extend(rows.iter().chain(total).flatten().map(String::as_str));
            }
            ReportBlock::Qr { caption, .. } => texts.push(caption),
            ReportBlock::PageBreak => {}
        }
    }
    texts
}

/// A column at the left with its share of the room.
pub(crate) fn left(title: &str, share: u16) -> ReportColumn {
    ReportColumn {
        title: title.to_owned(),
        align: Align::Left,
        share,
    }
}

/// A column at the right with its share of the room.
pub(crate) fn right(title: &str, share: u16) -> ReportColumn {
    ReportColumn {
        title: title.to_owned(),
        align: Align::Right,
        share,
    }
}
