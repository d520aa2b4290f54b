//! What stands on the paper around a letter's words: letterhead, date line, footer, marks.

use super::format::{long_date, pick};
use crate::fonts::Weight;
use crate::page::geometry::{
    FOLDS, FOOTER_LINE, HEAD_BOTTOM, HEAD_TOP, MARGIN, META_LINE, PAPER_WIDTH, TEXT_WIDTH,
};
use crate::page::{Mark, Page};
use crate::text::{Line, MM, Span, Style, break_lines};
use crate::{Letter, Letterhead, PageSetup};

const RIGHT: f32 = PAPER_WIDTH - MARGIN;
const NAME: Style = Style {
    size: 14.0,
    leading: 6.4,
    grey: 0.05,
};
/// Widest left part of the letterhead; the rest is for address and numbers.
const LEFT_PART: f32 = 92.0;
const RIGHT_PART: f32 = 72.0;
const LOGO_HEIGHT: f32 = 16.0;

/// The letterhead: logo or name at the left, address and numbers at the right.
pub(crate) fn letterhead(head: &Letterhead, setup: &PageSetup) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut y = HEAD_TOP;
    if let Some(logo) = &setup.logo {
        let (width, height) = logo.pixels();
        let ratio = width as f32 / height as f32;
        let (mut w, mut h) = (LOGO_HEIGHT * ratio, LOGO_HEIGHT);
        if w > LEFT_PART {
            (w, h) = (LEFT_PART, LEFT_PART / ratio);
        }
        marks.push(Mark::Logo {
            x: MARGIN,
            y,
            width: w,
            height: h,
        });
        y += h + 1.5;
        left_text(
            &head.name,
            Weight::Bold,
            Style {
                size: 9.0,
                leading: 4.0,
                grey: 0.05,
            },
            &mut y,
            &mut marks,
        );
    } else {
        left_text(&head.name, Weight::Bold, NAME, &mut y, &mut marks);
        if let Some(tagline) = &head.tagline {
            left_text(tagline, Weight::Regular, Style::SMALL, &mut y, &mut marks);
        }
    }
    marks.extend(contact(head));
    marks
}

/// Text in the left part, smaller until it fits the room that is left.
fn left_text(text: &str, weight: Weight, mut style: Style, y: &mut f32, marks: &mut Vec<Mark>) {
    let spans = [Span {
        weight,
        text: text.to_owned(),
    }];
    let lines = loop {
        let lines = break_lines(&spans, style.size, LEFT_PART);
        if *y + style.leading * lines.len() as f32 <= HEAD_BOTTOM || style.size < 5.0 {
            break lines;
        }
        style = Style {
            size: style.size - 0.5,
            leading: style.leading * (1.0 - 0.5 / style.size),
            ..style
        };
    };
    for line in lines {
        if *y + style.leading > HEAD_BOTTOM {
            break;
        }
        marks.push(Mark::Text {
            x: MARGIN,
            y: *y + style.size * MM * 0.9,
            line,
            style,
        });
        *y += style.leading;
    }
}

fn contact(head: &Letterhead) -> Vec<Mark> {
    let joined = |parts: [Option<String>; 2]| {
        let parts: Vec<String> = parts
            .into_iter()
            .flatten()
            .filter(|part| !part.trim().is_empty())
            .collect();
        parts.join(" · ")
    };
    let numbered =
        |word: &str, value: &Option<String>| value.as_ref().map(|value| format!("{word} {value}"));
    let mut rows: Vec<String> = head.address.clone();
    rows.push(joined([
        numbered("KvK", &head.kvk),
        numbered("btw", &head.vat),
    ]));
    rows.push(joined([head.email.clone(), head.phone.clone()]));
    rows.push(head.website.clone().unwrap_or_default());
    rows.retain(|row| !row.trim().is_empty());
    let mut style = Style::SMALL;
    let lines = loop {
        let set = |row: &String| break_lines(&[Span::regular(row)], style.size, RIGHT_PART);
        let lines: Vec<Line> = rows.iter().flat_map(set).collect();
        if HEAD_TOP + style.leading * lines.len() as f32 <= HEAD_BOTTOM || style.size < 5.0 {
            break lines;
        }
        style = Style {
            size: style.size - 0.5,
            leading: style.leading * (1.0 - 0.5 / style.size),
            ..style
        };
    };
    let fits = ((HEAD_BOTTOM - HEAD_TOP) / style.leading) as usize;
    let place = |(i, line): (usize, Line)| {
        let y = HEAD_TOP + 1.2 + style.size * MM * 0.9 + style.leading * i as f32;
        Mark::Text {
            x: RIGHT - line.width,
            y,
            line,
            style,
        }
    };
    lines
        .into_iter()
        .take(fits)
        .enumerate()
        .map(place)
        .collect()
}

/// Town and date at the left, references at the right; the mark of a copy above.
pub(crate) fn date_line(letter: &Letter) -> Vec<Mark> {
    let lang = letter.lang;
    let date = long_date(letter.date, lang);
    let place = letter
        .place
        .as_deref()
        .map(str::trim)
        .filter(|place| !place.is_empty());
    let left = place.map_or_else(|| date.clone(), |place| format!("{place}, {date}"));
    let mut right = format!(
        "{} {}",
        pick(lang, "Ons kenmerk", "Our reference"),
        letter.reference
    );
    if let Some(number) = &letter.customer_number {
        right = format!(
            "{right} · {} {number}",
            pick(lang, "klantnummer", "customer number")
        );
    }
    let style = Style::BODY;
    let mut marks = Vec::new();
    let left = Line::of(Weight::Regular, &crate::fonts::tidy(&left), style.size);
    let left = cut(left, TEXT_WIDTH * 0.5, style.size);
    let room = TEXT_WIDTH - left.width - 6.0;
    marks.push(Mark::Text {
        x: MARGIN,
        y: META_LINE,
        line: left,
        style,
    });
    if !letter.reference.trim().is_empty() {
        let line = Line::of(
            Weight::Regular,
            &crate::fonts::tidy(&right),
            Style::SMALL.size,
        );
        let line = cut(line, room, Style::SMALL.size);
        marks.push(Mark::Text {
            x: RIGHT - line.width,
            y: META_LINE,
            line,
            style: Style::SMALL,
        });
    }
    if let Some(day) = letter.copy_of {
        let words = match lang {
            law::Lang::Nl => format!("Kopie van onze brief van {}", long_date(day, lang)),
            law::Lang::En => format!("Copy of our letter of {}", long_date(day, lang)),
        };
        marks.push(Mark::text(
            MARGIN,
            META_LINE - 6.0,
            Weight::Bold,
            &words,
            style,
        ));
    }
    marks
}

/// The first part of a line that fits; what is cut off is said by an ellipsis.
pub(crate) fn cut(line: Line, width: f32, size: f32) -> Line {
    if line.width <= width {
        return line;
    }
    let weight = line
        .runs
        .first()
        .map_or(Weight::Regular, |(weight, _)| *weight);
    let dots = Line::of(weight, "…", size).width;
    let first = break_lines(
        &[Span {
            weight,
            text: line.text.replace(' ', "\u{A0}"),
        }],
        size,
        (width - dots).max(1.0),
    );
    let text = first
        .into_iter()
        .next()
        .map_or_else(String::new, |line| line.text);
    Line::of(
        weight,
        &format!("{}…", text.replace('\u{A0}', " ").trim_end()),
        size,
    )
}

/// Head of the later pages, page numbers and reference on all, fold marks on the first.
pub(crate) fn around(
    pages: &mut [Page],
    running: &str,
    foot: &str,
    lang: law::Lang,
    fold_marks: bool,
) {
    let count = pages.len();
    for (i, page) in pages.iter_mut().enumerate() {
        let small = Style::SMALL;
        if i > 0 {
            let line = cut(
                Line::of(Weight::Regular, &crate::fonts::tidy(running), small.size),
                TEXT_WIDTH,
                small.size,
            );
            page.marks.push(Mark::Text {
                x: MARGIN,
                y: HEAD_TOP + 3.0,
                line,
                style: small,
            });
            let y = HEAD_TOP + 5.0;
            page.marks.push(Mark::Rule {
                from: (MARGIN, y),
                to: (RIGHT, y),
                thickness: 0.1,
                grey: 0.75,
            });
        }
        let number = match lang {
            law::Lang::Nl => format!("blad {} van {count}", i + 1),
            law::Lang::En => format!("page {} of {count}", i + 1),
        };
        page.marks.push(Mark::text_right(
            RIGHT,
            FOOTER_LINE,
            Weight::Regular,
            &number,
            small,
        ));
        let line = cut(
            Line::of(Weight::Regular, &crate::fonts::tidy(foot), small.size),
            TEXT_WIDTH - 40.0,
            small.size,
        );
        page.marks.push(Mark::Text {
            x: MARGIN,
            y: FOOTER_LINE,
            line,
            style: small,
        });
        if i == 0 && fold_marks {
            let mark = |y: f32| Mark::Rule {
                from: (5.0, y),
                to: (9.0, y),
                thickness: 0.15,
                grey: 0.5,
            };
            page.marks.extend(FOLDS.map(mark));
        }
    }
}
