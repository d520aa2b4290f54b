//! Every kind of letter in both languages.

use documents::*;
use law::{Cents, Lang};

use crate::fixtures::{self, day};
use crate::tools::{MM, flat, have, run, text, words};

fn print(letter: &Letter) -> Vec<u8> {
    print_letter(
        letter,
        &Template::shipped(letter.kind, letter.lang),
        &PageSetup::default(),
    )
    .unwrap()
    .bytes
}

#[test]
fn the_words_of_every_letter_are_as_agreed() {
    for (name, letter, template) in fixtures::all() {
        let words = mail_text(&letter, &template).unwrap();
        insta::assert_snapshot!(name, format!("{}\n\n{}", words.subject, words.text));
    }
}

#[test]
fn the_lines_of_every_letter_stand_as_agreed() {
    for (name, letter, template) in fixtures::all() {
        let pages = preview_letter(&letter, &template, &PageSetup::default()).unwrap();
        let pages: Vec<String> = pages.iter().map(|page| placed_lines(page)).collect();
        insta::assert_snapshot!(format!("lines.{name}"), pages.join("\n--- next page ---\n"));
    }
}

/// Every line of a preview page with its place in millimetres, in reading order.
fn placed_lines(svg: &str) -> String {
    let mut lines: Vec<(f32, f32, String)> = svg
        .split("<g transform=\"translate(")
        .skip(1)
        .map(|group| {
            let (place, rest) = group.split_once(')').unwrap();
            let (x, y) = place.split_once(' ').unwrap();
            let text = rest
                .split("aria-label=\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap();
            (
                y.parse().unwrap(),
                x.parse().unwrap(),
                text.replace('\u{A0}', "~"),
            )
        })
        .collect();
    lines.sort_by(|a, b| a.partial_cmp(b).unwrap());
    lines
        .iter()
        .map(|(y, x, text)| format!("{y:6.1} {x:6.1}  {text}"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_same_letter_gives_the_same_bytes_whatever_was_printed_before() {
    let letter = fixtures::letter(LetterKind::FinalDemand, Lang::Nl);
    let first = print(&letter);
    let mut other = fixtures::letter(LetterKind::Reminder, Lang::En);
    other.addressee.name = "Ελληνικά Łódź Москва e\u{301}\u{323}".into();
    let foreign = print(&other);
    assert_eq!(first, print(&letter), "another letter must leave no trace");
    assert_eq!(foreign, print(&other));
    let elsewhere = std::thread::spawn(move || print(&letter)).join().unwrap();
    assert_eq!(first, elsewhere, "another thread gives the same bytes");
}

#[test]
fn fonts_are_embedded_as_subsets_and_the_file_is_sound() {
    if !have("pdffonts") || !have("qpdf") {
        return;
    }
    for (name, letter, _) in fixtures::all() {
        let pdf = print(&letter);
        assert!(pdf.len() < 60_000, "{name}: {} bytes", pdf.len());
        let fonts = String::from_utf8(run("pdffonts", &[], &pdf, &[]).stdout).unwrap();
        let rows: Vec<&str> = fonts.lines().skip(2).collect();
        assert_eq!(rows.len(), 2, "two weights: {fonts}");
        for row in rows {
            assert!(
                row.contains("yes yes yes"),
                "embedded, a subset, with a map to text: {row}"
            );
        }
        let checked = run("qpdf", &["--check"], &pdf, &[]);
        assert!(
            checked.status.success(),
            "{name}: {}",
            String::from_utf8_lossy(&checked.stdout)
        );
        assert!(
            !pdf.windows(15).any(|w| w == b"GTS_PDFXVersion"),
            "nothing is claimed that is not so"
        );
    }
}

#[test]
fn copying_gives_the_words_back() {
    if !have("pdftotext") {
        return;
    }
    let mut letter = fixtures::letter(LetterKind::Reminder, Lang::Nl);
    letter.addressee.name = "Çağlar Łukasiewicz & Ångström-Πάπας Šimůnek".into();
    letter.reference = "efficiënt afflicht fjord 10.000".into();
    let copied = flat(&text(&print(&letter)));
    for words in [
        "Çağlar Łukasiewicz & Ångström-Πάπας Šimůnek",
        "efficiënt afflicht fjord 10.000",
        "€ 540,45",
        "24 okt 2026",
    ] {
        assert!(
            copied.contains(words),
            "{words} must be found by searching:\n{copied}"
        );
    }
}

#[test]
fn the_fourteen_day_letter_holds_the_approved_sentence_and_no_other_term() {
    if !have("pdftotext") {
        return;
    }
    for lang in [Lang::Nl, Lang::En] {
        let letter = fixtures::letter(LetterKind::Notice14Days, lang);
        let words = flat(&text(&print(&letter)));
        assert_eq!(words.matches(TERM_NL).count(), 1, "{words}");
        if lang == Lang::En {
            assert_eq!(words.matches(TERM_EN).count(), 1, "{words}");
        }
        let rest = words
            .replace(TERM_NL, "")
            .replace(TERM_EN, "")
            .to_lowercase();
        for forbidden in [
            "binnen",
            "within",
            "uiterlijk",
            "dagen",
            " days",
            "vóór",
            "dagtekening",
            "september",
            "december",
        ] {
            assert!(
                !rest.contains(forbidden),
                "{forbidden:?} sets another term in\n{rest}"
            );
        }
        for needed in ["81", "6:96", "540"] {
            assert!(rest.contains(needed), "{needed} is missing");
        }
        let in_default = if lang == Lang::Nl {
            "in verzuim"
        } else {
            "in default"
        };
        assert!(
            rest.contains(in_default),
            "the letter must say that the customer is in default"
        );
        assert!(
            !rest.contains("btw niet kunnen verrekenen") && !rest.contains("cannot deduct"),
            "no VAT is charged, so none is declared"
        );
        let dates = rest.matches("november 2026").count();
        assert_eq!(
            dates, 1,
            "outside the table only the letter's own date is a full date"
        );
    }
}

#[test]
fn vat_is_declared_only_where_it_is_charged() {
    let mut letter = fixtures::letter(LetterKind::Notice14Days, Lang::Nl);
    letter
        .claim
        .as_mut()
        .unwrap()
        .costs_announced
        .as_mut()
        .unwrap()
        .vat = Cents(1_702);
    let words = mail_text(&letter, &Template::shipped(letter.kind, Lang::Nl))
        .unwrap()
        .text;
    assert!(words.contains("€ 98,09"), "the total with VAT: {words}");
    assert!(
        words.contains("verhoogd met € 17,02 btw") && words.contains("niet kunnen verrekenen"),
        "{words}"
    );
}

#[test]
fn later_invoices_stand_apart_without_costs() {
    let mut letter = fixtures::letter(LetterKind::FinalDemand, Lang::Nl);
    letter.invoices[2].bears_costs = false;
    let words = mail_text(&letter, &Template::shipped(letter.kind, Lang::Nl))
        .unwrap()
        .text;
    assert!(
        words.contains("Deze facturen staan in deze brief zonder kosten."),
        "{words}"
    );
    assert!(
        words.contains("230,45") && words.contains("310,00"),
        "each table has its own total: {words}"
    );
}

#[test]
fn letters_that_would_not_hold_are_refused() {
    let refused = |kind, change: fn(&mut Letter)| {
        let mut letter = fixtures::letter(kind, Lang::Nl);
        let before = letter.clone();
        change(&mut letter);
        assert_ne!(letter, before, "the case must change something");
        print_letter(
            &letter,
            &Template::shipped(kind, Lang::Nl),
            &PageSetup::default(),
        )
        .unwrap_err()
    };
    use LetterKind::{FinalDemand, Notice14Days, Reminder};
    fn claim(letter: &mut Letter) -> &mut ClaimFigures {
        letter.claim.as_mut().unwrap()
    }
    assert!(matches!(
        refused(Notice14Days, |l| l.claim = None),
        DocumentError::ClaimMissing
    ));
    assert!(matches!(
        refused(Notice14Days, |l| claim(l).costs_announced = None),
        DocumentError::NoticeWithoutCosts
    ));
    let asks_interest = refused(Notice14Days, |l| {
        claim(l).interest = Cents(1);
        claim(l).total = Cents(54_046);
    });
    assert!(matches!(asks_interest, DocumentError::NoticeAsksMore));
    assert!(matches!(
        refused(Notice14Days, |l| l.payment.amount = Cents(62_152)),
        DocumentError::NoticeAsksMore
    ));
    assert!(matches!(
        refused(Notice14Days, |l| l.invoices[0].bears_costs = false),
        DocumentError::NoticeBase { .. }
    ));
    let note = refused(Notice14Days, |l| {
        l.invoices[0].note = Some("betaal binnen 7 dagen".into())
    });
    assert!(matches!(note, DocumentError::NoticeOtherTerm(_)));
    assert!(matches!(
        refused(FinalDemand, |l| claim(l).total = Cents(1)),
        DocumentError::ClaimDoesNotSum { .. }
    ));
    assert!(matches!(
        refused(FinalDemand, |l| l.calculation = None),
        DocumentError::CalculationMissing
    ));
    assert!(matches!(
        refused(Reminder, |l| l.addressee = Addressee::default()),
        DocumentError::AddressLines(0)
    ));
    assert!(
        matches!(refused(Reminder, |l| l.addressee.name = "面".into()), DocumentError::Unprintable(c) if c == ['面'])
    );
    assert!(matches!(
        refused(Reminder, |l| l.payment.iban = "NL00".into()),
        DocumentError::Epc(EpcError::Iban)
    ));
}

#[test]
fn the_address_stands_in_the_window_alone() {
    if !have("pdftotext") {
        return;
    }
    for (window, left, right) in [(Window::Left, 35.0, 100.0), (Window::Right, 105.0, 175.0)] {
        for (shift_right, shift_down) in [(0_i16, 0_i16), (100, 100), (-100, -100), (37, -52)] {
            let setup = PageSetup {
                window,
                shift_right,
                shift_down,
                ..PageSetup::default()
            };
            let mut letter = fixtures::letter(LetterKind::Reminder, Lang::Nl);
            letter.addressee.extra = Some("Afdeling inkoop".into());
            letter.addressee.attention = Some("de heer Bakker".into());
            letter.addressee.country = Some("België".into());
            let pdf = print_letter(
                &letter,
                &Template::shipped(letter.kind, letter.lang),
                &setup,
            )
            .unwrap();
            let (dx, dy) = (f32::from(shift_right) / 10.0, f32::from(shift_down) / 10.0);
            let inside = |w: &crate::tools::Word| {
                let (x, y) = (w.left / MM, (w.top + w.bottom) / 2.0 / MM);
                w.page == 1
                    && x < right + dx
                    && w.right / MM > left + dx
                    && y > 51.0 + dy
                    && y < 80.0 + dy
            };
            let seen: Vec<_> = words(&pdf.bytes).into_iter().filter(inside).collect();
            let said: Vec<&str> = seen.iter().map(|w| w.text.as_str()).collect();
            assert_eq!(
                said.join(" "),
                "Mevrouw J. de Graaf Afdeling inkoop T.a.v. de heer Bakker Molenweg 3 4357AB DOMBURG BELGIË",
                "{window:?} {shift_right} {shift_down}"
            );
            let first = seen.iter().map(|w| w.left / MM).fold(f32::MAX, f32::min);
            assert!(
                (first - (left + dx)).abs() < 0.6,
                "the block starts at {} mm, not {first}",
                left + dx
            );
            for word in &seen {
                let (top, bottom) = (word.top / MM - dy, word.bottom / MM - dy);
                assert!(
                    top > 51.5 && bottom < 79.5,
                    "{} at {top}–{bottom}",
                    word.text
                );
            }
        }
    }
}

#[test]
fn golden_places_of_the_address_block() {
    if !have("pdftotext") {
        return;
    }
    let words = words(&print(&fixtures::letter(LetterKind::Reminder, Lang::Nl)));
    let place = |text: &str| {
        let word = words.iter().find(|w| w.text == text).unwrap();
        (
            format!("{:.1}", word.left / MM),
            format!("{:.1}", word.bottom / MM),
        )
    };
    insta::assert_debug_snapshot!(
        "address_places",
        [
            place("Mevrouw"),
            place("Molenweg"),
            place("4357"),
            place("DOMBURG")
        ]
    );
}

#[test]
fn a_collector_names_the_creditor_the_ground_and_its_register_number() {
    if !have("pdftotext") {
        return;
    }
    let mut letter = fixtures::letter(LetterKind::Reminder, Lang::Nl);
    letter.on_behalf_of = Some(OnBehalfOf {
        name: "Bakkerij De Punt".into(),
        address: vec!["Kade 1".into(), "4381 AA Vlissingen".into()],
        ground: Some("levering van brood".into()),
        register_number: Some("R-0123".into()),
    });
    let words = flat(&text(&print(&letter)));
    for needed in [
        "Schuldeiser Bakkerij De Punt, Kade 1, 4381 AA Vlissingen",
        "Vordering uit levering van brood",
        "R-0123",
    ] {
        assert!(words.contains(needed), "{needed} is missing in {words}");
    }
}

#[test]
fn a_final_reminder_can_be_a_notice_of_default() {
    let mut letter = fixtures::letter(LetterKind::FinalReminder, Lang::Nl);
    letter.notice_of_default = Some(14);
    let words = mail_text(&letter, &Template::shipped(letter.kind, Lang::Nl))
        .unwrap()
        .text;
    assert!(
        words.contains("ingebrekestelling")
            && words.contains("binnen 14 dagen nadat u deze brief hebt ontvangen"),
        "{words}"
    );
    assert!(!words.contains("binnen 7 dagen"), "one term only: {words}");
}

#[test]
fn a_copy_says_so() {
    if !have("pdftotext") {
        return;
    }
    let mut letter = fixtures::letter(LetterKind::Reminder, Lang::Nl);
    letter.copy_of = Some(day(2026, 11, 9));
    assert!(flat(&text(&print(&letter))).contains("Kopie van onze brief van 9 november 2026"));
}

#[test]
fn many_letters_in_one_file_keep_their_own_page_numbers() {
    if !have("pdftotext") {
        return;
    }
    let one = fixtures::letter(LetterKind::Reminder, Lang::Nl);
    let two = fixtures::letter(LetterKind::FinalDemand, Lang::En);
    let templates = [
        Template::shipped(one.kind, one.lang),
        Template::shipped(two.kind, two.lang),
    ];
    let letters = [
        (&one, &templates[0]),
        (&two, &templates[1]),
        (&one, &templates[0]),
    ];
    let joined = print_letters(&letters, &PageSetup::default(), false).unwrap();
    let duplex = print_letters(&letters, &PageSetup::default(), true).unwrap();
    assert_eq!(
        (joined.pages, duplex.pages),
        (4, 5),
        "a blank back is put in where a letter would begin on one"
    );
    let pages: Vec<String> = text(&duplex.bytes).split('\u{C}').map(flat).collect();
    assert!(
        pages[0].contains("blad 1 van 1") && pages[1].is_empty(),
        "{pages:?}"
    );
    assert!(
        pages[2].contains("page 1 of 2")
            && pages[3].contains("page 2 of 2")
            && pages[4].contains("blad 1 van 1")
    );
    assert!(
        duplex.bytes.len() < 50_000,
        "fonts are put in once: {} bytes",
        duplex.bytes.len()
    );
}

#[test]
fn the_preview_shows_the_same_pages() {
    let letter = fixtures::letter(LetterKind::FinalDemand, Lang::Nl);
    let template = Template::shipped(letter.kind, letter.lang);
    let pages = preview_letter(&letter, &template, &PageSetup::default()).unwrap();
    assert_eq!(
        pages.len(),
        print_letter(&letter, &template, &PageSetup::default())
            .unwrap()
            .pages
    );
    assert!(
        pages[0].contains("aria-label=\"Sommatie tot betaling van €\u{A0}623,61\""),
        "{}",
        &pages[0][..400]
    );
    assert!(
        !pages[0].contains("<text"),
        "outlines only, so that no font need be there"
    );
}

#[test]
fn a_logo_is_drawn_once_and_read_back() {
    if !have("pdfimages") {
        return;
    }
    let logo = Logo::read(&picture()).unwrap();
    assert_eq!(logo.pixels(), (8, 4));
    let setup = PageSetup {
        logo: Some(logo),
        ..PageSetup::default()
    };
    let letter = fixtures::letter(LetterKind::FinalDemand, Lang::Nl);
    let pdf = print_letter(
        &letter,
        &Template::shipped(letter.kind, letter.lang),
        &setup,
    )
    .unwrap();
    let list = String::from_utf8(run("pdfimages", &["-list"], &pdf.bytes, &[]).stdout).unwrap();
    assert!(
        list.lines()
            .any(|line| line.contains(" image ") && line.contains(" 8 ") && line.contains(" 4 ")),
        "{list}"
    );
    let checked = run("qpdf", &["--check"], &pdf.bytes, &[]);
    assert!(
        checked.status.success(),
        "{}",
        String::from_utf8_lossy(&checked.stdout)
    );
}

/// A small PNG: 8 by 4, colour, written here byte by byte.
fn picture() -> Vec<u8> {
    use std::io::Write;
    let mut raw = Vec::new();
    for y in 0..4_u8 {
        raw.push(0);
        raw.extend((0..8_u8).flat_map(|x| [x * 30, y * 60, 200]));
    }
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&raw).unwrap();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |kind: &[u8; 4], body: &[u8]| {
        let mut crc = flate2::Crc::new();
        crc.update(kind);
        crc.update(body);
        png.extend(u32::try_from(body.len()).unwrap().to_be_bytes());
        png.extend(kind);
        png.extend(body);
        png.extend(crc.sum().to_be_bytes());
    };
    chunk(b"IHDR", &[0, 0, 0, 8, 0, 0, 0, 4, 8, 2, 0, 0, 0]);
    chunk(b"IDAT", &packed.finish().unwrap());
    chunk(b"IEND", &[]);
    png
}
