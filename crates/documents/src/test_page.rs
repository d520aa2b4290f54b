//! The page that shows where the window of an envelope falls: rulers, the safe box, an address.

#![allow(
    clippy::float_arithmetic,
    reason = "geometry of the page; no money passes here"
)]

use law::Lang;

use crate::fonts::Weight;
use crate::letter::format::pick;
use crate::page::geometry::{
    ADDRESS_LEADING, FOLDS, MARGIN, PAPER_HEIGHT, PAPER_WIDTH, WindowBox, window_box,
};
use crate::page::{Mark, Page};
use crate::text::{MM, Span, Style, break_lines};
use crate::{PageSetup, Window};

const SMALL: Style = Style {
    size: 6.5,
    leading: 3.0,
    grey: 0.4,
};

/// Draws the test page.
pub(crate) fn page(setup: &PageSetup, lang: Lang) -> Page {
    let mut page = Page::default();
    let window = window_box(setup);
    frame(window, &mut page.marks);
    sample_address(window, &mut page.marks);
    rulers(window, &mut page.marks);
    words(setup, lang, &mut page.marks);
    let fold = |y: f32| Mark::Rule {
        from: (5.0, y),
        to: (9.0, y),
        thickness: 0.15,
        grey: 0.5,
    };
    page.marks.extend(FOLDS.map(fold));
    page
}

fn rule(from: (f32, f32), to: (f32, f32)) -> Mark {
    Mark::Rule {
        from,
        to,
        thickness: 0.12,
        grey: 0.35,
    }
}

/// The safe box: what must be seen through the window.
fn frame(window: WindowBox, marks: &mut Vec<Mark>) {
    let (left, top) = (window.left, window.top);
    let (right, bottom) = (left + window.width, window.bottom);
    marks.push(rule((left, top), (right, top)));
    marks.push(rule((right, top), (right, bottom)));
    marks.push(rule((left, bottom), (right, bottom)));
    marks.push(rule((left, top), (left, bottom)));
}

/// Six lines, as many as fit.
fn sample_address(window: WindowBox, marks: &mut Vec<Mark>) {
    let style = Style {
        size: 10.0,
        leading: ADDRESS_LEADING,
        grey: 0.0,
    };
    let cap = style.size * MM * 0.72;
    let lines = [
        "1  Hotel De Eik B.V.",
        "2  Administratie",
        "3  T.a.v. mevrouw Jansen",
        "4  Dorpsstraat 1",
        "5  4357 AB  DOMBURG",
        "6  NEDERLAND",
    ];
    let height = ADDRESS_LEADING * (lines.len() - 1) as f32 + cap;
    let first = window.top + (window.bottom - window.top - height) / 2.0 + cap;
    for (i, line) in lines.iter().enumerate() {
        marks.push(Mark::text(
            window.left + 1.0,
            first + ADDRESS_LEADING * i as f32,
            Weight::Regular,
            line,
            style,
        ));
    }
}

/// Millimetres along the page: one ruler across above the window, one down beside it.
fn rulers(window: WindowBox, marks: &mut Vec<Mark>) {
    let across = window.top - 16.0;
    let down = if window.left >= PAPER_WIDTH / 2.0 - 10.0 {
        window.left - 16.0
    } else {
        window.left + window.width + 16.0
    };
    marks.push(rule((10.0, across), (PAPER_WIDTH - 10.0, across)));
    marks.push(rule((down, 30.0), (down, 120.0)));
    let tick = |n: u16| match n % 10 {
        0 => 3.0,
        5 => 2.0,
        _ => 1.0,
    };
    for n in 10..=200_u16 {
        let x = f32::from(n);
        marks.push(rule((x, across), (x, across - tick(n))));
        if n % 10 == 0 {
            marks.push(Mark::text(
                x - 1.5,
                across - 4.0,
                Weight::Regular,
                &n.to_string(),
                SMALL,
            ));
        }
    }
    for n in 30..=120_u16 {
        let y = f32::from(n);
        marks.push(rule((down, y), (down + tick(n), y)));
        if n % 10 == 0 {
            marks.push(Mark::text(
                down + 4.0,
                y + 0.8,
                Weight::Regular,
                &n.to_string(),
                SMALL,
            ));
        }
    }
}

fn words(setup: &PageSetup, lang: Lang, marks: &mut Vec<Mark>) {
    let title = pick(
        lang,
        "Proefblad vensterenvelop",
        "Window envelope test page",
    );
    let style = Style {
        size: 13.0,
        leading: 6.0,
        grey: 0.05,
    };
    marks.push(Mark::text(MARGIN, 22.0, Weight::Bold, title, style));
    let side = match setup.window {
        Window::Left => pick(lang, "venster links", "window at the left"),
        Window::Right => pick(lang, "venster rechts", "window at the right"),
    };
    let shift = |tenths: i16| {
        let text = format!("{:.1}", f32::from(tenths.clamp(-100, 100)) / 10.0);
        if lang == Lang::Nl {
            text.replace('.', ",")
        } else {
            text
        }
    };
    let (right, down) = (shift(setup.shift_right), shift(setup.shift_down));
    let set = match lang {
        Lang::Nl => format!("Instelling: {side}, {right} mm naar rechts, {down} mm naar beneden."),
        Lang::En => format!("Setting: {side}, {right} mm to the right, {down} mm down."),
    };
    let steps = match lang {
        Lang::Nl => [
            "Druk dit blad af op ware grootte (100%), vouw het en schuif het in de envelop.",
            "Alle zes regels moeten zichtbaar blijven, ook als het blad in de envelop heen en weer schuift, en verder mag er niets te zien zijn.",
            "Staat het adres te ver naar links of te hoog? Lees op de linialen af hoeveel millimeter het scheelt en vul dat in als verschuiving (tot 10 mm).",
        ],
        Lang::En => [
            "Print this page at actual size (100%), fold it and slide it into the envelope.",
            "All six lines must stay visible, also when the sheet slides back and forth in the envelope, and nothing else may be seen.",
            "Is the address too far to the left or too high? Read the difference in millimetres from the rulers and enter it as the shift (up to 10 mm).",
        ],
    };
    let body = Style::BODY;
    let mut y = 136.0;
    let mut add = |weight: Weight, text: &str, y: &mut f32| {
        for line in break_lines(
            &[Span {
                weight,
                text: text.to_owned(),
            }],
            body.size,
            PAPER_WIDTH - 2.0 * MARGIN,
        ) {
            marks.push(Mark::Text {
                x: MARGIN,
                y: *y,
                line,
                style: body,
            });
            *y += body.leading;
        }
        *y += 2.5;
    };
    add(Weight::Bold, &set, &mut y);
    for step in steps {
        add(Weight::Regular, step, &mut y);
    }
    debug_assert!(y < PAPER_HEIGHT, "the words stay on the page");
}
